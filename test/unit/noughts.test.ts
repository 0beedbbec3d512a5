import { describe, expect, it } from 'vitest'
import { roundedSuppression } from '../../pipeline/6-protect/rounding/suppression.ts'
import type { InnerCounts, TabulationPlan } from '../../pipeline/disclosure/index.ts'

/** A ward by type of so many people, and how many of them gave each answer. */
type Cell = readonly [ward: string, type: string, a: number, b: number, c: number]

const ANSWERS = ['A', 'B', 'C']

/** What is hidden of a question whose tables show both variables under rounding. */
function hidden(cells: readonly Cell[]): readonly string[] {
  const wards = [...new Set(cells.map(([ward]) => ward))]
  const types = [...new Set(cells.map(([, type]) => type))]
  const groups = [
    { id: 'all', populations: [], without: [], values: {} },
    ...wards.map((ward) => ({ id: ward, populations: [], without: [], values: { ward } })),
    ...types.map((type) => ({ id: type, populations: [], without: [], values: { type } })),
  ]
  const inGroup = (id: string, [ward, type]: Cell) => id === 'all' || id === ward || id === type
  const question = {
    ...{ id: 'q', rows: 'one', answers: ANSWERS, nets: {}, base: 'answered', askedIf: [] },
    ...{ weighted: false, columns: [], replies: [] },
  }
  const plan = {
    rules: { minimum_base: 3, unanimity_below: 20, small_counts: 0, rounding: 5, microdata: 0 },
    ...{ questions: [question], populations: [], groups, published: [] },
  } as unknown as TabulationPlan
  const inner = {
    crossing: {
      ...{ variables: ['type', 'ward'], populations: [] },
      cells: cells.map(([ward, type]) => ({ populations: [], values: [type, ward] })),
      groups: new Map(
        groups.map(({ id }) => [id, cells.flatMap((cell, index) => (inGroup(id, cell) ? [index] : []))]),
      ),
    },
    measures: new Map(),
    questions: new Map([
      [
        'q',
        {
          base: cells.map(([, , ...counts]) => counts.reduce((sum, one) => sum + one, 0)),
          rows: new Map(ANSWERS.map((row, at) => [row, cells.map(([, , ...counts]) => counts[at] ?? 0)])),
        },
      ],
    ]),
  } as unknown as InnerCounts
  const shown = groups.flatMap(({ id: group }) => {
    const own = cells.filter((cell) => inGroup(group, cell))
    const sum = (at: number) => own.reduce((total, cell) => total + (cell[at + 2] as number), 0)
    const counts = ANSWERS.map((row, at) => ({ question: 'q', group, row, count: sum(at) }))
    const base = counts.reduce((total, { count }) => total + count, 0)
    return [{ question: 'q', group, row: null, count: base }, ...counts]
  })
  const classes = { withheld: new Map(), leftOut: new Set<string>(), sides: [] }
  const found = roundedSuppression({
    plan,
    inner: [inner],
    shown,
    measured: [],
    classes,
    settled: [],
    rates: [],
    conditions: { of: new Map(), populations: new Map(), oneFile: true },
    rowsGiveWay: true,
    given: [],
  })
  return found.hidden.flatMap(({ group, row }) => (row === null ? [group] : []))
}

describe('noughts of rounded tables', () => {
  const others: readonly Cell[] = [
    ['East', 'Parish', 20, 20, 20],
    ['West', 'Council', 20, 20, 20],
  ]

  it('of two columns that leave those in both one answer take one of the two with them', () => {
    // In North nobody said A, and of charities nobody said B: the two in both said C.
    const cells: readonly Cell[] = [
      ...others,
      ['North', 'Charity', 0, 0, 2],
      ['North', 'Parish', 0, 30, 5],
      ['East', 'Charity', 40, 0, 5],
    ]
    expect(hidden(cells)).toEqual(['North'])
  })

  it.each<[string, readonly Cell[]]>([
    [
      'two answers are possible of everybody',
      [
        ['North', 'Charity', 0, 1, 1],
        ['North', 'Parish', 0, 30, 5],
      ],
    ],
    [
      'a column of many says as much of all of them',
      [
        ['North', 'Charity', 0, 0, 2],
        ['North', 'Parish', 0, 0, 30],
      ],
    ],
    ['nobody is in both', [['North', 'Parish', 0, 30, 5]]],
  ])('stay where %s', (_, north) => {
    expect(hidden([...others, ...north, ['East', 'Charity', 40, 0, 5]])).toEqual([])
  })
})
