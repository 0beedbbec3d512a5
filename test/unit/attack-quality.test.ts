import { beforeAll, describe, expect, it } from 'vitest'
import { derive } from '../../pipeline/attack/derive.ts'
import type { PublishedFigure } from '../../pipeline/attack/published.ts'
import { loadSolver, type Solver } from '../../pipeline/solver/index.ts'
import { groupOf, plan, printed, question } from '../support/plans.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** Members are among residents: residents less members are four people, who all said no. */
const PLAN = plan(
  [question('agree', ['Yes', 'No'])],
  { minimum_base: 10, unanimity_below: 20, values_left: 3 },
  {
    groups: [groupOf('residents'), groupOf('members')],
    populations: [
      { id: 'residents', where: { area: { how: 'any', labels: ['Inside'] } } },
      {
        id: 'members',
        where: { area: { how: 'any', labels: ['Inside'] }, club: { how: 'any', labels: ['Yes'] } },
      },
    ],
    variables: [
      { id: 'area', values: ['Inside', 'Outside'] },
      { id: 'club', values: ['Yes', 'No'] },
    ],
  },
)

const COUNTS = [
  ...printed('agree', 'residents', { Yes: 20, No: 24 }, 44),
  ...printed('agree', 'members', { Yes: 20, No: 20 }, 40),
]
const PERCENTAGES = COUNTS.map(
  ({ value, base, ...rest }): PublishedFigure => ({
    ...{ ...rest, base, statistic: 'percent' },
    value: ((100 * Number(value)) / Number(base)).toFixed(1),
  }),
)

const found = (figures: readonly PublishedFigure[]) =>
  derive(solver, { plan: PLAN, figures, counts: [] }).findings.map(({ rule }) => rule)

describe('figures of low reliability', () => {
  it.each([
    ['counts', COUNTS],
    ['percentages', PERCENTAGES],
  ])('give away as much as others: %s', (_, figures) => {
    const plain = found(figures)
    expect(plain.length).toBeGreaterThan(0)
    expect(found(figures.map((figure) => ({ ...figure, status: 'u' })))).toEqual(plain)
  })

  it('that are left out for quality say nothing of how large they are', () => {
    const left = PERCENTAGES.map((figure) => ({ ...figure, value: '', status: 'x' }))
    expect(() => found(left)).not.toThrow()
    const hidden = left.map((figure) => ({ ...figure, status: 'c' }))
    expect(found(left)).toEqual(found(hidden))
  })
})
