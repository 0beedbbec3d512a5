import type { PlannedQuestion, TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'

/** Number of each response in its file. */
export const ID = 'id'

/** What of the responses tells people apart for whoever knows them, and what he would learn. */
export interface RowsRead {
  readonly relation: string
  /** Columns in their order, without the number of the response. */
  readonly columns: readonly string[]
  readonly numbered: boolean
  /** Quasi-identifiers: what the plan calls published, and whatever else is no answer to a question of the plan. */
  readonly identifying: readonly string[]
  /** Questions of which a column is there, with those columns; none that is published as a variable. */
  readonly questions: readonly PlannedQuestion[]
}

/** Names of the published variables; a plan lists them alone or with their values. */
export const publishedNames = (published: readonly (string | { readonly id: string })[]): readonly string[] =>
  published.map((one) => (typeof one === 'string' ? one : one.id))

/** Sorts the columns of the published responses in `relation` by what they say. */
export async function readColumns(engine: Engine, plan: TabulationPlan, relation: string): Promise<RowsRead> {
  const found = await engine.rows(`SELECT name FROM pragma_table_info(${literal(relation)}) ORDER BY cid`)
  const columns = found.map(({ name }) => String(name))
  const published = plan.rows?.identifying ?? publishedNames(plan.published)
  // A question that is a fact about the person is part of the class, not what the class would give away.
  const there = ({ columns: own }: PlannedQuestion) =>
    own.filter(({ name }) => columns.includes(name) && !published.includes(name))
  const questions = answersInRows(plan).flatMap((question) =>
    there(question).length === 0 ? [] : [{ ...question, columns: there(question) }],
  )
  const answers = new Set(questions.flatMap(columnsOf))
  return {
    relation,
    columns: columns.filter((name) => name !== ID),
    numbered: columns.includes(ID),
    identifying: columns.filter((name) => name !== ID && (published.includes(name) || !answers.has(name))),
    questions,
  }
}

/** Questions with the columns and cells that hold their answers, whether tables are compared with these or not. */
function answersInRows({ questions, rows }: TabulationPlan): readonly PlannedQuestion[] {
  if (rows === undefined) return questions
  return rows.answers.flatMap(({ question, of, columns }): readonly PlannedQuestion[] => {
    const planned = questions.find(({ id }) => id === question)
    if (planned === undefined) return []
    const places = columns.map((_, index) => String(index + 1))
    const [name = ''] = columns
    if (of === 'answer') {
      const cells = planned.answers.map((row) => ({ row, name, value: row }))
      return [{ ...planned, columns: cells, replies: planned.answers }]
    }
    const value = of === 'ticks' ? 'true' : '1'
    const cells = columns.map((option, index) => ({ row: planned.answers[index] ?? '', name: option, value }))
    return [{ ...planned, columns: cells, replies: of === 'ticks' ? ['true', 'false'] : places }]
  })
}

/** Columns of the responses that hold the answers to a question. */
export const columnsOf = ({ columns }: PlannedQuestion): readonly string[] => [
  ...new Set(columns.map(({ name }) => name)),
]

/** The columns by which rows are grouped; where there is none, all rows are one group. */
export const groupedBy = (names: readonly string[]): string =>
  names.length === 0 ? 'GROUP BY ()' : `GROUP BY ${names.map(identifier).join(', ')}`

/** A group of rows in words: the columns that they share, never what stands there. */
export const inWords = (names: readonly string[], conditions: readonly string[] = []): string => {
  const asked = conditions.map((question) => `who was asked ${question}`)
  const all = [...names, ...asked]
  const last = all.at(-1)
  if (last === undefined) return 'all rows'
  return all.length === 1 ? last : `${all.slice(0, -1).join(', ')} and ${last}`
}
