import { echelon, PRIME } from './modular.ts'

/** Cells and what they hold: which planned columns they are in, and how many people are in them. */
export interface ColumnFamily {
  /** Column -> its cells. */
  readonly columns: readonly (readonly number[])[]
  /** Cell -> people; cells without people are left out of everything. */
  readonly people: readonly number[]
}

/** Cells of the groups that follow; `complete` is false where the budget of work was met before all were found. */
export interface ImpliedSets {
  readonly sets: readonly (readonly number[])[]
  readonly complete: boolean
}

/** Steps of the search: each is a look at one coordinate. A search takes some thousandths of this. */
const MOST_STEPS = 40_000_000

/**
 * Every group of 1 to `limit` people whose counts follow from those of the columns: its cells, as a vector of 0 and 1, are a
 * rational combination of the columns (so also with halves: A follows from A+B, B+C and A+C). Cells that no column tells
 * apart are one. Cells of more than `limit` people can be in no such group: the combinations that vanish on them all are
 * found by elimination, and in these the vectors of 0 and 1 by their values at the pivots, cut as soon as a
 * coordinate is neither or too many people are in. Groups of the same people are one.
 */
export function impliedSets(family: ColumnFamily, limit: number): ImpliedSets {
  const atoms = atomsOf(family)
  const large = atoms.filter(({ people }) => people > limit)
  const small = atoms.filter(({ people }) => people <= limit)
  if (small.length === 0) return { sets: [], complete: true }
  const ordered = [...large, ...small]
  const matrix = family.columns.map((_, column) => ordered.map(({ within }) => (within.has(column) ? 1 : 0)))
  const { rows, pivots } = echelon(matrix, ordered.length)
  const basis = rows.flatMap((row, index) =>
    (pivots[index] ?? 0) < large.length ? [] : [row.subarray(large.length)],
  )
  const own = pivots.filter((pivot) => pivot >= large.length).map((pivot) => pivot - large.length)
  const found = bitsOf(
    basis,
    own,
    small.map(({ people }) => people),
    limit,
  )
  return {
    sets: found.vectors.map((bits) =>
      bits.flatMap((atom) => small[atom]?.cells ?? []).sort((one, other) => one - other),
    ),
    complete: found.complete,
  }
}

interface Atom {
  readonly cells: number[]
  readonly within: ReadonlySet<number>
  people: number
}

/** Cells with people, those that are in the same columns put together. */
function atomsOf({ columns, people }: ColumnFamily): readonly Atom[] {
  const within: number[][] = people.map(() => [])
  for (const [column, cells] of columns.entries()) for (const cell of cells) within[cell]?.push(column)
  const atoms = new Map<string, Atom>()
  for (const [cell, count] of people.entries()) {
    const own = within[cell] ?? []
    if (count === 0 || own.length === 0) continue
    const key = own.join()
    const atom = atoms.get(key) ?? { cells: [], within: new Set(own), people: 0 }
    atom.cells.push(cell)
    atom.people += count
    atoms.set(key, atom)
  }
  return [...atoms.values()]
}

/**
 * The vectors of 0 and 1 among the combinations of a basis in reduced form: each is fixed by its values at the pivots, which
 * are 0 or 1 themselves. Rows are taken in an order that finishes coordinates early.
 */
function bitsOf(
  basis: readonly Float64Array[],
  pivots: readonly number[],
  people: readonly number[],
  limit: number,
): { readonly vectors: readonly (readonly number[])[]; readonly complete: boolean } {
  const { order, finished } = plannedSearch(basis, people.length)
  const values = new Float64Array(people.length)
  const vectors: (readonly number[])[] = []
  let steps = 0
  const visit = (depth: number, inside: number): boolean => {
    if (depth === order.length) {
      if (inside > 0) vectors.push([...values.keys()].filter((atom) => values[atom] === 1))
      return true
    }
    const row = basis[order[depth] ?? 0] ?? new Float64Array()
    const done = finished[depth] ?? []
    steps += row.length + done.length
    if (steps > MOST_STEPS) return false
    for (const bit of [0, 1]) {
      if (bit === 1) add(values, row, 1)
      let now = inside
      const fits = done.every((atom) => {
        const value = values[atom] ?? 0
        if (value === 1) now += people[atom] ?? 0
        return (value === 0 || value === 1) && now <= limit
      })
      const went = !fits || visit(depth + 1, now)
      if (bit === 1) add(values, row, -1)
      if (!went) return false
    }
    return true
  }
  const complete = pivots.length === 0 || visit(0, 0)
  return { vectors, complete }
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

function add(values: Float64Array, row: Float64Array, sign: 1 | -1): void {
  for (let at = 0; at < row.length; at += 1) {
    const by = row[at] ?? 0
    if (by !== 0) values[at] = ((values[at] ?? 0) + (sign === 1 ? by : PRIME - by)) % PRIME
  }
}
