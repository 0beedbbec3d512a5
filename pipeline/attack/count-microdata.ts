import type { PlannedQuestion, TabulationPlan } from '../disclosure/index.ts'
import { crossingsOf } from '../disclosure/index.ts'
import { type Engine, identifier, literal, literals } from '../engine/index.ts'
import type { MicrodataCount } from './published.ts'

/** Counts asked of the engine at once. */
const MOST_QUESTIONS = 30

/**
 * What the published responses say about the tables: every question's base and rows, for everybody and for
 * each class of the published variables that tables are broken down by. `relation` holds the published
 * responses as text. Questions whose base a rule narrows cannot be counted so, nor
 * themes.
 */
export async function countMicrodata(
  engine: Engine,
  plan: TabulationPlan,
  relation: string,
): Promise<readonly MicrodataCount[]> {
  const questions = plan.questions.filter(({ base, columns }) => base !== 'rule' && columns.length > 0)
  const sets = new Map(
    [[], ...crossingsOf(plan).map(({ variables }) => variables)].map((variables) => {
      const shown = variables.filter((name) => plan.published.includes(name))
      return [shown.join('\n'), shown]
    }),
  )
  const counts: MicrodataCount[] = []
  for (const variables of sets.values()) {
    for (let start = 0; start < questions.length; start += MOST_QUESTIONS) {
      const batch = questions.slice(start, start + MOST_QUESTIONS)
      counts.push(...(await countBatch(engine, relation, variables, batch)))
    }
  }
  return counts
}

async function countBatch(
  engine: Engine,
  relation: string,
  variables: readonly string[],
  questions: readonly PlannedQuestion[],
): Promise<readonly MicrodataCount[]> {
  const items = questions.flatMap((question, place) =>
    conditions(question).map(
      ({ holds }, index) => `(count(*) FILTER (WHERE ${holds}))::INTEGER AS q${place}_${index}`,
    ),
  )
  const keys = variables.map((name, index) => `${identifier(name)}::VARCHAR AS v${index}`)
  const rows = await engine.rows(
    `SELECT ${[...keys, ...items].join(', ')} FROM ${identifier(relation)} GROUP BY ALL`,
  )
  return rows.flatMap((row) =>
    questions.flatMap((question, place) =>
      conditions(question).map(({ row: label }, index) => ({
        question: question.id,
        values: Object.fromEntries(variables.map((name, number) => [name, String(row[`v${number}`])])),
        row: label,
        count: Number(row[`q${place}_${index}`]),
      })),
    ),
  )
}

/** SQL of who is in the base, and in each row that has a column. */
function conditions({
  columns,
  replies,
  base,
}: PlannedQuestion): readonly { row: string | null; holds: string }[] {
  const names = [...new Set(columns.map(({ name }) => name))]
  const answered = names.map((name) => `${identifier(name)} IN (${literals(replies)})`).join(' OR ')
  const silent = names.map((name) => `${identifier(name)} = '[no reply]'`).join(' OR ')
  return [
    { row: null, holds: base === 'asked' ? `(${answered}) OR (${silent})` : answered },
    ...columns.map(({ row, name, value }) => ({ row, holds: `${identifier(name)} = ${literal(value)}` })),
  ]
}
