import { beforeAll, describe, expect, it } from 'vitest'
import { derive } from '../../pipeline/attack/derive.ts'
import { groupsTogether, toldGroups } from '../../pipeline/attack/told-apart.ts'
import { crossingsOf } from '../../pipeline/disclosure/index.ts'
import { loadSolver, type Solver } from '../../pipeline/solver/index.ts'
import { plan, printed, question } from '../support/plans.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const ward = (id: string, of: string | readonly string[]) => ({
  id,
  populations: [],
  without: [],
  values: { ward: of },
})
const PLAN = plan(
  [question('agree', ['Yes', 'No'])],
  { minimum_base: 10, unanimity_below: 20, values_left: 3 },
  {
    groups: [
      ward('North', 'North'),
      ward('East', 'East'),
      ward('South', 'South'),
      ward('North and East', ['North', 'East']),
    ],
    variables: [{ id: 'ward', values: ['North', 'East', 'South'] }],
  },
)

describe('a column of several groups', () => {
  it('is read by the attack as the people of all of them: one less the other follows', () => {
    const shown = [
      ...printed('agree', 'South', { Yes: 30, No: 30 }, 60),
      ...printed('agree', 'North and East', { Yes: 20, No: 25 }, 45),
    ]
    const found = (more: ReturnType<typeof printed>) =>
      derive(solver, { plan: PLAN, figures: [...shown, ...more], counts: [] }).findings.map(
        ({ group }) => group,
      )
    expect(found([])).toEqual([])
    const given = found(printed('agree', 'East', { Yes: 18, No: 22 }, 40))
    expect(given).toContain('North')
  })

  it('is a group to be looked at, and nothing is subtracted from it', () => {
    const [crossing] = crossingsOf(PLAN)
    if (crossing === undefined) throw new Error('too many cells')
    const told = toldGroups(crossing, 0, groupsTogether(PLAN)).map(({ description }) => description)
    expect(told).toContain('North and East')
    expect(told.filter((one) => /without North and East|North and East without/.test(one))).toEqual([])
    expect([...groupsTogether(PLAN)]).toEqual(['North and East'])
  })
})
