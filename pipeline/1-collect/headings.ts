import type { Issue } from '../issues.ts'

/** "1 (A)", "28 (AB)": a column as both people and spreadsheets count it. */
export const columnNumber = (index: number): string => `${index + 1} (${columnLetter(index)})`

/** The letters a spreadsheet gives the column: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}

/** A heading in quotes, short enough for a message. */
export function quoteHeading(heading: string): string {
  const line = heading.replace(/\s+/gu, ' ').trim()
  return line.length <= LONGEST_QUOTE ? `“${line}”` : `“${line.slice(0, LONGEST_QUOTE - 1).trimEnd()}…”`
}

/**
 * What is wrong with a row of headings as such. Blank ones are an error; the same heading twice is a
 * warning here, because leaving both out by name is fine (`mapColumns` refuses to choose between
 * them). A first row that holds an e-mail address, a date or the like is no row of headings, and then
 * nothing of it is repeated.
 */
export function checkHeadings(headings: readonly string[]): readonly Issue[] {
  const personal = headings.findIndex((heading) => LOOKS_LIKE_DATA.test(heading.trim()))
  if (personal >= 0) return [noHeadings(personal)]
  const blank = [...headings.keys()].filter((index) => headings[index]?.trim() === '')
  return [...(blank.length > 0 ? [blankHeadings(blank, headings.length)] : []), ...duplicates(headings)]
}

const LONGEST_QUOTE = 80

/** E-mail address, date (with or without time), IPv4 address, British postcode or mobile number. */
const LOOKS_LIKE_DATA =
  /^(?:[^\s@]+@[^\s@]+\.[^\s@]+|\d{4}-\d{2}-\d{2}(?:[T ].*)?|\d{1,2}\/\d{1,2}\/\d{2,4}(?: .*)?|\d{1,3}(?:\.\d{1,3}){3}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|(?:\+44|0)7\d{3} ?\d{6})$/i

function noHeadings(index: number): Issue {
  return {
    code: 'collect/no-headings',
    severity: 'error',
    concern: 'data',
    message: `The first row is not a row of headings: column ${columnNumber(index)} holds an answer.`,
    advice: 'Export the file again with a heading for each column in its first row.',
    row: 1,
  }
}

function blankHeadings(blank: readonly number[], count: number): Issue {
  const all = blank.length === count
  const columns = blank.slice(0, 10).map(columnNumber).join(', ')
  const more = blank.length > 10 ? ` and ${blank.length - 10} more` : ''
  return {
    code: 'collect/blank-heading',
    severity: 'error',
    concern: 'data',
    message: all ? 'The first row is blank.' : `No heading in column ${columns}${more}.`,
    advice: all
      ? 'Remove what stands above the headings: they must be the first row.'
      : 'Give each column a heading. Exports with two or three heading rows have a form with one: ask the platform for “condensed” or “question and answer in one row”.',
    row: 1,
  }
}

function duplicates(headings: readonly string[]): readonly Issue[] {
  const places = new Map<string, number[]>()
  for (const [index, heading] of headings.entries()) {
    places.set(heading.trim(), [...(places.get(heading.trim()) ?? []), index])
  }
  return [...places]
    .filter(([heading, columns]) => heading !== '' && columns.length > 1)
    .map(([heading, columns]) => ({
      code: 'collect/duplicate-heading',
      severity: 'warning',
      concern: 'data',
      message: `Columns ${columns.map(columnNumber).join(', ')} have the same heading, ${quoteHeading(heading)}.`,
      advice: 'They can be left out by name, but to use one of them give each its own heading.',
      row: 1,
      column: heading,
    }))
}
