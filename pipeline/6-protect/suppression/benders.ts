import type { Row, Solver } from '../../solver/index.ts'
import { cutsOfAll } from './cuts.ts'
import { type Intruder, intruderOf } from './intruder.ts'
import { hiddenIn, masterOf, solveMaster } from './master.ts'
import type { Prover } from './near-by.ts'
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
  /** What was found to have to be hidden at least: it holds however much more is asked. */
  readonly cuts: readonly Row[]
}

/** Rounds of asking the intruder before the heuristic takes over. */
const MOST_ROUNDS = 150

/**
 * The cheapest figures to hide so that every target keeps its interval (Fischetti and Salazar 1999 and 2001:
 * Benders cuts from the duals of the intruder's linear programs). The master says what to hide, the
 * intruder shows what he still derives, each such derivation becomes a cut, until he derives nothing.
 * `known` are cuts that are known before; `prove` is asked about targets first, before the whole program. Undefined where the effort is spent before the end.
 */
export function cheapestSuppression(
  solver: Solver,
  problem: Problem,
  targets: readonly Target[],
  known: readonly Row[],
  prove: Prover,
): Choice | undefined {
  const { items } = problem
  let opened: Intruder | undefined
  const master = masterOf(solver, items, known)
  const unprotectable = new Set<Target>()
  const derived = new Set<Target>()
  // What a part of the cells asks to be hidden keeps everything safe, but may be more than is needed.
  let cheapest = true
  const found: Row[] = []
  const take = (cuts: readonly Row[]): void => {
    for (const cut of cuts) {
      master.addRow(cut)
      found.push(cut)
    }
  }
  const doneWith = (wholly: Iterable<Target>, hidden: ReadonlySet<number>, rounds: number): Choice => ({
    hidden,
    wholly: new Set(wholly),
    unprotectable: [...unprotectable],
    optimal: cheapest,
    rounds,
    cuts: found,
  })
  try {
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      const values = solveMaster(master)
      if (values === undefined) return undefined
      const hidden = hiddenIn(items, values)
      const asked = targets.filter((target) => !unprotectable.has(target))
      const near = prove(asked, hidden)
      const open = asked.filter((target) => !near.free.has(target))
      if (open.length === 0) return doneWith([], hidden, round)
      if (near.cuts.length > 0) {
        cheapest = false
        take(near.cuts)
        continue
      }
      opened ??= intruderOf(solver, problem, targets)
      const intruder = opened
      intruder.hide(hidden)
      // Those that were still derived last time are asked about first: all are once these hold.
      const first = open.filter((target) => derived.has(target))
      derived.clear()
      const cuts = [first, open].reduce<readonly Row[]>(
        (made, some) => (made.length > 0 ? made : cutsOfAll(intruder, some, derived, unprotectable)),
        [],
      )
      if (cuts.length === 0) {
        const seen = targets.filter((target) => intruder.isFree(target, 'wholly'))
        return doneWith(seen, hidden, round)
      }
      take(cuts)
    }
    return undefined
  } finally {
    master.close()
    opened?.close()
  }
}
