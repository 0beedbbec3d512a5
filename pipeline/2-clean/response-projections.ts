import type { Projection, SubmissionSource } from '../artefacts.ts'
import type { Definition, ResponseSource } from '../definition/index.ts'
import { literal } from '../engine/index.ts'
import { answerProjections } from './answer-projections.ts'
import { yearFirstSql } from './date-sql.ts'
import { confidentialProjection, openTextProjections } from './open-text/columns.ts'
import { markProjections } from './persons/index.ts'
import { setAsideSql } from './set-aside-sql.ts'
import { variableProjections } from './variable-projections.ts'

/** Everything to be read of one response file, in one pass; `sources` are all files, this one among them. */
export function responseProjections(
  definition: Definition,
  plan: ResponseSource,
  sources: readonly SubmissionSource[],
  source: SubmissionSource,
): readonly Projection[] {
  const cell = (name: string) => source.columns.get(name) ?? 'NULL::VARCHAR'
  return [
    { name: 'link', sql: `code_text(${cell('link')})` },
    { name: 'unit_key', sql: `code_text(${cell('unit')})` },
    { name: 'unit_name', sql: cell('unit_name') },
    { name: 'covers', sql: cell('covers') },
    { name: 'submitted', sql: yearFirstSql(cell('submitted')) },
    // Dates in other notations wait until all of them are there to tell the order of day and month.
    {
      name: 'submitted_text',
      sql: `CASE WHEN (${yearFirstSql(cell('submitted'))}) IS NULL THEN ${cell('submitted')} END`,
    },
    { name: 'complete', sql: complete(source) },
    { name: 'weight', sql: `try_cast(${cell('weight')} AS DOUBLE)` },
    { name: 'stratum', sql: `code_text(${cell('stratum')})` },
    { name: 'cluster', sql: `code_text(${cell('cluster')})` },
    { name: 'population_size', sql: `try_cast(${cell('population_size')} AS DOUBLE)` },
    { name: 'not_a_response', sql: setAsideSql(plan.setAside, source) },
    { name: 'digest', sql: digest(definition, source) },
    ...markProjections(definition, sources, source),
    ...variableProjections(definition, source, plan.channel),
    ...definition.questions.flatMap((question) => answerProjections(question, source)),
    confidentialProjection(source, plan),
    ...openTextProjections(definition, source),
  ]
}

/** Sent in: it has a time of sending where the file has such a column, and its platform says nothing else. */
function complete({ columns, conventions }: SubmissionSource): string {
  const submitted = columns.get('submitted')
  const parts = [
    ...(submitted === undefined ? [] : [`${submitted} IS NOT NULL`]),
    ...(conventions.unfinished === undefined ? [] : [`NOT (${conventions.unfinished})`]),
  ]
  return parts.length === 0 ? 'true' : `(${parts.join(' AND ')})`
}

/**
 * A row's own mark, the same in whatever order rows arrive: a hash of every column but the open answers,
 * which are long and add nothing. Private: it is made of what identifies, and only orders rows.
 */
function digest(definition: Definition, source: SubmissionSource): string {
  const open = new Set(
    definition.questions.filter(({ kind }) => kind === 'open').map(({ id }) => source.columns.get(id)),
  )
  const cells = [...source.headings.values()].filter((column) => !open.has(column))
  return `hash(${[literal(source.file), ...cells].join(', ')})`
}
