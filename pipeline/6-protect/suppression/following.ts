import { columnOfRow, type PlannedQuestion } from '../../disclosure/index.ts'
import type { Row, Solver, Term } from '../../solver/index.ts'
import type { HiddenColumns } from './implied.ts'
import { itemsByColumn } from './intruder.ts'
import { hiddenIn, masterOf, solveMaster } from './master.ts'
import type { Item, Problem } from './problem.ts'
import type { Wish } from './targets.ts'

/** Columns that are hidden as a whole, question by question. */
export type HiddenOf = (question: PlannedQuestion) => HiddenColumns

/**
 * What must be hidden at least because something follows exactly, whatever else is hidden: for each wish, one of the figures
 * that the count in its row is the sum or difference of. Those that `hidden` keeps already are left out.
 */
export function cutsOfFollowing(
  { structure, items }: Pick<Problem, 'structure' | 'items'>,
  wishes: Iterable<Wish>,
  hidden: ReadonlySet<number> = new Set(),
): readonly Row[] {
  const itemOf = itemsByColumn({ items })
  const cuts = new Map<string, Row>()
  for (const { question, row, at } of wishes) {
    // A row that one of the columns does not show makes the count follow from none of them.
    if (at.from.length === 0 || !at.from.every(({ rows }) => rows.has(row))) continue
    const own = at.from.flatMap(
      ({ crossing, cells }) => itemOf.get(columnOfRow(structure, { question, crossing, cells, row })) ?? [],
    )
    const indexes = [...new Set(own)].sort((one, other) => one - other)
    if (indexes.length === 0 || indexes.some((index) => hidden.has(index))) continue
    const terms = indexes.map((index): Term => [index, 1])
    cuts.set(indexes.join(), { lower: 1, upper: Number.POSITIVE_INFINITY, terms })
  }
  return [...cuts.values()]
}

/** Columns that are hidden as a whole when these items are. */
export function hiddenColumns(items: readonly Item[], hidden: ReadonlySet<number>): HiddenOf {
  const gone = new Set(
    [...hidden].flatMap((index) =>
      (items[index]?.shown ?? []).flatMap(({ question, group, row }) =>
        row === null ? [JSON.stringify([question, group])] : [],
      ),
    ),
  )
  return ({ id }) =>
    ({ groups: [group = ''] }) =>
      gone.has(JSON.stringify([id, group]))
}

/**
 * Hides as little as needed for nothing that is wished against to follow exactly: found by elimination, without asking what an
 * intruder could make of bounds. `wishesFor` says what follows from the columns that are left. Returns what
 * must be hidden, as cuts: most of what protection needs, at a small part of the price.
 */
export function cutsOfExact(
  solver: Solver,
  problem: Pick<Problem, 'structure' | 'items'>,
  wishesFor: (hidden: HiddenOf) => Iterable<Wish>,
): readonly Row[] {
  const { items } = problem
  const cuts: Row[] = []
  const master = masterOf(solver, items, [])
  try {
    for (;;) {
      const found = solveMaster(master)
      if (found === undefined) return cuts
      const hidden = hiddenIn(items, found)
      const more = cutsOfFollowing(problem, wishesFor(hiddenColumns(items, hidden)), hidden)
      if (more.length === 0) return cuts
      for (const cut of more) {
        cuts.push(cut)
        master.addRow(cut)
      }
    }
  } finally {
    master.close()
  }
}
