import fc from 'fast-check'
import type { PublishedFigure } from '../../pipeline/attack/published.ts'
import {
  crossingsOf,
  type InnerCounts,
  type PlannedGroup,
  type PlannedQuestion,
  type TabulationPlan,
} from '../../pipeline/disclosure/index.ts'
import { EVERYBODY, groupOf, plan, question } from './plans.ts'

/** Somebody who took part: labels of variables ('' for none), rows of questions (absent: not in the base). */
export interface Person {
  readonly labels: Readonly<Record<string, string>>
  readonly rows: Readonly<Record<string, readonly string[]>>
}

export interface World {
  readonly plan: TabulationPlan
  readonly people: readonly Person[]
}

const LABELS = { v: ['', 'a', 'b'], w: ['', 'x', 'y'] } as const
const any = (labels: readonly string[]) => ({ how: 'any' as const, labels })

/** Populations that nest, overlap, and a breakdown; each world has everybody and up to two of these. */
const GROUPINGS: Readonly<Record<string, readonly PlannedGroup[]>> = {
  inner: [groupOf('inner')],
  outer: [groupOf('outer')],
  across: [groupOf('across')],
  rest: [{ id: 'rest', populations: [], without: ['outer'], values: {} }],
  by_w: ['x', 'y'].map((value) => ({ id: `w_${value}`, populations: [], without: [], values: { w: value } })),
  inner_by_w: ['x', 'y'].map((value) => ({
    id: `inner_w_${value}`,
    populations: ['inner'],
    without: [],
    values: { w: value },
  })),
}

const POPULATIONS = [
  { id: 'inner', where: { v: any(['a']) } },
  { id: 'outer', where: { v: any(['a', 'b']) } },
  { id: 'across', where: { u: any(['p']) } },
]

const VARIABLES = [
  { id: 'v', values: ['a', 'b'] },
  { id: 'w', values: ['x', 'y'] },
  { id: 'u', values: ['p', 'q'] },
]

const QUESTIONS: readonly (readonly PlannedQuestion[])[] = [
  [question('one', ['A', 'B'])],
  [question('one', ['A', 'B', 'C'])],
  [question('one', ['A', 'B', 'C'], { nets: { 'A or B': ['A', 'B'] } })],
  [question('one', ['A', 'B', 'No reply'], { base: 'asked' })],
  [question('several', ['A', 'B'], { rows: 'several' })],
  [
    question('one', ['A', 'B']),
    question('then', ['C', 'D'], { askedIf: [{ question: 'one', answers: ['A'] }] }),
  ],
  [
    question('one', ['A', 'B']),
    question('then', ['C', 'No reply'], {
      base: 'asked',
      askedIf: [{ question: 'one', answers: ['A'] }],
    }),
  ],
]

const rules = fc.record({
  minimum_base: fc.integer({ min: 2, max: 4 }),
  unanimity_below: fc.constantFrom(0, 4, 6),
  values_left: fc.integer({ min: 2, max: 3 }),
  small_counts: fc.constantFrom(0, 0, 1, 2),
})

/** Small consultations of every make. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    rules,
    questions: fc.constantFrom(...QUESTIONS),
    groupings: fc.subarray(Object.keys(GROUPINGS), { minLength: 1, maxLength: 2 }),
    people: fc.array(
      fc.record({
        v: fc.constantFrom(...LABELS.v),
        w: fc.constantFrom(...LABELS.w),
        u: fc.constantFrom('p', 'q'),
        first: fc.constantFrom('A', 'A', 'B', 'C', undefined),
        ticks: fc.subarray(['A', 'B']),
        second: fc.constantFrom('C', 'C', 'D', undefined),
      }),
      { minLength: 4, maxLength: 9 },
    ),
  })
  .map(({ rules: own, questions, groupings, people }) => ({
    plan: plan(questions, own, {
      populations: POPULATIONS,
      variables: VARIABLES,
      groups: [EVERYBODY, ...groupings.flatMap((name) => GROUPINGS[name] ?? [])],
    }),
    people: people.map(
      ({ v, w, u, first, ticks, second }): Person => ({
        labels: { v, w, u },
        rows: Object.fromEntries(questions.flatMap((one) => answered(one, first, ticks, second))),
      }),
    ),
  }))

function answered(
  { id, rows, answers, base }: PlannedQuestion,
  first: string | undefined,
  ticks: readonly string[],
  second: string | undefined,
): readonly (readonly [string, readonly string[]])[] {
  if (rows === 'several') return first === undefined ? [] : [[id, ticks]]
  if (id === 'then' && first !== 'A') return []
  const said = id === 'then' ? second : first
  if (said !== undefined && answers.includes(said)) return [[id, [said]]]
  return base === 'asked' ? [[id, ['No reply']]] : []
}

/** Whether a group has somebody. */
export function isIn(
  { populations, without, values }: PlannedGroup,
  { labels }: Pick<Person, 'labels'>,
): boolean {
  const belongs = (id: string) =>
    id === 'across' ? labels['u'] === 'p' : labels['v'] === 'a' || (id === 'outer' && labels['v'] === 'b')
  return (
    populations.every(belongs) &&
    !without.some(belongs) &&
    Object.entries(values).every(([name, value]) => labels[name] === value)
  )
}

