import { PRIME, reduced } from './modular.ts'
import { partedBases, rowsAt } from './several-bases.ts'

/** Vectors of 0 and 1, each as the coordinates that are 1; `complete` is false where the budget of work was met. */
export interface Bits {
  readonly vectors: readonly (readonly number[])[]
  readonly complete: boolean
}

/** Steps of the search: each is a look at one coordinate. A search takes some thousandths of this. */
const MOST_STEPS = 40_000_000

/**
 * The vectors of 0 and 1 with 1 to `limit` people among the combinations of some independent vectors over coordinates that hold
 * people. Such a vector is fixed by its values at the pivots of any basis. Coordinates are parted into more bases than
 * `limit`, which have none in common but a few: then one of them holds nobody of the vector besides these few, and their
 * values alone, 0 or 1, have to be tried. Without any such there is no vector; and where there are too few
 * coordinates for so many bases, all of one are tried.
 */
export function bitsIn(
  space: readonly Float64Array[],
  people: readonly number[],
  limit: number,
  most = MOST_STEPS,
): Bits {
  const found = new Map<string, readonly number[]>()
  const { bases, shared } = partedBases(space, people.length, limit + 1)
  let left = most
  for (const pivots of shared.size === 0 ? [] : bases) {
    const rows = rowsAt(
      space,
      pivots,
      pivots.filter((pivot) => shared.has(pivot)),
    )
    left = searchRows(rows, people, limit, left, (bits) => found.set(bits.join(), bits))
    if (left < 0) break
  }
  const vectors = [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, bits]) => bits)
  return { vectors, complete: left >= 0 }
}

/**
 * Depth first over which rows are in the sum, cut as soon as a coordinate is neither 0 nor 1, or too many people are in. Rows
 * are taken in an order that settles coordinates early. Returns the steps that are left, below 0 where they did not do.
 */
function searchRows(
  rows: readonly Float64Array[],
  people: readonly number[],
  limit: number,
  most: number,
  add: (bits: readonly number[]) => void,
): number {
  const { order, finished } = plannedSearch(rows, people.length)
  const values = new Float64Array(people.length)
  let left = most
  const visit = (depth: number, inside: number): boolean => {
    const row = rows[order[depth] ?? -1]
    if (row === undefined) {
      if (inside > 0) add([...values.keys()].filter((atom) => values[atom] === 1))
      return true
    }
    const done = finished[depth] ?? []
    for (const bit of [0, 1]) {
      left -= done.length + bit * row.length + 1
      if (left < 0) return false
      if (bit === 1) change(values, row, 1)
      let now = inside
      const fits = done.every((atom) => {
        const value = values[atom] ?? 0
        if (value === 1) now += people[atom] ?? 0
        return (value === 0 || value === 1) && now <= limit
      })
      const went = !fits || visit(depth + 1, now)
      if (bit === 1) change(values, row, -1)
      if (!went) return false
    }
    return true
  }
  visit(0, 0)
  return left
}

/** Fewer rows than this are taken as they come: to order them takes longer than to try them all. */
const FEW = 8

/** In which order rows are taken, and which coordinates are settled once each of them is: no later row touches them. */
function plannedSearch(rows: readonly Float64Array[], coordinates: number) {
  const order = rows.length < FEW ? [...rows.keys()] : closingEarly(rows, coordinates)
  const finished: number[][] = order.map(() => [])
  for (let at = 0; at < coordinates; at += 1) {
    let last = order.length - 1
    while (last >= 0 && rows[order[last] ?? 0]?.[at] === 0) last -= 1
    finished[last]?.push(at)
  }
  return { order, finished }
}

/** Rows in an order in which coordinates that few of them touch come first. */
function closingEarly(rows: readonly Float64Array[], coordinates: number): readonly number[] {
  const support: number[][] = Array.from({ length: coordinates }, () => [])
  for (const [index, row] of rows.entries())
    for (let at = 0; at < row.length; at += 1) if (row[at] !== 0) support[at]?.push(index)
  const bySize = [...support.keys()].sort(
    (one, other) => (support[one]?.length ?? 0) - (support[other]?.length ?? 0) || one - other,
  )
  return [...new Set(bySize.flatMap((at) => support[at] ?? []))]
}

function change(values: Float64Array, row: Float64Array, sign: 1 | -1): void {
  for (let at = 0; at < row.length; at += 1) {
    const by = row[at] ?? 0
    if (by !== 0) values[at] = reduced((values[at] ?? 0) + (sign === 1 ? by : PRIME - by))
  }
}
