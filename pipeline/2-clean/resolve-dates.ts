import type { SubmissionSource } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import { dateOrder } from './date-order.ts'
import { type DateOrder, dateSql } from './date-sql.ts'

/** The order of day and month in a file; without one, why the file is refused. */
export type Resolved = { readonly order: DateOrder } | { readonly refused: Issue }

/**
 * Finds out how the dates of a column are written: as the definition states, else as the dates themselves
 * prove, else as the file's platform writes them. Dates that prove both orders, and dates that prove none
 * where nothing else tells, are refused with their rows: a guess would swap days and months unseen.
 * `column` is a column of `relation` with the cells as received.
 */
export async function resolveDates(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource,
  relation: string,
  column: string,
  heading: string,
): Promise<Resolved> {
  const stated = definition.cleaning.dates
  const found = await dateOrder(engine, relation, column, source.firstRow)
  if ('contradictory' in found) {
    const rows = stated === 'month first' ? found.dayFirstRows : found.monthFirstRows
    return { refused: mixed(source, heading, rows, stated) }
  }
  if ('ambiguous' in found) {
    const usual = source.conventions.dates
    if (stated !== undefined) return { order: stated }
    if (usual === 'day first' || usual === 'month first') return { order: usual }
    return { refused: ambiguous(source, heading, found.rows) }
  }
  const proven = found.order === 'day first' || found.order === 'month first' ? found.order : undefined
  if (proven !== undefined && stated !== undefined && proven !== stated) {
    return { refused: otherwise(source, heading, proven) }
  }
  return { order: proven ?? stated ?? 'day first' }
}

/**
 * Completes the times of sending of staged rows, where they are written with slashes or dots and matter:
 * to tell which of two responses of one person is the last. A file with links may hold such two; of other files
 * that is known only once they are found.
 */
export async function resolveSubmitted(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource,
  staged: string,
): Promise<readonly Issue[]> {
  const mayMatter =
    definition.cleaning.keep !== 'all' && (source.columns.has('link') || definition.invitees !== undefined)
  return mayMatter ? completeSubmitted(engine, definition, source, staged) : []
}

/** The same, whatever the file holds. */
export async function completeSubmitted(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource,
  staged: string,
): Promise<readonly Issue[]> {
  const [row] =
    await engine.rows(`SELECT (count(*) FILTER (WHERE submitted IS NULL AND submitted_text IS NOT NULL))::INTEGER
    AS texts FROM ${identifier(staged)}`)
  if (Number(row?.['texts']) === 0) return []
  const resolved = await resolveDates(engine, definition, source, staged, 'submitted_text', 'submitted')
  if ('refused' in resolved) return [resolved.refused]
  await engine.run(`UPDATE ${identifier(staged)} SET submitted = ${dateSql('submitted_text', resolved.order)}
    WHERE submitted_text IS NOT NULL`)
  return []
}

const STATE =
  'Write the order that is right in the definition: `cleaning: { dates: day first }` or `month first`.'

const rowsInWords = (rows: readonly number[]): string =>
  `${rows.length === 1 ? 'row' : 'rows'} ${rows.slice(0, 20).join(', ')}`

function fault(
  { file }: SubmissionSource,
  column: string,
  row: number | undefined,
  rest: { readonly code: string; readonly message: string; readonly advice: string },
): Issue {
  return { severity: 'error', concern: 'data', file, column, ...(row === undefined ? {} : { row }), ...rest }
}

const ambiguous = (source: SubmissionSource, column: string, rows: readonly number[]): Issue =>
  fault(source, column, rows[0], {
    code: 'clean/ambiguous-dates',
    message: `Day and month of the dates cannot be told apart: no date has a day above 12 (${rowsInWords(rows)}).`,
    advice: STATE,
  })

const mixed = (
  source: SubmissionSource,
  column: string,
  rows: readonly number[],
  stated: string | undefined,
): Issue =>
  fault(source, column, rows[0], {
    code: 'clean/mixed-dates',
    message: `Some dates have the day first and some the month (${stated === undefined ? 'month first' : `not ${stated}`}: ${rowsInWords(rows)}).`,
    advice: 'Export the file again with one notation, best with the year first.',
  })

const otherwise = (source: SubmissionSource, column: string, proven: DateOrder): Issue =>
  fault(source, column, undefined, {
    code: 'clean/date-order',
    message: `The definition says otherwise, but the dates of this file have the ${proven}.`,
    advice: `Write \`cleaning: { dates: ${proven} }\`, or leave it out.`,
  })
