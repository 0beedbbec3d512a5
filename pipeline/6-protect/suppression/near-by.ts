import { MOST_WHOLE, type PlannedQuestion, type Structure } from '../../disclosure/index.ts'
import type { Row, Solver, Term } from '../../solver/index.ts'
import { cutsOfAll } from './cuts.ts'
import { intruderOf } from './intruder.ts'
import type { SuppressionInput } from './model.ts'
import { type Item, type Problem, problemOf, structureFor } from './problem.ts'
import { restrictedTo } from './restricted.ts'
import type { Target } from './targets.ts'

/** What a part of the cells shows of targets: those that are as wide as they must be, and what would widen others. */
export interface NearBy {
  readonly free: ReadonlySet<Target>
  readonly cuts: readonly Row[]
}

/** Asks a part of the cells about targets when some items are hidden. */
export type Prover = (targets: readonly Target[], hidden: ReadonlySet<number>) => NearBy

/** Cells that are looked at: those of the targets and of hidden columns, and so many at least. */
const CELLS = 250

const NOTHING: NearBy = { free: new Set(), cuts: [] }

/**
 * Looks for what is possible by moving counts of a part of the cells, and leaving all others as they are: those of the targets,
 * those that hidden columns hold, and then the largest. What is possible there is possible; a program of a part of the
 * cells takes a small part of the time. What it asks to be hidden is enough, but may be more than all cells would ask. Used
 * where there are many counts, in one crossing.
 */
export function proverOf(
  solver: Solver,
  input: SuppressionInput,
  questions: readonly PlannedQuestion[],
  problem: Problem,
): Prover {
  const { structure, items } = problem
  const [only, ...others] = input.inner
  const all = only?.crossing.cells.length ?? 0
  if (only === undefined || others.length > 0 || structure.names.length <= MOST_WHOLE) return () => NOTHING
  const largest = largestCells(only.questions, questions, all)
  return (targets, hidden) => {
    const first = cellsOf(structure, targets, items, hidden)
    const cells = [...new Set([...first, ...largest])].slice(0, Math.max(first.length, CELLS))
    return cells.length < all ? lookAt(solver, input, questions, problem, targets, hidden, cells) : NOTHING
  }
}

/** Cells from the one with most people who answered down. */
function largestCells(
  counts: SuppressionInput['inner'][number]['questions'],
  questions: readonly PlannedQuestion[],
  cells: number,
): readonly number[] {
  const people = Array.from({ length: cells }, (_, cell) =>
    questions.reduce((sum, { id }) => sum + (counts.get(id)?.base[cell] ?? 0), 0),
  )
  return [...people.keys()].sort((one, other) => (people[other] ?? 0) - (people[one] ?? 0) || one - other)
}

/** Cells of targets, then of columns that are hidden. */
function cellsOf(
  { names }: Structure,
  targets: readonly Target[],
  items: readonly Item[],
  hidden: ReadonlySet<number>,
): readonly number[] {
  const columns = [
    ...targets.flatMap(({ terms }) => terms.map(([column]) => column)),
    ...[...hidden].flatMap((index) => items[index]?.columns ?? []),
  ]
  return [...new Set(columns.flatMap((column) => names[column]?.cells ?? []))]
}

/** Question, group and row of every figure that is hidden. */
const keysOf = (items: readonly Item[], hidden: ReadonlySet<number>): ReadonlySet<string> =>
  new Set([...hidden].flatMap((index) => (items[index]?.shown ?? []).map(keyOf)))

const keyOf = ({ question, group, row }: Item['shown'][number]): string =>
  JSON.stringify([question, group, row])

function lookAt(
  solver: Solver,
  input: SuppressionInput,
  questions: readonly PlannedQuestion[],
  whole: Problem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
  cells: readonly number[],
): NearBy {
  const kept = [...cells].sort((one, other) => one - other)
  const part = restrictedTo(input, kept)
  const structure = structureFor(part, questions)
  const own = targets.map((target) => movedTo(target, whole.structure, structure, kept))
  const problem = problemOf(part, structure)
  const intruder = intruderOf(solver, problem, own)
  try {
    // What several groups show here is hidden where all of them are.
    const gone = keysOf(whole.items, hidden)
    const isHidden = ({ shown }: Item) => shown.every((one) => gone.has(keyOf(one)))
    intruder.hide(new Set(problem.items.flatMap((item, index) => (isHidden(item) ? [index] : []))))
    const unprotectable = new Set<Target>()
    const cuts = cutsOfAll(intruder, own, new Set(), unprotectable)
    return {
      free: new Set(targets.filter((_, index) => intruder.isFree(own[index] as Target))),
      cuts: cuts.flatMap((cut) => cutIn(cut, problem.items, whole.items, hidden)),
    }
  } finally {
    intruder.close()
  }
}

/** A target of all cells in the structure of some, which have all of its own. */
function movedTo(target: Target, { names }: Structure, part: Structure, cells: readonly number[]): Target {
  const place = new Map(cells.map((cell, index) => [cell, index]))
  const terms = target.terms.map(([column, by]): Term => {
    const name = names[column]
    if (name === undefined) throw new Error('a target has columns of its structure')
    return [part.column({ ...name, cells: name.cells.map((cell) => place.get(cell) ?? 0) }), by]
  })
  return { ...target, terms }
}

/** A cut of items that show a part of the cells, as one of the items that show all and are not hidden yet. */
function cutIn(
  { terms, ...cut }: Row,
  part: readonly Item[],
  whole: readonly Item[],
  hidden: ReadonlySet<number>,
): readonly Row[] {
  const itemOf = new Map(
    whole.flatMap(({ shown }, index) => shown.map((one) => [keyOf(one), index] as const)),
  )
  const weights = new Map<number, number>()
  for (const [index, by] of terms) {
    for (const one of part[index]?.shown ?? []) {
      const item = itemOf.get(keyOf(one))
      if (item !== undefined && !hidden.has(item)) weights.set(item, Math.max(by, weights.get(item) ?? 0))
    }
  }
  return weights.size === 0 ? [] : [{ ...cut, terms: [...weights] }]
}
