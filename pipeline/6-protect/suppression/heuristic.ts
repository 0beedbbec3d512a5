import type { Program, Row, Solver, Term } from '../../solver/index.ts'
import type { Choice } from './benders.ts'
import { cutsOf } from './cuts.ts'
import { intruderOf, itemsByColumn, looking } from './intruder.ts'
import type { Problem } from './problem.ts'
import type { Target } from './targets.ts'

/** More hidden figures than this are not tried one by one whether they could be shown after all. */
const MOST_REOPENED = 80
const EFFORT = { iterations: 500_000, seconds: 60 } as const
const TINY = 1e-6

/**
 * A safe choice of figures to hide, not always the cheapest: for each target in turn the cheapest change of
 * counts that moves it far enough, found by a linear program; the figures that change are hidden
 * (Kelly, Golden, Assad 1992; Robertson 1993). Then each figure hidden is shown again where the targets
 * stay protected without it. The same figures come out for the same tables.
 */
export function safeSuppression(solver: Solver, problem: Problem, targets: readonly Target[]): Choice {
  const hidden = new Set(
    [...problem.items.entries()].flatMap(([index, { primary }]) => (primary ? [index] : [])),
  )
  // Targets that are as wide as they must be already need no change.
  const free = looking(
    solver,
    problem,
    targets,
    hidden,
    ({ isFree }) => new Set(targets.filter((target) => isFree(target))),
  )
  const changes = changesOf(solver, problem, targets)
  const order = [...targets.keys()].sort(
    (a, b) => (targets[b]?.truth ?? 0) - (targets[a]?.truth ?? 0) || a - b,
  )
  const unprotectable: Target[] = []
  try {
    for (const index of order) {
      const target = targets[index]
      if (target === undefined || free.has(target)) continue
      for (const [up, down] of movesOf(target)) {
        if (changes.hide(index, up, down, hidden)) continue
        unprotectable.push(target)
        break
      }
    }
  } finally {
    changes.close()
  }
  const kept = targets.filter((target) => !unprotectable.includes(target))
  if (hidden.size <= MOST_REOPENED) reopen(solver, problem, kept, hidden)
  hideShares(problem, hidden)
  return { hidden, wholly: new Set(), unprotectable, optimal: false, rounds: 0, cuts: [] }
}

/** How far a target must be able to move, up and down, one movement after the other. */
function movesOf({ above, below, wide, truth }: Target): readonly (readonly [number, number])[] {
  const up = Math.max(above, wide - Math.min(truth, Math.max(below, 0)))
  return [...(up > 0 ? [[up, 0] as const] : []), ...(below > 0 ? [[0, below] as const] : [])]
}

/** The cheapest change of all counts together that moves one target. */
function changesOf(solver: Solver, problem: Problem, targets: readonly Target[]) {
  const { structure, relations, truth, most, items, known } = problem
  const columns = structure.names.length
  const fixed = new Set(known)
  const itemOf = itemsByColumn(problem)
  const split = (terms: readonly Term[]): readonly Term[] =>
    terms.flatMap(([column, by]): readonly Term[] => [
      [column, by],
      [columns + column, -by],
    ])
  const program: Program = solver.open({
    columns: [
      ...structure.names.map((_, column) => ({
        lower: 0,
        upper: fixed.has(column) ? 0 : most - (truth[column] ?? 0),
      })),
      ...structure.names.map((_, column) => ({
        lower: 0,
        upper: fixed.has(column) ? 0 : (truth[column] ?? 0),
      })),
      ...targets.map(() => ({ lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY })),
    ],
    rows: [
      ...relations.map(({ lower, upper, terms }): Row => {
        const activity = terms.reduce((sum, [column, by]) => sum + by * (truth[column] ?? 0), 0)
        return { lower: lower - activity, upper: upper - activity, terms: split(terms) }
      }),
      ...targets.map(
        ({ terms }, index): Row => ({
          lower: 0,
          upper: 0,
          terms: [...split(terms), [2 * columns + index, -1]],
        }),
      ),
    ],
  })
  return {
    /** Hides what the movement needs; false where nothing that may be hidden allows it. */
    hide: (index: number, up: number, down: number, hidden: Set<number>): boolean => {
      program.setCosts(
        [...itemOf].flatMap(([column, shows]): readonly Term[] => {
          const cost = shows.reduce(
            (sum, item) =>
              hidden.has(item) ? sum : sum + (items[item]?.weight ?? 1) / (items[item]?.columns.length ?? 1),
            0,
          )
          return cost === 0
            ? []
            : [
                [column, cost],
                [columns + column, cost],
              ]
        }),
      )
      const movement = up > 0 ? up : -down
      program.setBounds(2 * columns + index, movement, movement)
      const found = program.solve('min', EFFORT)
      program.setBounds(2 * columns + index, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
      if (found.status !== 'optimal') return false
      for (const [column, shows] of itemOf) {
        const moved = (found.values[column] ?? 0) + (found.values[columns + column] ?? 0)
        if (moved > TINY) for (const item of shows) hidden.add(item)
      }
      return true
    },
    close: () => program.close(),
  }
}

/** Shows again what the targets do not need, the dearest first. */
function reopen(solver: Solver, problem: Problem, targets: readonly Target[], hidden: Set<number>): void {
  const intruder = intruderOf(solver, problem, targets)
  const secondary = [...hidden]
    .filter((index) => !problem.items[index]?.primary)
    .sort((a, b) => (problem.items[b]?.weight ?? 0) - (problem.items[a]?.weight ?? 0) || a - b)
  try {
    for (const index of secondary) {
      hidden.delete(index)
      intruder.hide(hidden)
      intruder.look(targets)
      const safe = targets.every((target) => {
        const cuts = cutsOf(intruder, target)
        return cuts !== 'unprotectable' && cuts.length === 0
      })
      if (!safe) hidden.add(index)
    }
  } finally {
    intruder.close()
  }
}

/** A share is not shown without its base. */
function hideShares({ items }: Problem, hidden: Set<number>): void {
  for (const [index, { base }] of items.entries())
    if (base !== undefined && hidden.has(base)) hidden.add(index)
}
