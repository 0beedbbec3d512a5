import { PRIME, reduced } from './modular.ts'
import { partedBases, rowsAt } from './several-bases.ts'

/** Vectors of 0 and 1, each as the coordinates that are 1; `complete` is false where the budget of work was met. */
export interface Bits {
  readonly vectors: readonly (readonly number[])[]
  readonly complete: boolean
}

/** Into how many bases coordinates are parted, and the steps (looks at a coordinate) that are spent on it. */
export interface Try {
  readonly parts: (limit: number) => number
  readonly steps: number
}

const TRIES: readonly Try[] = [
  { parts: () => 1, steps: 1_000_000 },
  { parts: () => 4, steps: 4_000_000 },
  { parts: (limit) => limit + 1, steps: 40_000_000 },
]

/**
 * The vectors of 0 and 1 with 1 to `limit` people among the combinations of some vectors over coordinates that hold people.
 * Such a vector is fixed by its values at the coordinates of any basis. Where one basis leaves too many to try, coordinates are
 * parted into several bases without common coordinates: of at most `limit` people, one basis holds at most its share.
 * If there are more such bases than people, one holds nobody: then there is no such vector.
 */
export function bitsIn(
  basis: readonly Float64Array[],
  people: readonly number[],
  limit: number,
  tries: readonly Try[] = TRIES,
): Bits {
  if (basis.length === 0) return { vectors: [], complete: true }
  const most = partedBases(basis, people.length, limit + 1)
  if (most.shared.size === 0 && most.bases.length > limit) return { vectors: [], complete: true }
  const found = new Map<string, readonly number[]>()
  for (const { parts, steps } of tries) {
    const { bases, shared } = partedBases(basis, people.length, parts(limit))
    let left = steps
    for (const pivots of bases) {
      const frame = { rows: rowsAt(basis, people.length, pivots), pivots, shared, parts: bases.length }
      left = searchFrame(frame, people, limit, left, (bits) => found.set(bits.join(), bits))
      if (left < 0) break
    }
    if (left >= 0) return { vectors: inOrder(found), complete: true }
  }
  return { vectors: inOrder(found), complete: false }
}

const inOrder = (found: ReadonlyMap<string, readonly number[]>): readonly (readonly number[])[] =>
  [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, bits]) => bits)

/** A basis in reduced form: each row is 1 at its own pivot, where the others are 0. */
interface Frame {
  readonly rows: readonly Float64Array[]
  readonly pivots: readonly number[]
  readonly shared: ReadonlySet<number>
  readonly parts: number
}

/**
 * Depth first over the values at the pivots of one basis, cut as soon as a coordinate is neither 0 nor 1, too many people are in,
 * or more than this basis' share of them is at its own pivots. Returns the steps that are left, below 0 where they did not do.
 */
function searchFrame(
  { rows, pivots, shared, parts }: Frame,
  people: readonly number[],
  limit: number,
  most: number,
  add: (bits: readonly number[]) => void,
): number {
  const { order, finished } = plannedSearch(rows, people.length)
  const values = new Float64Array(people.length)
  let left = most
  const visit = (depth: number, inside: number, share: number): boolean => {
    const index = order[depth]
    if (index === undefined) {
      if (inside > 0) add([...values.keys()].filter((atom) => values[atom] === 1))
      return true
    }
    const row = rows[index] ?? new Float64Array()
    const pivot = pivots[index] ?? 0
    const done = finished[depth] ?? []
    for (const bit of [0, 1]) {
      left -= done.length + bit * row.length + 1
      if (left < 0) return false
      const more = bit * (people[pivot] ?? 0) * (shared.has(pivot) ? 1 : parts)
      if (share + more > limit) continue
      if (bit === 1) change(values, row, 1)
      let now = inside
      const fits = done.every((atom) => {
        const value = values[atom] ?? 0
        if (value === 1) now += people[atom] ?? 0
        return (value === 0 || value === 1) && now <= limit
      })
      const went = !fits || visit(depth + 1, now, share + more)
      if (bit === 1) change(values, row, -1)
      if (!went) return false
    }
    return true
  }
  visit(0, 0, 0)
  return left
}

/** In which order rows are taken, and which coordinates are settled once each of them is: no later row touches them. */
function plannedSearch(basis: readonly Float64Array[], coordinates: number) {
  const support: number[][] = Array.from({ length: coordinates }, () => [])
  for (const [index, row] of basis.entries())
    for (let at = 0; at < row.length; at += 1) if (row[at] !== 0) support[at]?.push(index)
  const bySize = [...support.keys()].sort(
    (one, other) => (support[one]?.length ?? 0) - (support[other]?.length ?? 0) || one - other,
  )
  const order: number[] = []
  const place = new Map<number, number>()
  for (const at of bySize) {
    for (const row of support[at] ?? []) {
      if (place.has(row)) continue
      place.set(row, order.length)
      order.push(row)
    }
  }
  const finished: number[][] = order.map(() => [])
  for (const [at, rows] of support.entries()) {
    const last = Math.max(-1, ...rows.map((row) => place.get(row) ?? 0))
    finished[last]?.push(at)
  }
  return { order, finished }
}

function change(values: Float64Array, row: Float64Array, sign: 1 | -1): void {
  for (let at = 0; at < row.length; at += 1) {
    const by = row[at] ?? 0
    if (by !== 0) values[at] = reduced((values[at] ?? 0) + (sign === 1 ? by : PRIME - by))
  }
}
