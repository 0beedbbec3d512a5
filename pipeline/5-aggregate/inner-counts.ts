import { type Definition, type Id, populationColumn } from '../definition/index.ts'
import { type Crossing, crossingsOf, type InnerCounts, type TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier, type Row } from '../engine/index.ts'
import { answerRows, baseSql } from './answers.ts'
import { columnOf } from './groups.ts'
import { questionsOfThemes } from './theme-tables.ts'

/** Counts asked of the engine at once: more would make one statement too long. */
const MOST_COUNTS = 300

/**
 * Counts every question in the cells of every crossing of the plan, in passes that take as many
 * questions together as fit. Whole numbers, unweighted; the result has as many cells as the crossings.
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
    for (const batch of batches(plan)) {
      const keys = keysOf(definition, crossing)
      const items = batch.flatMap(({ id, answers }, place) => countsSql(definition, id, answers, place))
      const rows = await engine.rows(`SELECT ${[...keys, ...items].join(', ')} FROM ${identifier(relation)}
        GROUP BY ALL`)
      for (const [place, { id, answers }] of batch.entries()) {
        questions.set(id, collect(crossing, rows, place, answers))
      }
    }
    counted.push({ crossing, questions })
  }
  return counted
}

type Inner = InnerCounts['questions'] extends ReadonlyMap<Id, infer One> ? One : never

function batches({ questions }: TabulationPlan): readonly (readonly TabulationPlan['questions'][number][])[] {
  const made: TabulationPlan['questions'][number][][] = []
  let size = MOST_COUNTS
  for (const question of questions) {
    size += question.answers.length + 1
    if (size > MOST_COUNTS) {
      made.push([])
      size = question.answers.length + 1
    }
    made.at(-1)?.push(question)
  }
  return made
}

const keysOf = (definition: Definition, { populations, variables }: Crossing): readonly string[] => [
  ...populations.map((id, index) => `${identifier(populationColumn(id))} AS p${index}`),
  ...variables.map((id, index) => `${columnOf(definition, id)}::VARCHAR AS v${index}`),
]

/** SQL of the counts of one question: its base, then its rows without nets. */
function countsSql(
  definition: Definition,
  id: Id,
  answers: readonly string[],
  place: number,
): readonly string[] {
  const question = [...definition.questions, ...questionsOfThemes(definition)].find((one) => one.id === id)
  if (question === undefined) throw new Error(`question ${id} is not declared`)
  const base = baseSql(question)
  const rows = answerRows(question).slice(0, answers.length)
  return [base, ...rows.map(({ holds }) => `(${base}) AND (${holds})`)].map(
    (holds, index) => `(count(*) FILTER (WHERE ${holds}))::INTEGER AS q${place}_${index}`,
  )
}

/** The counts of one question, cell by cell of the crossing. */
function collect(
  { cells, populations, variables }: Crossing,
  rows: readonly Row[],
  place: number,
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
    base[number] = (base[number] ?? 0) + Number(row[`q${place}_0`])
    for (const [answer, list] of counts.entries()) {
      list[number] = (list[number] ?? 0) + Number(row[`q${place}_${answer + 1}`])
    }
  }
  return { base, rows: new Map(answers.map((label, answer) => [label, counts[answer] ?? []])) }
}
