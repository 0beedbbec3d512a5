import { type Crossing, echelon, PRIME, restOf } from '../disclosure/index.ts'

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
  // Pivots stand in order: those beyond the cells belong to columns that are sums of others.
  const rank = pivots.filter((pivot) => pivot < width).length
  const space = { rows: rows.slice(0, rank), pivots: pivots.slice(0, rank) }
  const known = new Map<string, Combination | undefined>()
  return (cells) => {
    const key = cells.join()
    if (!known.has(key)) known.set(key, combined(cells))
    return known.get(key)
  }
  function combined(cells: readonly number[]): Combination | undefined {
    const group = new Float64Array(all)
    for (const cell of cells) group[cell] = 1
    const rest = restOf(space, group)
    if (rest.subarray(0, width).some((value) => value !== 0)) return undefined
    return Array.from(rest.subarray(width), (value) => (PRIME - value) % PRIME)
  }
}

/** Combiners of the columns of a crossing: the same for all questions that show the same columns. */
export type Combiners = (
  crossing: number,
  columns: readonly (readonly number[])[],
) => ReturnType<typeof combiner>

export function combinersOf(crossings: readonly Pick<Crossing, 'cells'>[]): Combiners {
  const known = new Map<string, ReturnType<typeof combiner>>()
  return (crossing, columns) => {
    const key = JSON.stringify([crossing, columns])
    const found = known.get(key) ?? combiner(columns, crossings[crossing]?.cells.length ?? 0)
    known.set(key, found)
    return found
  }
}

/** Tells the sizes of groups of a crossing that follow by sums and differences from columns of known size. */
export function impliedSizes(
  combiners: Combiners,
  crossing: number,
  columns: readonly { readonly cells: readonly number[]; readonly size: number }[],
): (cells: readonly number[]) => number | undefined {
  const combine = combiners(
    crossing,
    columns.map(({ cells }) => cells),
  )
  const sizes = columns.map(({ size }) => size)
  return (cells) => {
    const combination = combine(cells)
    return combination === undefined ? undefined : sizeOf(combination, sizes)
  }
}

/** The size of a group, of the sizes of the columns that it is put together of; undefined where no whole number fits. */
function sizeOf(combination: Combination, sizes: readonly number[]): number | undefined {
  const size = combination.reduce((sum, by, index) => (sum + by * ((sizes[index] ?? 0) % PRIME)) % PRIME, 0)
  return size > PRIME / 2 ? undefined : size
}
