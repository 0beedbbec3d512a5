import { echelon, independent, reduced } from './modular.ts'

/** Pivots of several bases of one space. */
export interface Parted {
  readonly bases: readonly (readonly number[])[]
  /** Pivots that all bases share, because there are too few coordinates to go round. */
  readonly shared: ReadonlySet<number>
}

/**
 * Up to `parts` bases of the same space with different pivots; coordinates that come first are taken first. Where those that no
 * basis has taken do not span the space any more, pivots that were taken are shared by all. One basis where in the
 * end all pivots are shared: nothing is left to part.
 */
export function partedBases(space: readonly Float64Array[], coordinates: number, parts: number): Parted {
  const shared = new Set<number>()
  const taken = new Set<number>()
  const bases: (readonly number[])[] = []
  const columns = Array.from({ length: coordinates }, (_, at) => {
    const column = new Float64Array(space.length)
    for (let index = 0; index < space.length; index += 1) column[index] = space[index]?.[at] ?? 0
    return column
  })
  while (bases.length < parts) {
    const free = [...Array(coordinates).keys()].filter((at) => !taken.has(at))
    const order = [...shared, ...free, ...[...taken].filter((at) => !shared.has(at))]
    const pivots = independent(columns, order)
    for (const pivot of pivots) if (taken.has(pivot)) shared.add(pivot)
    for (const pivot of pivots) taken.add(pivot)
    if (pivots.every((pivot) => shared.has(pivot))) return { bases: [pivots], shared }
    bases.push(pivots)
  }
  return { bases, shared }
}

/**
 * The vectors of a space that are 1 at one of some pivots each and 0 at all others of a basis: those that are wanted alone,
 * for to bring all to this form takes far longer.
 */
export function rowsAt(
  space: readonly Float64Array[],
  pivots: readonly number[],
  wanted: readonly number[],
): readonly Float64Array[] {
  const size = pivots.length
  const beside = space.map((row, index) => {
    const both = new Float64Array(2 * size)
    for (const [place, at] of pivots.entries()) both[place] = row[at] ?? 0
    both[size + index] = 1
    return both
  })
  const inverse = echelon(beside, 2 * size).rows
  return wanted.map((pivot) => {
    const factors = inverse[pivots.indexOf(pivot)]?.subarray(size) ?? new Float64Array()
    const made = new Float64Array(space[0]?.length ?? 0)
    for (const [index, row] of space.entries()) {
      const by = factors[index] ?? 0
      if (by === 0) continue
      for (let at = 0; at < row.length; at += 1) {
        const value = row[at] ?? 0
        if (value !== 0) made[at] = reduced((made[at] ?? 0) + by * value)
      }
    }
    return made
  })
}
