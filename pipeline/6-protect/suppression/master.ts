import type { Program, Row, Solver } from '../../solver/index.ts'
import type { Item } from './problem.ts'

/** Work for one master problem: branch-and-bound nodes. */
const EFFORT = { nodes: 20_000, seconds: 300 } as const

/**
 * The program that says what to hide: each item is hidden or not, the cheapest together that meet the cuts. A share is
 * hidden where its base is.
 */
export const masterOf = (solver: Solver, items: readonly Item[], cuts: readonly Row[]): Program =>
  solver.open({
    columns: items.map(({ weight, primary }) => ({
      lower: primary ? 1 : 0,
      upper: 1,
      integer: true,
      cost: weight,
    })),
    rows: [
      ...items.flatMap(({ base }, index): readonly Row[] =>
        base === undefined
          ? []
          : [
              {
                lower: 0,
                upper: Number.POSITIVE_INFINITY,
                terms: [
                  [index, 1],
                  [base, -1],
                ],
              },
            ],
      ),
      ...cuts,
    ],
  })

/** How much of each item to hide; undefined where the effort is spent before the cheapest was found. */
export function solveMaster(master: Program): Float64Array | undefined {
  const { status, objective, values } = master.solve('min', EFFORT)
  if (status === 'infeasible') throw new Error('hiding every figure must always be possible')
  return objective === undefined || status === 'limit' ? undefined : values
}

export const hiddenIn = (items: readonly Item[], values: Float64Array): ReadonlySet<number> =>
  new Set([...items.keys()].filter((index) => (values[index] ?? 0) > 0.5))
