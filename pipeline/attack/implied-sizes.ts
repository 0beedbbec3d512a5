import { echelon, PRIME } from '../disclosure/index.ts'

/** How the indicator of some cells is the sum of columns whose sizes are known: a residue for each column. */
export type Combination = readonly number[]

/**
 * Tells of groups of cells how they are put together of some columns, by elimination modulo a prime; undefined where they are
 * no combination of these. What follows depends on which columns are known alone, not on how many people are in them.
 */
export function combiner(
  columns: readonly (readonly number[])[],
  width: number,
): (cells: readonly number[]) => Combination | undefined {
  const all = width + columns.length
  const { rows, pivots } = echelon(
    columns.map((cells, index) => {
      const row = new Float64Array(all)
      for (const cell of cells) row[cell] = 1
      row[width + index] = 1
      return row
    }),
    all,
  )
  const known = new Map<string, Combination | undefined>()
  return (cells) => {
    const key = cells.join()
    if (!known.has(key)) known.set(key, combined(cells))
    return known.get(key)
  }
  function combined(cells: readonly number[]): Combination | undefined {
    const rest = new Float64Array(all)
    for (const cell of cells) rest[cell] = 1
    for (const [index, pivot] of pivots.entries()) {
      if (pivot >= width) break
      const factor = rest[pivot] ?? 0
      const row = rows[index]
      if (factor === 0 || row === undefined) continue
      for (let at = pivot; at < all; at += 1) {
        const value = row[at] ?? 0
        if (value !== 0) rest[at] = ((rest[at] ?? 0) + (PRIME - factor) * value) % PRIME
      }
    }
    for (let at = 0; at < width; at += 1) if (rest[at] !== 0) return undefined
    return Array.from(rest.subarray(width), (value) => (PRIME - value) % PRIME)
  }
}

/** The size of a group, of the sizes of the columns that it is put together of; undefined where no whole number fits. */
export function sizeOf(combination: Combination, sizes: readonly number[]): number | undefined {
  const size = combination.reduce((sum, by, index) => (sum + by * ((sizes[index] ?? 0) % PRIME)) % PRIME, 0)
  return size > PRIME / 2 ? undefined : size
}
