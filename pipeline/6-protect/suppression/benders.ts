import type { Row, Solver, Term } from '../../solver/index.ts'
import { type End, type Intruder, intruderOf } from './intruder.ts'
import type { Problem } from './problem.ts'
import type { Target } from './targets.ts'

/** Which items to hide, and whether nothing cheaper would do. */
export interface Choice {
  readonly hidden: ReadonlySet<number>
  readonly unprotectable: readonly Target[]
  readonly optimal: boolean
  readonly rounds: number
}

/** Rounds of asking the intruder before the heuristic takes over. */
const MOST_ROUNDS = 150
/** Work for one master problem: branch-and-bound nodes. */
const MASTER = { nodes: 20_000, seconds: 300 } as const
const TINY = 1e-6

/**
 * The cheapest figures to hide so that every target keeps its interval (Fischetti and Salazar 1999 and 2001:
 * Benders cuts from the duals of the intruder's linear programs). The master says what to hide, the
 * intruder shows what he still derives, each such derivation becomes a cut, until he derives nothing.
 * Undefined where the effort is spent before that.
 */
export function cheapestSuppression(
  solver: Solver,
  problem: Problem,
  targets: readonly Target[],
): Choice | undefined {
  const { items } = problem
  const intruder = intruderOf(solver, problem)
  const master = solver.open({
    columns: items.map(({ weight, primary }) => ({
      lower: primary ? 1 : 0,
      upper: 1,
      integer: true,
      cost: weight,
    })),
    rows: items.flatMap(({ base }, index): readonly Row[] =>
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
  })
  const unprotectable = new Set<Target>()
  const derived = new Set<Target>()
  try {
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      const found = master.solve('min', MASTER)
      if (found.status === 'infeasible') throw new Error('hiding every figure must always be possible')
      if (found.objective === undefined || found.status === 'limit') return undefined
      const hidden = new Set([...items.keys()].filter((index) => (found.values[index] ?? 0) > 0.5))
      intruder.hide(hidden)
      const open = targets.filter((target) => !unprotectable.has(target))
      // Those that were still derived last time are asked about first: all are once these hold.
      const first = open.filter((target) => derived.has(target))
      derived.clear()
      const cuts = [first, open].reduce<readonly Row[]>(
        (made, some) => (made.length > 0 ? made : cutsOfAll(intruder, some, derived, unprotectable)),
        [],
      )
      if (cuts.length === 0) {
        return { hidden, unprotectable: [...unprotectable], optimal: true, rounds: round }
      }
      for (const cut of cuts) master.addRow(cut)
    }
    return undefined
  } finally {
    master.close()
    intruder.close()
  }
}

/** The cuts of some targets; which of them are still derived, and which nothing protects, is noted. */
function cutsOfAll(
  intruder: Intruder,
  targets: readonly Target[],
  derived: Set<Target>,
  unprotectable: Set<Target>,
): readonly Row[] {
  const free = intruder.free(targets)
  return targets.flatMap((target) => {
    if (free.has(target)) return []
    const made = cutsOf(intruder, target)
    if (made === 'unprotectable') {
      unprotectable.add(target)
      return []
    }
    if (made.length > 0) derived.add(target)
    return made
  })
}

/** What must be hidden for a target to be wider than it is; nothing where it is wide enough. */
export function cutsOf(intruder: Intruder, target: Target): readonly Row[] | 'unprotectable' {
  const { terms, truth, below, above, wide } = target
  const up = above > 0 || wide > 0 ? intruder.end(terms, truth, 'max') : undefined
  const down = below > 0 || wide > 0 ? intruder.end(terms, truth, 'min') : undefined
  const wanted: readonly (readonly [readonly End[], number])[] = [
    [up === undefined ? [] : [up], above],
    [down === undefined ? [] : [down], below],
    [[up, down].flatMap((end) => end ?? []), wide],
  ]
  const cuts: Row[] = []
  for (const [ends, level] of wanted) {
    const reach = ends.reduce((sum, end) => sum + end.reach, 0)
    if (level <= 0 || reach >= level - TINY) continue
    const cut = cutOf(ends, level)
    if (cut === undefined) return 'unprotectable'
    cuts.push(cut)
  }
  return cuts
}

/** At least `level` of reach, from what the ends gain by hiding; none where all of it would not do. */
function cutOf(ends: readonly End[], level: number): Row | undefined {
  const need = level - ends.reduce((sum, { constant }) => sum + constant, 0)
  const gains = new Map<number, number>()
  for (const end of ends) {
    for (const [item, gain] of end.gains) gains.set(item, (gains.get(item) ?? 0) + gain)
  }
  if (need <= TINY || [...gains.values()].reduce((sum, gain) => sum + gain, 0) < need - TINY) return undefined
  const terms = [...gains].map(([item, gain]): Term => [item, Math.min(1, gain / need)])
  return { lower: 1, upper: Number.POSITIVE_INFINITY, terms }
}
