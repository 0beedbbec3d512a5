import { grouped } from '../grouped.ts'

/** Small things said in words, the same on every machine. */

/** "20 January 2015" for "2015-01-20". */
export function dateInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? date : `${Number(day)} ${name} ${year}`
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "1 response", "1,234 responses". */
export const counted = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

/** Paragraphs of a text that separates them by blank lines. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')

/** A web address that may stand as a link; anything else is only text. */
export const webAddress = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\/\S+$/.test(url) ? url : undefined
