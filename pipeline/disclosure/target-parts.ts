import type { Term } from '../solver/index.ts'
import type { Component } from './components.ts'
import type { Bounds } from './propagate.ts'

/** A sum of counts, taken apart. */
export interface TargetParts {
  /** What its fixed columns come to. */
  readonly start: number
  /** Component -> the terms in it, by the component's own columns. */
  readonly parts: ReadonlyMap<number, readonly Term[]>
}

/** Takes a target apart as its model was. */
export function partsOf(
  target: readonly Term[],
  { lower, upper }: Bounds,
  of: (column: number) => number,
  components: readonly Component[],
): TargetParts {
  let start = 0
  const parts = new Map<number, Term[]>()
  for (const [column, by] of target) {
    if (lower[column] === upper[column]) {
      start += by * (lower[column] ?? 0)
      continue
    }
    const index = of(column)
    const place = components[index]?.place.get(column)
    if (place === undefined) throw new Error('a column without a component')
    const own = parts.get(index)
    if (own === undefined) parts.set(index, [[place, by]])
    else own.push([place, by])
  }
  return { start, parts }
}
