import { labelKey, oneLine } from '../../definition/index.ts'

/** The first records of a file, the header first; cells as text. */
export type Records = readonly (readonly string[])[]

/** A row of headings, each on one line and without markup, as wide as the widest of the first `rows` records. */
export function headerRow(records: Records, row: number, rows = 1): readonly string[] {
  const width = Math.max(0, ...records.slice(0, rows).map(({ length }) => length))
  return Array.from({ length: width }, (_, column) => wording(records[row]?.[column] ?? ''))
}

/** Text as it was read by a respondent: on one line, without the markup that some exports leave in. */
export const wording = (text: string): string =>
  oneLine(
    text
      .replace(MARKUP, ' ')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  )

/** The name of a platform's own column however it is spelled: "Response ID", "ResponseId", "response_id". */
export const nameKey = (name: string): string => labelKey(name).replace(/[\s_-]/gu, '')

const MARKUP = /<\/?(?:a|b|br|div|em|font|h[1-6]|i|li|ol|p|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?\/?>/giu
