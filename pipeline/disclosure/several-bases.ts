import { echelon, independent } from './modular.ts'

/** Pivots of several bases of one space. */
export interface Parted {
  readonly bases: readonly (readonly number[])[]
  /** Pivots that all bases share, because there are too few coordinates to go round. */
  readonly shared: ReadonlySet<number>
}

/**
 * Up to `parts` bases of the same space with different pivots; coordinates that come first are taken first. Where those that no
 * basis has taken do not span the space any more, pivots that were taken are shared by all. Fewer bases where all
 * pivots are shared: nothing is left to part.
 */
export function partedBases(space: readonly Float64Array[], coordinates: number, parts: number): Parted {
  const shared = new Set<number>()
  const taken = new Set<number>()
  const bases: (readonly number[])[] = []
  while (bases.length < parts) {
    const free = [...Array(coordinates).keys()].filter((at) => !taken.has(at))
    const order = [...shared, ...free, ...[...taken].filter((at) => !shared.has(at))]
    const pivots = independent(space, order)
    for (const pivot of pivots) if (taken.has(pivot)) shared.add(pivot)
    for (const pivot of pivots) taken.add(pivot)
    bases.push(pivots)
    if (pivots.every((pivot) => shared.has(pivot))) break
  }
  return { bases, shared }
}

/** The rows of a space that are 1 at one of these pivots each, and 0 at the others. */
export function rowsAt(
  space: readonly Float64Array[],
  coordinates: number,
  pivots: readonly number[],
): readonly Float64Array[] {
  const first = new Set(pivots)
  const order = [...pivots, ...[...Array(coordinates).keys()].filter((at) => !first.has(at))]
  const { rows } = echelon(
    space.map((row) => Float64Array.from(order, (at) => row[at] ?? 0)),
    coordinates,
  )
  return rows.map((row) => {
    const back = new Float64Array(coordinates)
    for (const [place, at] of order.entries()) back[at] = row[place] ?? 0
    return back
  })
}
