import type { Row, Solver, Term } from '../../solver/index.ts'
import { type End, type Intruder, intruderOf, type Room } from './intruder.ts'
import { hiddenIn, masterOf, solveMaster } from './master.ts'
import type { Problem } from './problem.ts'
import type { Target } from './targets.ts'

/** Which items to hide, and whether nothing cheaper would do. */
export interface Choice {
  readonly hidden: ReadonlySet<number>
  /** Targets that whole numbers were seen to leave as wide as they must be; others may be, too. */
  readonly wholly: ReadonlySet<Target>
  readonly unprotectable: readonly Target[]
  readonly optimal: boolean
  readonly rounds: number
}

/** Rounds of asking the intruder before the heuristic takes over. */
const MOST_ROUNDS = 150
const TINY = 1e-6

/**
 * The cheapest figures to hide so that every target keeps its interval (Fischetti and Salazar 1999 and 2001:
 * Benders cuts from the duals of the intruder's linear programs). The master says what to hide, the
 * intruder shows what he still derives, each such derivation becomes a cut, until he derives nothing.
 * `known` are cuts that are known before. Undefined where the effort is spent before the end.
 */
export function cheapestSuppression(
  solver: Solver,
  problem: Problem,
  targets: readonly Target[],
  known: readonly Row[],
): Choice | undefined {
  const { items } = problem
  const intruder = intruderOf(solver, problem, targets)
  const master = masterOf(solver, items, known)
  const unprotectable = new Set<Target>()
  const derived = new Set<Target>()
  try {
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      const found = solveMaster(master)
      if (found === undefined) return undefined
      const hidden = hiddenIn(items, found)
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
        const wholly = new Set(targets.filter((target) => intruder.isFree(target, 'wholly')))
        return { hidden, wholly, unprotectable: [...unprotectable], optimal: true, rounds: round }
      }
      for (const cut of cuts) master.addRow(cut)
    }
    return undefined
  } finally {
    master.close()
    intruder.close()
  }
}

/**
 * The cuts of some targets; which of them are still derived, and which nothing protects, is noted. Of a group one cut will do:
 * what gives away one of its counts mostly gives away all.
 */
function cutsOfAll(
  intruder: Intruder,
  targets: readonly Target[],
  derived: Set<Target>,
  unprotectable: Set<Target>,
): readonly Row[] {
  intruder.look(targets)
  const cut = new Set<string>()
  return targets.flatMap((target) => {
    if (intruder.isFree(target)) return []
    const group = `${target.question} ${target.people}`
    if (cut.has(group)) {
      derived.add(target)
      return []
    }
    const made = cutsOf(intruder, target)
    if (made === 'unprotectable') {
      unprotectable.add(target)
      return []
    }
    if (made.length > 0) {
      derived.add(target)
      cut.add(group)
    }
    return made
  })
}

/** An end with what would let it move. */
type Found = Pick<End, 'reach'> & Room

/** What must be hidden for a target to be wider than it is; nothing where it is wide enough. */
export function cutsOf(intruder: Intruder, target: Target): readonly Row[] | 'unprotectable' {
  if (intruder.isFree(target)) return []
  const { below, above, wide } = target
  const end = (sense: 'max' | 'min', level: number): readonly Found[] => {
    if ((level <= 0 && wide <= 0) || intruder.isFree(target)) return []
    const found = intruder.end(target, sense)
    return [{ reach: found.reach, ...found.room() }]
  }
  const ups = end('max', above)
  const downs = end('min', below)
  if (intruder.isFree(target)) return []
  const wanted: readonly (readonly [readonly Found[], number])[] = [
    [ups, above],
    [downs, below],
    [[...ups, ...downs], wide],
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
function cutOf(ends: readonly Found[], level: number): Row | undefined {
  const need = level - ends.reduce((sum, { constant }) => sum + constant, 0)
  const gains = new Map<number, number>()
  for (const end of ends) {
    for (const [item, gain] of end.gains) gains.set(item, (gains.get(item) ?? 0) + gain)
  }
  if (need <= TINY || [...gains.values()].reduce((sum, gain) => sum + gain, 0) < need - TINY) return undefined
  const terms = [...gains].map(([item, gain]): Term => [item, Math.min(1, gain / need)])
  return { lower: 1, upper: Number.POSITIVE_INFINITY, terms }
}
