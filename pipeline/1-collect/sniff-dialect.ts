import { CsvError, parse } from 'csv-parse/sync'
import type { Checked, Issue } from '../issues.ts'
import { checkHeadings } from './headings.ts'
import { lookalike } from './lookalike.ts'
import { HEAD_LENGTH } from './read-head.ts'
import { type RecordShape, scanRecords } from './scan-records.ts'

export interface Dialect {
  readonly delimiter: Delimiter
  readonly quote: '"'
  /** What ends a record; `mixed` where the first records differ among themselves. */
  readonly lineEnd: 'LF' | 'CRLF' | 'CR' | 'mixed'
  readonly header: readonly string[]
  /** The first records, headings first, `HEAD_RECORDS` at most. */
  readonly records: readonly (readonly string[])[]
  /** Physical lines the header record takes; more than one where a heading holds a line break. */
  readonly headerLines: number
}

/** Records that tell how an export is laid out: no platform writes more than three rows of headings. */
export const HEAD_RECORDS = 5

export type Delimiter = (typeof DELIMITERS)[number]

const DELIMITERS = [',', ';', '\t', '|'] as const

/**
 * Finds out how a delimited text file is written from its first characters: `head`, decoded, without
 * byte-order mark. A head of `HEAD_LENGTH` is taken as cut, a shorter one as all of the file. No
 * dialect comes out where the issues hold an error that makes reading on pointless: an empty file,
 * something else than a table, a header that cannot be read.
 *
 * The delimiter is the one by which the header has as many cells as most records, then the one by
 * which most records agree, then the one that makes most cells.
 */
export function sniffDialect(
  head: string,
  headings: 'checked' | 'unchecked' = 'checked',
): Checked<Dialect | undefined> {
  if (head.trim() === '') return refuse('empty-file', 'The file is empty.', 'Export it again.')
  const other = lookalike(head)
  if (other !== undefined) {
    return refuse('not-csv', `The file is ${other}, not CSV.`, 'Export it again as CSV or as a workbook.')
  }
  const shape = bestShape(head)
  const problem = shapeProblem(shape)
  if (problem !== undefined) return { value: undefined, issues: [problem] }
  const first = readRecords(head.slice(0, shape.header.end), shape.delimiter)
  if (first === undefined) {
    return refuse(
      'broken-quote',
      'The quotes in the headings are broken.',
      'A double quote inside a heading must be written twice, and the heading within quotes.',
    )
  }
  const header = first[0] ?? ['']
  const whole = shape.records.filter(({ closed, lineEnd }) => closed && lineEnd !== '').slice(0, HEAD_RECORDS)
  const value: Dialect = {
    records:
      whole.length === 0
        ? [header]
        : (readRecords(head.slice(0, whole.at(-1)?.end), shape.delimiter) ?? [header]),
    delimiter: shape.delimiter,
    quote: '"',
    lineEnd: lineEndOf(shape.records),
    header,
    headerLines: head.slice(0, shape.header.end).split(/\r\n|\r|\n/).length,
  }
  return { value, issues: headings === 'checked' ? checkHeadings(header) : [] }
}

interface Shape {
  readonly delimiter: Delimiter
  readonly header: RecordShape
  /** The header first, records without a character left out; the last may be cut. */
  readonly records: readonly RecordShape[]
  /** How many cells most records have, and what share of them. */
  readonly usual: number
  readonly agreement: number
}

function bestShape(head: string): Shape {
  const shapes = DELIMITERS.map((delimiter) => shapeBy(head, delimiter)).sort(
    (one, other) =>
      Number(agrees(other)) - Number(agrees(one)) ||
      other.agreement - one.agreement ||
      other.usual - one.usual,
  )
  const [best] = shapes.filter(({ usual, agreement }) => usual > 1 && agreement >= 0.5)
  return best ?? shapeBy(head, ',')
}

const agrees = ({ header, usual }: Shape): boolean => header.cells === usual

function shapeBy(head: string, delimiter: Delimiter): Shape {
  const all = scanRecords(head, delimiter)
  const [header = { cells: 0, start: 0, end: 0, lineEnd: '', closed: true }] = all
  const records = all.filter(({ start, end }) => end > start)
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells, (counts.get(cells) ?? 0) + 1)
  const [usual = 0, times = 0] =
    [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? []
  return { delimiter, header, records, usual, agreement: times / Math.max(1, records.length) }
}

function shapeProblem({ header, records, usual, agreement }: Shape): Issue | undefined {
  if (!header.closed) {
    return issue(
      'broken-quote',
      'A quote that opens in the headings is never closed.',
      'A double quote inside a heading must be written twice.',
    )
  }
  if (header.lineEnd === '' && header.end >= HEAD_LENGTH) {
    return issue(
      'not-csv',
      'The first row does not end: this is no table.',
      'Export the file again as CSV or as a workbook.',
    )
  }
  const others = records.length - 1
  if (others >= 2 && agreement < 0.5) {
    return issue(
      'not-csv',
      'The file does not read as a table: its rows have different numbers of cells.',
      'Export it again as CSV or as a workbook.',
    )
  }
  if (
    header.end > header.start &&
    others >= 2 &&
    header.cells !== usual &&
    agreement * records.length === others
  ) {
    return issue(
      'heading-count',
      `The first row has ${header.cells} ${header.cells === 1 ? 'cell' : 'cells'}, the rows after it ${usual}.`,
      'The headings must be the first row: remove a title above them, and a delimiter too many at the end of rows.',
    )
  }
  return undefined
}

function readRecords(text: string, delimiter: string): readonly (readonly string[])[] | undefined {
  if (text === '') return [['']]
  try {
    const records: readonly unknown[] = parse(text, { delimiter, relax_column_count: true, bom: true })
    return records.map((record) => (Array.isArray(record) ? record.map(String) : []))
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

function lineEndOf(records: readonly RecordShape[]): Dialect['lineEnd'] {
  const ends = new Set(records.map(({ lineEnd }) => lineEnd).filter((lineEnd) => lineEnd !== ''))
  if (ends.size > 1) return 'mixed'
  if (ends.has('\r')) return 'CR'
  return ends.has('\r\n') ? 'CRLF' : 'LF'
}

function issue(code: string, message: string, advice: string): Issue {
  return { code: `collect/${code}`, severity: 'error', concern: 'data', message, advice }
}

const refuse = (code: string, message: string, advice: string): Checked<undefined> => ({
  value: undefined,
  issues: [issue(code, message, advice)],
})
