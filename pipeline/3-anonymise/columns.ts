import { NOTHING } from '../artefacts.ts'
import { type AnswerColumn, answerColumns, type Definition, type Id } from '../definition/index.ts'
import { type Engine, identifier, literal, literals } from '../engine/index.ts'
import { leavingQuestions } from './leaving.ts'
import type { Candidate } from './partition/index.ts'
import { publishedList, RECODING, typeOf } from './recoding.ts'
import { type Withholding, withheldColumn } from './withhold/index.ts'

/** A column of the rows that leave: its name, its SQL over `r` and the recoding, and its values by code. */
export interface PublishedColumn {
  readonly name: string
  readonly sql: string
  readonly values: readonly string[]
}

/** The answer columns that leave: not those of what is published as part of the key, nor of what no row shows. */
export const leavingColumns = (definition: Definition, leftOut: ReadonlySet<Id>): readonly AnswerColumn[] =>
  leavingQuestions(definition)
    .filter(({ id }) => !definition.privacy.publish.includes(id) && !leftOut.has(id))
    .flatMap(answerColumns)

/** Every column of the rows that leave, in their order, but for their number. Makes the types it needs. */
export async function publishedColumns(
  engine: Engine,
  definition: Definition,
  { labels }: Candidate,
  { withheld, leftOut }: Withholding,
): Promise<readonly PublishedColumn[]> {
  const details = definition.privacy.publish.map((id, index) => ({
    name: id,
    sql: `${RECODING}.${typeOf(id)}`,
    values: publishedList(labels[index] ?? []),
  }))
  const flags = [...withheld.keys()]
  const answers: PublishedColumn[] = []
  for (const column of leavingColumns(definition, leftOut)) {
    const { name, question, labels: own } = column
    const { notAsked, noReply, error, notReleased } = NOTHING
    const values = [...own, notAsked, noReply, error]
    const flag = flags.indexOf(question.id)
    if (flag < 0) {
      answers.push({ name, sql: `r.${identifier(name)}`, values })
      continue
    }
    const type = identifier(`published answer ${name}`)
    await engine.run(`CREATE TYPE ${type} AS ENUM (${literals([...values, notReleased])})`)
    const sql = `(CASE WHEN ${RECODING}.${withheldColumn(flag)} THEN ${literal(notReleased)} ELSE r.${identifier(name)}::VARCHAR END)::${type}`
    answers.push({ name, sql, values: [...values, notReleased] })
  }
  return [...details, ...answers]
}

/** SQL of a text by which answers are sorted before it is known what is withheld of them. */
export const answerKey = (definition: Definition): string =>
  sortKey(
    leavingColumns(definition, new Set()).map(({ name, labels }) => ({
      name,
      sql: `r.${identifier(name)}`,
      values: [...labels, NOTHING.notAsked, NOTHING.noReply, NOTHING.error],
    })),
  )

/**
 * SQL of a text by which rows are sorted: column by column, each value by its place among the values of its column in
 * code-unit order. Nothing but what is published is in it.
 */
export function sortKey(columns: readonly PublishedColumn[]): string {
  const places = columns.map(({ sql, values }) => {
    const sorted = [...values].sort()
    return `chr([${values.map((value) => sorted.indexOf(value) + 1).join(', ')}][enum_code(${sql}) + 1])`
  })
  return places.length === 0 ? "''" : `concat(${places.join(', ')})`
}
