import { NOTHING, type Projection, type SubmissionSource } from '../artefacts.ts'
import { isMeasured, measureColumn, type NumberQuestion } from '../definition/index.ts'
import { literal } from '../engine/index.ts'
import { answerType, knownColumn, rawColumn, ruleColumn } from './answer-names.ts'
import { type DateOrder, dateSql } from './date-sql.ts'

/** What must be looked up of a number before `numberProjections`, which use it twice. */
export function numberLookups(
  question: NumberQuestion,
  source: SubmissionSource,
  order: DateOrder,
): readonly Projection[] {
  const cell = source.columns.get(question.id)
  if (cell === undefined) return []
  const sql = question.dates
    ? `date_diff('day', DATE '1970-01-01', ${dateSql(cell, order)}::DATE)::DOUBLE`
    : numberSql(cell)
  return [{ name: knownColumn(question.id), sql }]
}

/** A typed number: blanks around it are no part of it, nor are commas between thousands. */
const numberSql = (cell: string): string =>
  `coalesce(try_cast(${cell} AS DOUBLE), CASE WHEN regexp_full_match(without_blanks(${cell}), ${THOUSANDS})
    THEN try_cast(replace(without_blanks(${cell}), ',', '') AS DOUBLE) ELSE try_cast(without_blanks(${cell}) AS DOUBLE) END)`

/** Three digits after each comma: what is written "1,5" may well be one and a half. */
const THOUSANDS = literal('[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]*)?')

/** The band of a number, or whether there was one; and the number itself where it is to be averaged. */
export function numberProjections(question: NumberQuestion, source: SubmissionSource): readonly Projection[] {
  const cell = source.columns.get(question.id)
  if (cell === undefined) return []
  const { id, minimum, maximum, bands } = question
  const value = knownColumn(id)
  const limits = [
    ...(minimum === undefined ? [] : [`${value} < ${minimum}`]),
    ...(maximum === undefined ? [] : [`${value} > ${maximum}`]),
    `NOT isfinite(${value})`,
    `${value} IS NULL`,
  ].join(' OR ')
  const blank = `${cell} IS NULL OR NOT has_text(${cell})`
  const measure = isMeasured(question)
    ? [{ name: measureColumn(id), sql: `CASE WHEN ${blank} OR ${limits} THEN NULL ELSE ${value} END` }]
    : []
  const rule = {
    name: ruleColumn(id),
    sql: `(CASE WHEN ${blank} THEN 0 WHEN ${limits} THEN 6 ELSE 0 END)::UTINYINT`,
  }
  if (bands.length === 0) {
    const raw = { name: rawColumn(id), sql: `(${cell} IS NOT NULL)` }
    return measure.length === 0 ? [raw] : [raw, rule, ...measure]
  }
  const cases = bands.map(({ label, below }) =>
    below === undefined ? `ELSE ${literal(label)}` : `WHEN ${value} < ${below} THEN ${literal(label)}`,
  )
  const band = `CASE WHEN ${blank} THEN ${literal(NOTHING.noReply)} WHEN ${limits} THEN ${literal(NOTHING.error)}
    ${cases.join(' ')} END::"${answerType(id)}"`
  return [{ name: rawColumn(id), sql: band }, rule, ...measure]
}
