import { type Interval, intervals, MOST_WHOLE, type Seen } from '../../disclosure/index.ts'
import type { Solver } from '../../solver/index.ts'
import { columnsHidden, type Intruder, looking } from './intruder.ts'
import type { Problem } from './problem.ts'
import type { Target } from './targets.ts'

/**
 * The targets that whole numbers hold closer than they may be: an intruder can use that people are whole, the linear program
 * does not. None where there are too many counts for whole numbers to be asked.
 */
export function narrowTargets(
  solver: Solver,
  problem: Problem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
): ReadonlySet<Target> {
  if (targets.length === 0 || problem.structure.names.length > MOST_WHOLE) return new Set()
  const found = derivable(solver, problem, targets, hidden)
  return new Set(targets.filter((target, index) => !isWide(target, found[index])))
}

/** Whole numbers matter where an interval is within this of what is asked (the model of disclosure control, 2.5). */
const AMPLE = 2

/** Targets that programs without whole numbers show to be wide enough for whole numbers, too. */
export function seenWholly(
  solver: Solver,
  problem: Problem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
): ReadonlySet<Target> {
  const isDone = ({ isFree, rangeOf }: Intruder, target: Target): boolean =>
    isFree(target, 'wholly') || isAmple(target, rangeOf(target))
  const free = new Set<Target>()
  const glimpsing = (intruder: Intruder): void => {
    intruder.glimpse(GLIMPSES)
    for (const target of targets) if (isDone(intruder, target)) free.add(target)
  }
  looking(solver, problem, targets, hidden, glimpsing, [])
  const left = targets.filter((target) => !free.has(target))
  if (left.length === 0) return free
  looking(solver, problem, left, hidden, (intruder) => {
    for (const target of left)
      for (const sense of ['max', 'min'] as const) if (!isDone(intruder, target)) intruder.end(target, sense)
    for (const target of left) if (isDone(intruder, target)) free.add(target)
  })
  return free
}

/** Times that all targets are moved before the rest is looked for one by one. */
const GLIMPSES = 6

const isAmple = ({ truth, above, below, wide }: Target, { least, most }: Seen): boolean =>
  most - least >= wide + AMPLE &&
  (above <= 0 || most >= truth + above + AMPLE) &&
  (below <= 0 || least <= truth - below - AMPLE)

/** What whole numbers leave each target, for one who sees all that is not hidden. */
function derivable(
  solver: Solver,
  { structure, relations, truth, most, items, known }: Problem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
): readonly Interval[] {
  const gone = columnsHidden(items, hidden)
  const shown = new Set([
    ...known,
    ...items.flatMap(({ columns }) => columns.filter((column) => !gone.has(column))),
  ])
  const model = {
    columns: structure.names.map((_, column) => {
      const count = truth[column] ?? 0
      return shown.has(column)
        ? { lower: count, upper: count, integer: true }
        : { lower: 0, upper: most, integer: true }
    }),
    rows: relations,
  }
  const found = intervals(
    solver,
    model,
    targets.map(({ terms }) => terms),
  )
  if (found === undefined) throw new Error('the true counts must be possible')
  return found
}

/** Whether an interval of whole numbers leaves a target all that is asked. */
export function isWide(
  { truth, below, above, wide }: Pick<Target, 'truth' | 'below' | 'above' | 'wide'>,
  found: Seen | undefined,
): boolean {
  if (found === undefined) return false
  return found.least <= truth - below && found.most >= truth + above && found.most - found.least >= wide
}
