import type { Seen } from '../../disclosure/index.ts'
import type { Program, Sense, Solver, Term } from '../../solver/index.ts'
import { glimpse, liftsOf, look } from './look.ts'
import type { Problem } from './problem.ts'
import { type Room, roomOf, shapeOf } from './room.ts'
import { sightOf } from './sight.ts'
import type { Target } from './targets.ts'

/** One end of what an intruder can derive of a target, and what would widen it. */
export interface End {
  /** How far it lies from the truth. */
  readonly reach: number
  /** By how much hiding items would let it move; asked for before the next end. */
  readonly room: () => Room
}

/** The intruder's linear program: told once, asked again and again while figures are hidden. */
export interface Intruder {
  /** Hides these items, and shows all others. */
  readonly hide: (hidden: ReadonlySet<number>) => void
  readonly end: (target: Target, sense: Sense) => End
  /** Moves all targets about at once, a few times, to see what that shows of them: cheaper than `look`, and shows less. */
  readonly glimpse: (times: number) => void
  /** Looks with few programs for targets that are certainly as wide as they must be. */
  readonly look: (targets: readonly Target[]) => void
  /** Whether a target was seen to be as wide as it must be, `wholly` in whole numbers; others may be, too. */
  readonly isFree: (target: Target, wholly?: 'wholly') => boolean
  /** What was seen to be possible of a target. */
  readonly rangeOf: (target: Target) => Seen
  readonly close: () => void
}

/**
 * `lifted` are the targets that `look` may be asked for. The attacker's problem of Fischetti and Salazar (Management Science 47(7), 2001): every count of the
 * structure is a column; what is shown is fixed at the truth, what is hidden or never shown is anything
 * from nobody to `most`. The dual of its optimum says which figures hold the target where it is.
 */
export function intruderOf(
  solver: Solver,
  problem: Problem,
  targets: readonly Target[],
  lifted: readonly Target[] = targets,
): Intruder {
  const { structure, relations, truth, most, items, known } = problem
  const itemOf = itemsByColumn(problem)
  const fixed = new Set(known)
  const sight = sightOf(targets)
  const lifts = liftsOf(lifted, structure.names.length)
  const opened = solver.open({
    columns: [
      ...structure.names.map((_, column) => {
        const count = truth[column] ?? 0
        const held = fixed.has(column) || itemOf.has(column)
        return { lower: held ? count : 0, upper: held ? count : most }
      }),
      ...lifts.columns,
    ],
    rows: [...relations, ...lifts.rows],
  })
  const program: Program = {
    ...opened,
    solve: (sense, effort) => {
      const outcome = opened.solve(sense, effort)
      if (outcome.status === 'optimal') sight.note(outcome.values.subarray(0, structure.names.length))
      return outcome
    },
  }
  const shape = shapeOf(problem)
  let hiding: ReadonlySet<number> = new Set()
  return {
    hide: (hidden) => {
      const isHidden = columnsHidden(items, hidden)
      const was = columnsHidden(items, hiding)
      for (const column of itemOf.keys()) {
        if (fixed.has(column) || isHidden.has(column) === was.has(column)) continue
        const count = truth[column] ?? 0
        program.setBounds(column, isHidden.has(column) ? 0 : count, isHidden.has(column) ? most : count)
      }
      hiding = new Set(hidden)
      sight.forget()
    },
    end: (target, sense) => endOf(program, problem, shape, itemOf, fixed, target, sense),
    glimpse: (times) => glimpse(program, targets, times),
    look: (some) => look(program, some, sight, lifts),
    isFree: sight.isFree,
    rangeOf: sight.rangeOf,
    close: () => program.close(),
  }
}

/** Looks at targets, or only those `lifted`, when these items are hidden; what was seen is read before the program is closed. */
export function looking<Read>(
  solver: Solver,
  problem: Problem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
  read: (intruder: Intruder) => Read,
  lifted: readonly Target[] = targets,
): Read {
  const intruder = intruderOf(solver, problem, targets, lifted)
  try {
    intruder.hide(hidden)
    intruder.look(lifted)
    return read(intruder)
  } finally {
    intruder.close()
  }
}

/**
 * Column -> the items that show it. One that several show (a figure that stands for the same people in two) is
 * hidden when all of them are.
 */
export function itemsByColumn({ items }: Pick<Problem, 'items'>): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (const [index, { columns }] of items.entries()) {
    for (const column of columns) {
      const own = found.get(column)
      if (own === undefined) found.set(column, [index])
      else own.push(index)
    }
  }
  return found
}

/** Columns that no item shows when these are hidden. */
export function columnsHidden(items: Problem['items'], hidden: ReadonlySet<number>): ReadonlySet<number> {
  const gone = new Set([...hidden].flatMap((index) => items[index]?.columns ?? []))
  for (const [index, { columns }] of items.entries())
    if (!hidden.has(index)) for (const column of columns) gone.delete(column)
  return gone
}

const EFFORT = { iterations: 500_000, seconds: 120 } as const

function endOf(
  program: Program,
  problem: Problem,
  shape: readonly (readonly Term[])[],
  itemOf: ReadonlyMap<number, readonly number[]>,
  fixed: ReadonlySet<number>,
  { terms, truth }: Target,
  sense: Sense,
): End {
  program.setCosts(terms)
  const outcome = program.solve(sense, EFFORT)
  if (outcome.status !== 'optimal' || outcome.objective === undefined) {
    throw new Error(`the intruder's program ended with ${outcome.status}`)
  }
  const sign = sense === 'max' ? 1 : -1
  return {
    reach: sign * (outcome.objective - truth),
    room: () => roomOf(outcome.duals, problem, shape, itemOf, fixed, terms, sign),
  }
}
