import type { SuppressionInput } from '../../pipeline/6-protect/suppression/model.ts'
import {
  type CrossingCell,
  crossingOf,
  type PlannedGroup,
  type TabulationPlan,
  wholeSpan,
} from '../../pipeline/disclosure/index.ts'
import { PROFILES } from '../../pipeline/policy.ts'
import { randomStream } from '../example/random.ts'
import { EVERYBODY, groupOf, plan, question } from '../support/plans.ts'
import { NO_ROWS } from '../support/world-counts.ts'

/** What a seeded survey is made of. */
export interface Size {
  readonly rows: number
  readonly questions: number
  readonly populations: number
  readonly breakdowns: number
}

const ANSWERS = ['Strongly agree', 'Agree', 'Neither', 'Disagree', 'Strongly disagree']

/** Values of the variables of breakdowns, and how many variables populations rest on, with how many values. */
const VALUES = [9, 6, 12] as const
const FACTS = 6
const LABELS = 8
/** How much rarer each value of the last breakdown is than the one before. */
const RARE = 12

/** What the protector would be given of a survey in which populations overlap each other and all breakdowns. */
export function surveyOf({ rows, questions, populations, breakdowns }: Size): SuppressionInput {
  const stream = randomStream(`survey ${rows} ${questions} ${populations} ${breakdowns}`)
  // Low numbers are commoner, as in every survey; the last breakdown has values that only few people have.
  const value = (values: number, power = 1.7) => Math.floor((stream.int(10_000) / 10_000) ** power * values)
  const variables = VALUES.slice(0, breakdowns).map((values, index) => ({
    id: `b${index}`,
    values: Array.from({ length: values }, (_, at) => `b${index} ${at}`),
  }))
  const made = Array.from({ length: populations }, (_, index) => ({
    id: `p${index}`,
    fact: index % FACTS,
    labels: new Set(Array.from({ length: 2 + stream.int(3) }, () => stream.int(LABELS))),
  }))
  const asked = Array.from({ length: questions }, (_, index) => question(`q${index}`, ANSWERS))
  const groups: PlannedGroup[] = [
    EVERYBODY,
    ...made.map(({ id }) => groupOf(id)),
    ...variables.flatMap(({ id, values }) =>
      values.map((label) => ({ id: label, populations: [], without: [], values: { [id]: label } })),
    ),
  ]
  const planned: TabulationPlan = plan(asked, PROFILES.consultation, {
    populations: made.map(({ id, fact, labels }) => ({
      id,
      where: { [`f${fact}`]: { how: 'any', labels: [...labels].map(String) } },
    })),
    groups,
    variables,
  })
  const span = wholeSpan(planned)
  const cells = new Map<string, { readonly cell: CrossingCell; readonly people: number[] }>()
  for (let person = 0; person < rows; person += 1) {
    const facts = Array.from({ length: FACTS }, () => value(LABELS))
    const values = variables.map(
      (one, at) => one.values[value(one.values.length, at === breakdowns - 1 ? RARE : undefined)] ?? '',
    )
    const within = made.filter(({ fact, labels }) => labels.has(facts[fact] ?? -1)).map(({ id }) => id)
    const cell = { populations: within.sort(), values }
    const key = JSON.stringify(cell)
    const found = cells.get(key) ?? { cell, people: [] }
    found.people.push(person)
    cells.set(key, found)
  }
  const all = [...cells.values()]
  const crossing = crossingOf(
    planned.groups,
    span,
    all.map(({ cell }) => cell),
  )
  const counted = asked.map(({ id }) => {
    const said = Array.from({ length: rows }, () => (stream.int(20) === 0 ? -1 : value(ANSWERS.length)))
    const list = (holds: (answer: number) => boolean) =>
      all.map(({ people }) => people.filter((person) => holds(said[person] ?? -1)).length)
    const counts = new Map(ANSWERS.map((row, at) => [row, list((answer) => answer === at)]))
    return [id, { base: list((answer) => answer >= 0), rows: counts }] as const
  })
  const shown = counted.flatMap(([id, { base, rows: counts }]) =>
    groups.flatMap((group) => {
      const own = crossing.groups.get(group.id) ?? []
      const sum = (of: readonly number[]) => own.reduce((total, cell) => total + (of[cell] ?? 0), 0)
      return [
        { question: id, group: group.id, row: null, count: sum(base) },
        ...[...counts].map(([row, of]) => ({ question: id, group: group.id, row, count: sum(of) })),
      ]
    }),
  )
  const people = all.map((cell) => cell.people.length)
  const inner = [{ crossing, people, measures: new Map(), questions: new Map(counted) }]
  return { plan: planned, inner, shown, ...NO_ROWS }
}
