import type { RowClasses } from '../artefacts.ts'
import {
  allAnswerColumns,
  baseColumn,
  codedQuestions,
  type Definition,
  groupColumn,
  isMeasured,
  measureColumn,
  populationColumn,
  themeColumns,
} from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { type Placing, ROW_CLASS, sameValues } from './placing.ts'
import { RECODING } from './recoding.ts'

/** A visible side, and SQL over a response that says who is on it. */
export type ToldSide = RowClasses['sides'][number] & { readonly sql: string }

/** Relation of all responses as tables count them; it is in no release. */
export const COUNTED = 'counted_responses'

/**
 * Makes what tables are counted from: every response with its true answers and without a name, what tables need of it
 * besides (populations and bases, sample design, numbers to be averaged, the true values of what tables tell people
 * apart by, the file it came in), and the class of its row, nothing where none leaves. Numbers that are added up come in an order that
 * does not depend on that of the rows received, for sums of fractions do.
 */
export async function writeCounted(
  engine: Engine,
  definition: Definition,
  relation: string,
  placing: Placing | undefined,
  sides: readonly ToldSide[],
): Promise<void> {
  const answers = allAnswerColumns(definition).map(({ name }) => `r.${identifier(name)}`)
  const told = sides.map(({ sql, column }) => `(${sql}) AS ${identifier(column)}`)
  const isSummed = definition.weighting !== undefined || definition.questions.some(isMeasured)
  const rowClass =
    placing === undefined
      ? 'NULL::INTEGER'
      : `CASE WHEN ${placing.leaves} THEN ${RECODING}.${identifier(ROW_CLASS)} END`
  await engine.run(`CREATE TABLE ${COUNTED} AS
    SELECT ${[...answers, ...privateColumns(definition), ...told].join(', ')}, ${rowClass} AS class
    FROM ${identifier(relation)} r
    ${placing === undefined ? '' : `LEFT JOIN ${RECODING} ON ${sameValues(definition, RECODING)}`}
    ${isSummed ? 'ORDER BY r.digest, r.source, r.record' : ''}`)
}

/** SQL for what tables need of a response besides its answers. */
function privateColumns(definition: Definition): readonly string[] {
  const { questions, populations, variables, tables } = definition
  const named = new Set([...tables.breakdowns, ...tables.banners].flat())
  const names = [
    ...populations.map(({ id }) => populationColumn(id)),
    ...questions.flatMap(({ id, base }) => (base.of === 'rule' ? [baseColumn(id)] : [])),
    ...questions.filter(isMeasured).map(({ id }) => measureColumn(id)),
    ...codedQuestions(definition).flatMap(themeColumns),
    ...['weight', 'stratum', 'cluster', 'population_size'],
  ]
  return [
    ...names.map((name) => `r.${identifier(name)}`),
    `r.source AS ${identifier(groupColumn('source'))}`,
    ...variables
      .filter(({ id }) => named.has(id))
      .map(({ id }) => `r.${identifier(id)} AS ${identifier(groupColumn(id))}`),
  ]
}
