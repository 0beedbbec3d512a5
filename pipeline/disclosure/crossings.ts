import type { Id } from '../definition/index.ts'
import { cellStates } from './cell-states.ts'
import { type Span, spansOf } from './spans.ts'
import type { PlannedGroup, TabulationPlan } from './tabulation-plan.ts'

/**
 * A joint classification: the finest cells that the groups of some tables can be summed from, by who is in which population and
 * has which values. Everything that people are told apart by and that hangs together is in one: a population of two wards
 * and a breakdown by ward are; tables by region and tables by type have only their total in common, and are two.
 */
export interface Crossing {
  /** Variables whose values tell cells apart; the class of a published row is one. */
  readonly variables: readonly Id[]
  readonly populations: readonly Id[]
  readonly cells: readonly CrossingCell[]
  /** Group -> indexes of its cells. */
  readonly groups: ReadonlyMap<string, readonly number[]>
}

export interface CrossingCell {
  /** Of the crossing's populations, those it belongs to. */
  readonly populations: readonly Id[]
  /** Value of each of the crossing's variables; '' for those who have none that is shown. */
  readonly values: readonly string[]
}

/** The variable under which a cell has the class of its published rows; no name of a definition looks like it. */
export const ROW_CLASS = '#class'

/** The variable under which a cell has whether its people were on the side to which these questions are put, `true` or `false`. */
export const sideVariable = (questions: readonly Id[]): string => `#asked ${questions.join(' ')}`

/** More cells than this no crossing may have; the work of the search grows with them. */
export const MOST_CELLS = 20_000

/**
 * The crossings of a plan with every cell that can occur. Which memberships can occur together follows from the rules of the
 * populations alone, not from the responses: who holds the tables knows no more. Undefined in place of one that
 * has more than `MOST_CELLS`.
 */
export const crossingsOf = (plan: TabulationPlan): readonly (Crossing | undefined)[] =>
  spansOf(plan).map((span) => {
    const cells = cellStates(plan, span, MOST_CELLS)
    return cells === undefined ? undefined : crossingOf(plan.groups, span, cells)
  })

/** A crossing of these cells, with the groups of the plan that it tells apart. */
export function crossingOf(
  groups: readonly PlannedGroup[],
  { variables, populations }: Span,
  cells: readonly CrossingCell[],
): Crossing {
  const place = new Map(variables.map((name, index) => [name, index]))
  const members = cells.map((cell) => new Set(cell.populations))
  const within = groups.filter(
    (group) =>
      Object.keys(group.values).every((name) => place.has(name)) &&
      [...group.populations, ...group.without].every((id) => populations.includes(id)),
  )
  const isIn = (group: PlannedGroup, cell: number): boolean =>
    group.populations.every((id) => members[cell]?.has(id)) &&
    !group.without.some((id) => members[cell]?.has(id)) &&
    Object.entries(group.values).every(([name, value]) =>
      [value].flat().includes(cells[cell]?.values[place.get(name) ?? -1] ?? ''),
    )
  return {
    variables,
    populations,
    cells,
    groups: new Map(within.map((group) => [group.id, [...cells.keys()].filter((cell) => isIn(group, cell))])),
  }
}
