import type { PlannedQuestion, TabulationPlan } from '../disclosure/index.ts'
import { spansOf } from '../disclosure/index.ts'
import { type Engine, identifier, literal, literals } from '../engine/index.ts'
import { NOTHING } from '../fields.ts'
import type { MicrodataCount } from './published.ts'

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
    [[], ...spansOf(plan).map(({ variables }) => variables)].map((variables) => {
      const shown = variables.filter((name) => plan.published.includes(name))
      return [shown.join('\n'), shown]
    }),
  )
  const counts: MicrodataCount[] = []
  for (const variables of sets.values()) {
    for (const question of questions)
      counts.push(...(await countQuestion(engine, relation, variables, question)))
  }
  return counts
}

/** Counts responses that are alike first: conditions are then looked at for each different one alone. */
async function countQuestion(
  engine: Engine,
  relation: string,
  variables: readonly string[],
  question: PlannedQuestion,
): Promise<readonly MicrodataCount[]> {
  const asked = conditions(question)
  const counts = asked.map(
    ({ holds }, index) => `coalesce(sum(alike) FILTER (WHERE ${holds}), 0)::INTEGER AS n${index}`,
  )
  const hides = namesOf(question).map((name) => `${identifier(name)} = ${literal(NOTHING.notReleased)}`)
  const withheld = `coalesce(sum(alike) FILTER (WHERE ${hides.join(' OR ')}), 0)::INTEGER AS withheld`
  const keys = variables.map((name, index) => `${identifier(name)}::VARCHAR AS v${index}`)
  const inside = [...keys, ...namesOf(question).map(identifier), 'count(*) AS alike']
  const rows = await engine.rows(
    `SELECT ${[...variables.map((_, index) => `v${index}`), ...counts, withheld].join(', ')}
      FROM (SELECT ${inside.join(', ')} FROM ${identifier(relation)} GROUP BY ALL) GROUP BY ALL`,
  )
  // Where answers are withheld, rows do not say how many gave which.
  return rows
    .filter((row) => Number(row['withheld']) === 0)
    .flatMap((row) =>
      asked.map(({ row: label }, index) => ({
        question: question.id,
        values: Object.fromEntries(variables.map((name, number) => [name, String(row[`v${number}`])])),
        row: label,
        count: Number(row[`n${index}`]),
      })),
    )
}

const namesOf = ({ columns }: PlannedQuestion): readonly string[] => [
  ...new Set(columns.map(({ name }) => name)),
]

/** SQL of who is in the base, and in each row that has a column. */
function conditions(question: PlannedQuestion): readonly { row: string | null; holds: string }[] {
  const { columns, replies, base } = question
  const names = namesOf(question)
  const answered = names.map((name) => `${identifier(name)} IN (${literals(replies)})`).join(' OR ')
  const silent = names.map((name) => `${identifier(name)} = '[no reply]'`).join(' OR ')
  return [
    { row: null, holds: base === 'asked' ? `(${answered}) OR (${silent})` : answered },
    ...columns.map(({ row, name, value }) => ({ row, holds: `${identifier(name)} = ${literal(value)}` })),
  ]
}
