import { type Definition, type Id, populationColumn } from '../definition/index.ts'
import { type Crossing, crossingsOf, type InnerCounts, type TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier, type Row } from '../engine/index.ts'
import { answerRows, baseSql, columnsOfQuestion } from './answers.ts'
import { columnOf } from './groups.ts'
import { questionsOfThemes } from './theme-tables.ts'

/**
 * Counts every question in the cells of every crossing of the plan. Whole numbers, unweighted; the result has as many
 * cells as the crossings.
 */
export async function innerCounts(
  engine: Engine,
  definition: Definition,
  relation: string,
  plan: TabulationPlan,
): Promise<readonly InnerCounts[]> {
  const counted: InnerCounts[] = []
  for (const crossing of crossingsOf(plan)) {
    const questions = new Map<Id, Inner>()
    const keys = keysOf(crossing)
    for (const { id, answers } of plan.questions) {
      const rows = await engine.rows(countsSql(definition, relation, keys, id, answers))
      questions.set(id, collect(crossing, rows, answers))
    }
    counted.push({ crossing, questions })
  }
  return counted
}

type Inner = InnerCounts['questions'] extends ReadonlyMap<Id, infer One> ? One : never

/** What tells the cells of a crossing apart: name -> SQL. */
const keysOf = ({ populations, variables }: Crossing): readonly (readonly [string, string])[] => [
  ...populations.map((id, index) => [`p${index}`, identifier(populationColumn(id))] as const),
  ...variables.map((id, index) => [`v${index}`, `${columnOf(id)}::VARCHAR`] as const),
]

/**
 * SQL of the counts of one question: its base, then its rows without nets. Responses that are alike in all of it are
 * counted first: conditions are then looked at once for each different response, and not for each of a million.
 */
function countsSql(
  definition: Definition,
  relation: string,
  keys: ReturnType<typeof keysOf>,
  id: Id,
  answers: readonly string[],
): string {
  const question = [...definition.questions, ...questionsOfThemes(definition)].find((one) => one.id === id)
  if (question === undefined) throw new Error(`question ${id} is not declared`)
  const base = baseSql(question)
  const rows = answerRows(question).slice(0, answers.length)
  const counts = [base, ...rows.map(({ holds }) => `(${base}) AND (${holds})`)].map(
    (holds, index) => `coalesce(sum(alike) FILTER (WHERE ${holds}), 0)::INTEGER AS n${index}`,
  )
  const named = keys.map(([name, sql]) => `${sql} AS ${name}`)
  const inside = [...named, ...columnsOfQuestion(question).map(identifier), 'count(*) AS alike']
  return `SELECT ${[...keys.map(([name]) => name), ...counts].join(', ')}
    FROM (SELECT ${inside.join(', ')} FROM ${identifier(relation)} GROUP BY ALL) GROUP BY ALL`
}

/** The counts of one question, cell by cell of the crossing. */
function collect(
  { cells, populations, variables }: Crossing,
  rows: readonly Row[],
  answers: readonly string[],
): Inner {
  const base = cells.map(() => 0)
  const counts = answers.map(() => cells.map(() => 0))
  const shown = variables.map((_, index) => new Set(cells.map(({ values }) => values[index])))
  const index = new Map(cells.map((cell, number) => [JSON.stringify(cell), number]))
  for (const row of rows) {
    const values = variables.map((_, variable) => {
      const label = row[`v${variable}`]
      return typeof label === 'string' && shown[variable]?.has(label) ? label : ''
    })
    const cell = {
      populations: populations.filter((_, number) => row[`p${number}`] === true),
      values,
    }
    const number = index.get(JSON.stringify(cell))
    if (number === undefined)
      throw new Error('responses are in a cell that the rules of the populations rule out')
    base[number] = (base[number] ?? 0) + Number(row['n0'])
    for (const [answer, list] of counts.entries()) {
      list[number] = (list[number] ?? 0) + Number(row[`n${answer + 1}`])
    }
  }
  return { base, rows: new Map(answers.map((label, answer) => [label, counts[answer] ?? []])) }
}
