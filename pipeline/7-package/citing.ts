import type { Definition } from '../definition/index.ts'
import { licenceOf } from '../licences.ts'

/**
 * "Publisher (2015). Title. Version 1.0.0. https://doi.org/..." The year is that of the release, and left
 * out without one.
 */
export function citationOf({ publisher, published, title, version, doi }: Cited): string {
  const year = published === undefined ? '' : ` (${published.slice(0, 4)})`
  const end = /[.?!]$/.test(title) ? '' : '.'
  const resolver = doi === undefined ? '' : ` https://doi.org/${doi}`
  return `${publisher.name}${year}. ${title}${end} Version ${version}.${resolver}`
}

type Cited = Pick<Definition, 'publisher' | 'published' | 'title' | 'version' | 'doi'>

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
