import fc from 'fast-check'
import type { PlannedGroup, PlannedQuestion, TabulationPlan } from '../../pipeline/disclosure/index.ts'
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
    question('then', ['C', 'D'], { askedIf: [{ question: 'one', how: 'any', answers: ['A'] }] }),
  ],
  [
    question('one', ['A', 'B']),
    question('then', ['C', 'D', 'No reply'], {
      base: 'asked',
      askedIf: [{ question: 'one', how: 'any', answers: ['A'] }],
      exactly: true,
    }),
  ],
]

/** A count that is small is smaller than a group that may be shown, in every profile. */
const rules = fc
  .record({
    minimum_base: fc.integer({ min: 2, max: 4 }),
    unanimity_below: fc.constantFrom(0, 4, 6),
    values_left: fc.integer({ min: 2, max: 3 }),
    small_counts: fc.constantFrom(0, 0, 1, 2),
  })
  .map((own) => ({ ...own, small_counts: Math.min(own.small_counts, own.minimum_base - 1) }))

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
