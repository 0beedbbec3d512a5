import { isWhole } from '../../disclosure/index.ts'
import type { Program, Sense, Solver, Term } from '../../solver/index.ts'
import { freeAmong } from './free-targets.ts'
import type { Problem } from './problem.ts'
import type { Target } from './targets.ts'

/** One end of what an intruder can derive of a target, and what would widen it. */
export interface End {
  /** How far it lies from the truth. */
  readonly reach: number
  /** By how much hiding each item would let it move at most: item -> distance. */
  readonly gains: ReadonlyMap<number, number>
  /** Of the reach, what no item has a part in. */
  readonly constant: number
}

/** The intruder's linear program: told once, asked again and again while figures are hidden. */
export interface Intruder {
  /** Hides these items, and shows all others. */
  readonly hide: (hidden: ReadonlySet<number>) => void
  readonly end: (target: readonly Term[], truth: number, sense: Sense) => End
  /** Targets that are certainly as wide as they must be, with `whole` in whole numbers; others may be, too. */
  readonly free: (targets: readonly Target[], numbers?: 'whole') => ReadonlySet<Target>
  readonly close: () => void
}

/**
 * The attacker's problem of Fischetti and Salazar (Management Science 47(7), 2001): every count of the
 * structure is a column; what is shown is fixed at the truth, what is hidden or never shown is anything
 * from nobody to `most`. The dual of its optimum says which figures hold the target where it is.
 */
export function intruderOf(solver: Solver, problem: Problem): Intruder {
  const { structure, relations, truth, most, items, known } = problem
  const itemOf = itemsByColumn(problem)
  const fixed = new Set(known)
  const program = solver.open({
    columns: structure.names.map((_, column) => {
      const count = truth[column] ?? 0
      const held = fixed.has(column) || itemOf.has(column)
      return { lower: held ? count : 0, upper: held ? count : most }
    }),
    rows: relations,
  })
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
    },
    end: (target, count, sense) => endOf(program, problem, shape, itemOf, fixed, target, count, sense),
    free: (targets, numbers) =>
      freeAmong(program, targets, EFFORT, numbers === 'whole' ? isWhole : undefined),
    close: () => program.close(),
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

/** Targets that need no closer look when these items are hidden. */
export function freeTargets(
  solver: Solver,
  problem: Problem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
  numbers?: 'whole',
): ReadonlySet<Target> {
  const intruder = intruderOf(solver, problem)
  try {
    intruder.hide(hidden)
    return intruder.free(targets, numbers)
  } finally {
    intruder.close()
  }
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
  { relations, truth, most }: Problem,
  shape: readonly (readonly Term[])[],
  itemOf: ReadonlyMap<number, readonly number[]>,
  fixed: ReadonlySet<number>,
  target: readonly Term[],
  count: number,
  sense: Sense,
): End {
  program.setCosts(target)
  const outcome = program.solve(sense, EFFORT)
  if (outcome.status !== 'optimal' || outcome.objective === undefined) {
    throw new Error(`the intruder's program ended with ${outcome.status}`)
  }
  const sign = sense === 'max' ? 1 : -1
  const reach = sign * (outcome.objective - count)
  const costs = new Map(target)
  const gains = new Map<number, number>()
  let constant = 0
  for (const [row, { lower, upper, terms }] of relations.entries()) {
    const dual = sign * (outcome.duals[row] ?? 0)
    if (Math.abs(dual) < TINY || lower === upper) continue
    // An inequality that binds is as far from the truth as the truth leaves it slack.
    const activity = terms.reduce((sum, [column, by]) => sum + by * (truth[column] ?? 0), 0)
    constant += dual > 0 ? dual * (upper - activity) : dual * (lower - activity)
  }
  for (const [column, rows] of shape.entries()) {
    if (fixed.has(column)) continue
    let reduced = sign * (costs.get(column) ?? 0)
    for (const [row, by] of rows) reduced -= sign * (outcome.duals[row] ?? 0) * by
    if (Math.abs(reduced) < TINY) continue
    const value = truth[column] ?? 0
    const gain = reduced > 0 ? reduced * (most - value) : -reduced * value
    const [item] = itemOf.get(column) ?? []
    if (item === undefined) constant += gain
    else if (gain > TINY) gains.set(item, (gains.get(item) ?? 0) + gain)
  }
  return { reach, gains, constant }
}
