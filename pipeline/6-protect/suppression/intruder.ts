import type { Seen } from '../../disclosure/index.ts'
import type { Program, Sense, Solver, Term } from '../../solver/index.ts'
import { liftsOf, look } from './look.ts'
import type { Problem } from './problem.ts'
import { sightOf } from './sight.ts'
import type { Target } from './targets.ts'

/** One end of what an intruder can derive of a target, and what would widen it. */
export interface End {
  /** How far it lies from the truth. */
  readonly reach: number
  /** By how much hiding items would let it move; asked for before the next end. */
  readonly room: () => Room
}

/** What would let an end move. */
export interface Room {
  /** By how much hiding each item would at most: item -> distance. */
  readonly gains: ReadonlyMap<number, number>
  /** Of the reach, what no item has a part in. */
  readonly constant: number
}

/** The intruder's linear program: told once, asked again and again while figures are hidden. */
export interface Intruder {
  /** Hides these items, and shows all others. */
  readonly hide: (hidden: ReadonlySet<number>) => void
  readonly end: (target: Target, sense: Sense) => End
  /** Looks with few programs for targets that are certainly as wide as they must be. */
  readonly look: (targets: readonly Target[]) => void
  /** Whether a target was seen to be as wide as it must be, `wholly` in whole numbers; others may be, too. */
  readonly isFree: (target: Target, wholly?: 'wholly') => boolean
  /** What was seen to be possible of a target. */
  readonly rangeOf: (target: Target) => Seen
  readonly close: () => void
}

/**
 * The attacker's problem of Fischetti and Salazar (Management Science 47(7), 2001): every count of the
 * structure is a column; what is shown is fixed at the truth, what is hidden or never shown is anything
 * from nobody to `most`. The dual of its optimum says which figures hold the target where it is.
 */
export function intruderOf(solver: Solver, problem: Problem, targets: readonly Target[]): Intruder {
  const { structure, relations, truth, most, items, known } = problem
  const itemOf = itemsByColumn(problem)
  const fixed = new Set(known)
  const sight = sightOf(targets)
  const lifts = liftsOf(targets, structure.names.length)
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
  const shape = columnsOf(problem)
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
    look: (some) => look(program, some, sight, lifts),
    isFree: sight.isFree,
    rangeOf: sight.rangeOf,
    close: () => program.close(),
  }
}

/** Looks at targets when these items are hidden, and reads off what was seen before the program is closed. */
export function looking<Read>(
  solver: Solver,
  problem: Problem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
  read: (intruder: Intruder) => Read,
): Read {
  const intruder = intruderOf(solver, problem, targets)
  try {
    intruder.hide(hidden)
    intruder.look(targets)
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

/** For each column the relations it stands in, with its coefficient. */
function columnsOf({ structure, relations }: Problem): readonly (readonly Term[])[] {
  const columns: Term[][] = structure.names.map(() => [])
  for (const [row, { terms }] of relations.entries()) {
    for (const [column, by] of terms) columns[column]?.push([row, by])
  }
  return columns
}

const EFFORT = { iterations: 500_000, seconds: 120 } as const
const TINY = 1e-7

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

/** From the duals of an optimum: what holds the target where it is. */
function roomOf(
  duals: Float64Array,
  { relations, truth, most }: Problem,
  shape: readonly (readonly Term[])[],
  itemOf: ReadonlyMap<number, readonly number[]>,
  fixed: ReadonlySet<number>,
  target: readonly Term[],
  sign: 1 | -1,
): Room {
  const costs = new Map(target)
  const gains = new Map<number, number>()
  let constant = 0
  for (const [row, { lower, upper, terms }] of relations.entries()) {
    const dual = sign * (duals[row] ?? 0)
    if (Math.abs(dual) < TINY || lower === upper) continue
    // An inequality that binds is as far from the truth as the truth leaves it slack.
    const activity = terms.reduce((sum, [column, by]) => sum + by * (truth[column] ?? 0), 0)
    constant += dual > 0 ? dual * (upper - activity) : dual * (lower - activity)
  }
  for (const [column, rows] of shape.entries()) {
    if (fixed.has(column)) continue
    let reduced = sign * (costs.get(column) ?? 0)
    for (const [row, by] of rows) reduced -= sign * (duals[row] ?? 0) * by
    if (Math.abs(reduced) < TINY) continue
    const value = truth[column] ?? 0
    const gain = reduced > 0 ? reduced * (most - value) : -reduced * value
    const [item] = itemOf.get(column) ?? []
    if (item === undefined) constant += gain
    else if (gain > TINY) gains.set(item, (gains.get(item) ?? 0) + gain)
  }
  return { gains, constant }
}
