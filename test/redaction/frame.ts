import type { Random } from '../example/random.ts'

/** A made-up frame: authorities, people and organisations, ordinary words among their names. */
export const UNITS = [
  'Thornsea Borough Council',
  'Blexwick District Council',
  'East Marrowdale District Council',
  'Royal Borough of Kingsmere',
  'Great Wenlow City Council',
  'Reading Borough Council',
  'Bath and North East Somerset Council',
  'St Aldwyn’s Town Council',
  'North Pellshire County Council',
  'Cyngor Sir Brynmawddach',
  'Hollowbeck-on-Sea Parish Council',
  'London Borough of Vexham',
  'Green Common Parish Council',
  'Caerddwyfor County Borough Council',
  'Pellshire Fire and Rescue Service',
  'Ýrkham Metropolitan Borough Council',
] as const

export const PEOPLE = [
  'Oswin Thackerley',
  'Marguerite Delahaye-Nunn',
  'Ibironke Fasanya',
  'Zoë Quillfeather',
  'Tadhg Ó Murchadha',
  'Mark Wood',
  'Grace Green',
  'Rhian ap Gwilym',
  'Bartholomew Skerrington',
  'Xiomara Villaseñor',
  'Wulfric Ottershaw',
  'Priyanka Chattopadhyay-Bell',
] as const

export const ORGANISATIONS = [
  'Marrowdale Carers Alliance',
  'Friends of Thornsea Lido',
  'Vexham & District Allotment Society',
  'The Wenlow Bus Users’ Group',
  'Skerry Tenants’ Federation',
] as const

export const JOB_TITLES = [
  'Assistant Director of Waste',
  'Head of Corporate Policy',
  'Monitoring Officer',
  'Clerk to the Parish Council',
] as const

/** One of the ways in which a name that is known is written: capitals, accents, spacing, punctuation, invisible characters, look-alikes. */
export function disguised(name: string, random: Random): string {
  return random.pick<(text: string) => string>([
    (text) => text,
    (text) => text.toLowerCase(),
    (text) => text.toUpperCase(),
    (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    (text) => text.normalize('NFD'),
    (text) => text.replaceAll(' ', '  '),
    (text) => text.replaceAll(' ', '-'),
    (text) => text.replaceAll(' ', '\u00a0'),
    (text) => text.replaceAll('’', "'"),
    (text) => text.replaceAll('’', ''),
    (text) => text.replace(/^(...)/, '$1\u200b'),
    (text) => text.replaceAll('o', '\u043e').replaceAll('e', '\u0435'),
    (text) => text.replaceAll(' ', '\n'),
    (text) => text.replaceAll('-', ' '),
  ])(name)
}

/** A person's name as others write it: whole, turned round, with an initial. */
export function asWritten(name: string, random: Random): string {
  const [first = '', ...rest] = name.split(' ')
  const surname = rest.join(' ')
  return random.pick([
    name,
    name,
    `${surname}, ${first}`,
    `${first.slice(0, 1)}. ${surname}`,
    `${first.slice(0, 1)} ${surname}`,
    `Cllr ${surname}`,
    `Mr ${surname}`,
  ])
}