/** Whether somebody counts in a row; null is the base. A net is its answers. */
const counts = (one: PlannedQuestion, { rows }: Person, row: string | null): boolean => {
  const own = rows[one.id]
  if (own === undefined) return false
  return row === null || (one.nets[row] ?? [row]).some((answer) => own.includes(answer))
}

export const countOf = (one: PlannedQuestion, people: readonly Person[], row: string | null): number =>
  people.filter((person) => counts(one, person, row)).length

/** Every count that tables would show if nothing were hidden. */
export const allCounts = ({ plan: { questions, groups }, people }: World) =>
  questions.flatMap((one) =>
    groups.flatMap((group) => {
      const members = people.filter((person) => isIn(group, person))
      return [null, ...one.answers, ...Object.keys(one.nets)].map((row) => ({
        question: one.id,
        group: group.id,
        row,
        count: countOf(one, members, row),
      }))
    }),
  )

/** What a table of a world's people has in its finest cells, as the protector is given it. */
export const innerOf = ({ plan: planned, people }: World): readonly InnerCounts[] =>
  crossingsOf(planned).map((crossing) => {
    const inCell = crossing.cells.map(({ populations, values }) =>
      people.filter(
        (person) =>
          crossing.populations.every((id) => isIn(groupOf(id), person) === populations.includes(id)) &&
          crossing.variables.every((name, place) => (person.labels[name] ?? '') === values[place]),
      ),
    )
    return {
      crossing,
      questions: new Map(
        planned.questions.map((one) => [
          one.id,
          {
            base: inCell.map((members) => countOf(one, members, null)),
            rows: new Map(
              one.answers.map((row) => [row, inCell.map((members) => countOf(one, members, row))]),
            ),
          },
        ]),
      ),
    }
  })

type Count = ReturnType<typeof allCounts>[number]
export type Hidden = (count: Omit<Count, 'count'>) => boolean

/** What is seen of a world: a base of nobody always, nothing of a base that is hidden. */
export function seenCounts(world: World, hidden: Hidden): readonly Count[] {
  const all = allCounts(world)
  const bases = new Map(
    all
      .filter(({ row }) => row === null)
      .map((count) => [JSON.stringify([count.question, count.group]), count]),
  )
  return all.filter((count) => {
    const base = bases.get(JSON.stringify([count.question, count.group]))
    if (base === undefined) return false
    if (base.count === 0) return count.row === null && !hidden(base)
    return base.count >= world.plan.rules.minimum_base && !hidden({ ...base }) && !hidden(count)
  })
}

/** The same as figures of the table of each question. */
export function figuresOf(
  seen: readonly Count[],
  statistic: 'count' | 'percent' = 'count',
): readonly PublishedFigure[] {
  const baseOf = ({ question: id, group }: Count) =>
    seen.find((one) => one.question === id && one.group === group && one.row === null)?.count ?? 0
  return seen.map((count): PublishedFigure => {
    const base = baseOf(count)
    const none = base === 0
    const value = statistic === 'count' ? count.count : Math.floor((200 * count.count + base) / (2 * base))
    return {
      table: count.question,
      population: count.group,
      row: count.row ?? 'Total',
      statistic,
      value: none ? '' : String(value),
      status: none ? 'z' : '',
      base: String(base),
    }
  })
}
