import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { derive } from '../../pipeline/attack/derive.ts'
import { combiner, combinersOf } from '../../pipeline/attack/implied-sizes.ts'
import { sizesAlone } from '../../pipeline/attack/sizes-alone.ts'
import { toldGroups } from '../../pipeline/attack/told-apart.ts'
import { crossingsOf, routingComponents } from '../../pipeline/disclosure/index.ts'
import { loadSolver, type Solver } from '../../pipeline/solver/index.ts'
import { figuresOf, seenCounts } from '../support/world-counts.ts'
import { worlds } from '../support/worlds.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

describe('questions that the sizes of their groups settle', { timeout: 300_000 }, () => {
  // What only the answers narrow is left out of large plans, and said to be.
  it('give away no group that follows from what is shown, and others are looked at', () => {
    const said = { settled: 0, open: 0 }
    fc.assert(
      fc.property(worlds, fc.integer({ min: 2, max: 5 }), (world, minimum_base) => {
        const rules = { ...world.plan.rules, minimum_base, unanimity_below: 0, small_counts: 0 }
        const plan = { ...world.plan, rules }
        const figures = figuresOf(
          seenCounts({ ...world, plan: { ...plan, rules: { ...rules, minimum_base: 0 } } }, () => false),
        )
        const crossings = crossingsOf(plan).filter((crossing) => crossing !== undefined)
        const groups = crossings.flatMap((crossing, index) => toldGroups(crossing, index))
        const settle = sizesAlone(solver, {
          plan,
          crossings,
          groups,
          figures,
          counts: [],
          combiners: combinersOf(crossings),
          most: world.people.length,
        })
        const combine = crossings.map(({ cells, groups: shown }) =>
          combiner([...shown.values()], cells.length),
        )
        const follows = (name: string) =>
          groups.some(
            ({ description, crossing, cells }) =>
              description === name && combine[crossing]?.(cells) !== undefined,
          )
        const { findings } = derive(solver, { plan, figures, counts: [] })
        for (const [only = '', ...others] of routingComponents(plan)) {
          if (others.length > 0) continue
          const settled = settle(only) !== undefined
          said[settled ? 'settled' : 'open'] += 1
          const own = findings.filter(({ question, group }) => question === only && follows(group))
          if (settled) expect(own).toEqual([])
        }
      }),
      { numRuns: 120 },
    )
    expect(said.settled).toBeGreaterThan(2)
    expect(said.open).toBeGreaterThan(20)
  })
})
