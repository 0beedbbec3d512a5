import type { Region } from './frame-counts.ts'
import { SPOKEN_FOR } from './frame-counts.ts'
import { emailOf } from './invitees.ts'
import type { Authority, Person } from './model.ts'
import { placeNames } from './place-names.ts'
import { at, randomStream } from './random.ts'

export interface FurtherRespondent {
  readonly type: 'Organisation' | 'Officer' | 'Councillor'
  /** For officers and councillors, their council. */
  readonly organisation: string
  readonly contact: Person
  readonly email: string
  readonly region: string
  readonly consent: 'Yes' | 'No' | ''
  /** Authorities the organisation speaks for. */
  readonly covers: readonly Authority[]
}

/** 41 fictional respondents: 6 regional bodies, 14 other organisations, 13 officers, 8 councillors. */
export function furtherRespondents(
  authorities: readonly Authority[],
  person: () => Person,
): readonly FurtherRespondent[] {
  const random = randomStream('further')
  const employers = random.shuffle(authorities.filter(({ type }) => type !== 'Fire and rescue')).slice(0, 21)
  const bodies = organisations(authorities)
  return [
    ...bodies.map(({ name, stem, region, covers }, index): FurtherRespondent => {
      const contact = person()
      const email = `${contact.firstName}@${stem}.example.org`.toLowerCase()
      const consent = index % 4 === 3 ? 'No' : 'Yes'
      return { type: 'Organisation', organisation: name, contact, email, region, consent, covers }
    }),
    ...employers.map((employer, index): FurtherRespondent => {
      const contact = person()
      return {
        type: index < 13 ? 'Officer' : 'Councillor',
        organisation: employer.name,
        contact,
        email: emailOf(contact, employer),
        region: employer.region,
        consent: random.pick(['No', '']),
        covers: [],
      }
    }),
  ]
}

interface Organisation {
  readonly name: string
  readonly stem: string
  readonly region: string
  readonly covers: readonly Authority[]
}

function organisations(authorities: readonly Authority[]): Organisation[] {
  const { towns } = placeNames()
  const councils = (region: Region): Authority[] =>
    authorities.filter((authority) => authority.region === region && authority.type !== 'Fire and rescue')
  const made: Omit<Organisation, 'name' | 'stem'>[] = [
    ...SPOKEN_FOR.map((region) => ({ region, covers: councils(region) })),
    // The second body of the West Midlands speaks for the councils that have children's services.
    {
      region: 'West Midlands',
      covers: councils('West Midlands').filter(({ tier }) => tier !== 'Lower tier'),
    },
    { region: 'South West', covers: [] },
    ...Array.from({ length: 13 }, () => ({ region: 'National', covers: [] })),
  ]
  return made.map((organisation, index) => {
    const stem = at(towns, towns.length - 10 - index)
    return { ...organisation, stem, name: at(NAMES, index).replace('*', stem) }
  })
}

const NAMES = [
  '* Partnership of Councils',
  '* Regional Councils',
  '* Assembly of Boroughs',
  'Association of * Councils',
  '* Improvement Panel',
  '* Directors of Services for Young People',
  '* Learning Network',
  'The * Institute for Public Money',
  'Society of * Chief Officers',
  '* Centre for Good Scrutiny',
  'National * Audit Forum',
  '* Fire Officers Federation',
  '* Society of Health Directors',
  '* Committee on Conduct',
  '* Consulting Ltd',
  'The * Trust',
  '* Alliance of Carers',
  'College of * Inspectors',
  '* Parish Clerks Union',
  '* Open Data Circle',
]
