import {
  BASE,
  type Interval,
  intervals,
  NO_REPLY,
  populationsMadeOf,
  type Structure,
  type TabulationPlan,
} from '../disclosure/index.ts'
import type { LinearModel, Solver, Term } from '../solver/index.ts'
import type { Target } from './derive-targets.ts'

/** What follows of all larger groups that a group is within: at most so many are in a row, and not in it. */
export interface Around {
  readonly count: number
  readonly others: number
}

/** Nothing is known of any larger group. */
export const NOTHING_AROUND: Around = { count: Number.POSITIVE_INFINITY, others: Number.POSITIVE_INFINITY }

/**
 * What figures of many people say of each of them, row by row of a target: the groups that tables show, of at least as many as
 * may be shown, that hold all of its people. A group whose size is not known for certain is none.
 */
export function aroundOf(
  solver: Solver,
  plan: TabulationPlan,
  structure: Structure,
  model: LinearModel,
  { group, question, rows }: Target,
): readonly Around[] {
  const { minimum_base, unanimity_below } = plan.rules
  const silent = structure.questions.find(({ id }) => id === question)?.answers.includes(NO_REPLY) === true
  const columns = largerThan(plan, structure, group, question).map((cells) => {
    const of = (row: string | null, by: number): readonly Term[] =>
      cells.map((cell) => [structure.column({ question, crossing: group.crossing, cells: [cell], row }), by])
    return { of, base: [...of(BASE, 1), ...(silent ? of(NO_REPLY, -1) : [])] }
  })
  const ask = (terms: readonly (readonly Term[])[]): readonly Interval[] =>
    terms.length === 0 ? [] : (intervals(solver, model, terms) ?? [])
  const bases = ask(columns.map(({ base }) => base))
  const sizes = columns.map((_, index) => bases[index]?.least ?? 0)
  // What a figure of as many as may be shown says of each of them is said; that all said the same needs more.
  const enough = columns.filter((_, index) => (sizes[index] ?? 0) >= minimum_base)
  const many = columns.filter((_, index) => (sizes[index] ?? 0) >= Math.max(minimum_base, unanimity_below))
  const least = (found: readonly Interval[], row: number, of: number): number =>
    Math.min(...found.slice(row * of, (row + 1) * of).map(({ most }) => most))
  const counts = ask(rows.flatMap(({ label }) => enough.map(({ of }) => of(label, 1))))
  const others = ask(rows.flatMap(({ label }) => many.map(({ of, base }) => [...base, ...of(label, -1)])))
  return rows.map((_, row) => ({
    count: least(counts, row, enough.length),
    others: least(others, row, many.length),
  }))
}

/** Cells of the groups shown that hold all cells of another; not of those made of answers to the question. */
function largerThan(
  plan: TabulationPlan,
  { crossings }: Structure,
  { crossing, cells }: Target['group'],
  question: string,
): readonly (readonly number[])[] {
  const made = populationsMadeOf(plan, question)
  return plan.groups.flatMap((group) => {
    const all = crossings[crossing]?.groups.get(group.id)
    if (all === undefined || [...group.populations, ...group.without].some((id) => made.has(id))) return []
    const inside = new Set(all)
    return cells.every((cell) => inside.has(cell)) ? [all] : []
  })
}
