import type { Term } from '../../solver/index.ts'
import type { Problem } from './problem.ts'

/** What would let an end move. */
export interface Room {
  /** By how much hiding each item would at most: item -> distance. */
  readonly gains: ReadonlyMap<number, number>
  /** Of the reach, what no item has a part in. */
  readonly constant: number
}

/** For each column the relations it stands in, with its coefficient. */
export function shapeOf({ structure, relations }: Problem): readonly (readonly Term[])[] {
  const columns: Term[][] = structure.names.map(() => [])
  for (const [row, { terms }] of relations.entries()) {
    for (const [column, by] of terms) columns[column]?.push([row, by])
  }
  return columns
}

const TINY = 1e-7

/** From the duals of an optimum: what holds the target where it is. */
export function roomOf(
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
