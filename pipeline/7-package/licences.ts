import type { Definition, Licence } from '../definition/index.ts'

/** What a licence is called, where its text stands, and what it asks for in a sentence of our own. */
export interface LicenceFacts {
  readonly title: string
  readonly url: string
  readonly summary: string
  readonly asksForSource: boolean
}

/** The URLs are those by which portals recognise an open licence: change no letter. */
const LICENCES: Readonly<Record<Licence, LicenceFacts>> = {
  'OGL-UK-3.0': {
    title: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    summary:
      'Anybody may copy, adapt and pass on these data, for business too, as long as the source is named and, where possible, the licence is linked to.',
    asksForSource: true,
  },
  'CC-BY-4.0': {
    title: 'Creative Commons Attribution 4.0 International',
    url: 'https://creativecommons.org/licenses/by/4.0/',
    summary:
      'Anybody may copy, adapt and pass on these data, for business too, as long as the source is named, the licence is linked to, and changes are said to be changes.',
    asksForSource: true,
  },
  'CC0-1.0': {
    title: 'Creative Commons CC0 1.0 Universal',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    summary:
      'The publisher has given up all rights in these data as far as the law allows. Nobody need ask or name the source, though readers are helped by it.',
    asksForSource: false,
  },
}

export const licenceOf = ({ licence }: Pick<Definition, 'licence'>): LicenceFacts => LICENCES[licence]

/** "Publisher (2015). Title. Version 1.0.0." The year is that of the release, and left out without one. */
export function citationOf({ publisher, published, title, version }: Definition): string {
  const year = published === undefined ? '' : ` (${published.slice(0, 4)})`
  const end = /[.?!]$/.test(title) ? '' : '.'
  return `${publisher.name}${year}. ${title}${end} Version ${version}.`
}

/** `LICENSE.txt`: which licence, where its text is, and how to name the source. Not the legal text itself. */
export function licenceText(definition: Definition): string {
  const { title, url, summary, asksForSource } = licenceOf(definition)
  return [
    `${title} (${definition.licence})`,
    url,
    '',
    'The data in this folder are published under the licence named above. Its text, at the address',
    'above, is what counts; this file only says which licence it is.',
    '',
    summary,
    '',
    asksForSource ? 'Name the source like this:' : 'If you name the source, this is how:',
    '',
    `  ${citationOf(definition)} Licence: ${title}, ${url}`,
    '',
  ].join('\n')
}
