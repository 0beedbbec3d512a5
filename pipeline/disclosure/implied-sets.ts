import { bitsIn } from './bit-search.ts'
import { echelon, PRIME, restOf } from './modular.ts'

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

/**
 * Every group of 1 to `limit` people whose counts follow from those of the columns: its cells, as a vector of 0 and 1, are a
 * rational combination of the columns (so also with halves: A follows from A+B, B+C and A+C). Cells that no column tells
 * apart are one. Cells of more than `limit` people can be in no such group: the combinations that vanish on them all are
 * found by elimination, and in these the vectors of 0 and 1 (`bit-search.ts`). Groups of the same people are one.
 */
export function impliedSets(family: ColumnFamily, limit: number): ImpliedSets {
  const atoms = atomsOf(family)
  const large = atoms.filter(({ people }) => people > limit)
  // Atoms of many people first: they make pivots that few groups can hold.
  const small = atoms.filter(({ people }) => people <= limit).sort((one, other) => other.people - one.people)
  if (small.length === 0) return { sets: [], complete: true }
  const ordered = [...large, ...small]
  const matrix = family.columns.map((_, column) => ordered.map(({ within }) => (within.has(column) ? 1 : 0)))
  const { rows, pivots } = echelon(matrix, ordered.length)
  const basis = rows.flatMap((row, index) =>
    (pivots[index] ?? 0) < large.length ? [] : [row.subarray(large.length)],
  )
  const found = bitsIn(
    basis,
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

/** A combination of columns: which they are, and how often it takes each cell, modulo the prime of `modular.ts`. */
export interface Combination {
  readonly columns: readonly number[]
  readonly times: (cell: number) => number
}

/**
 * Tells of a group that follows from the columns of a family, as one combination, which need not be the shortest, what it
 * follows from. Undefined for a group that does not follow.
 */
export function combinationsIn(family: ColumnFamily): (cells: readonly number[]) => Combination | undefined {
  const atoms = atomsOf(family)
  const within: number[][] = family.people.map(() => [])
  for (const [column, cells] of family.columns.entries()) for (const cell of cells) within[cell]?.push(column)
  const wide = atoms.length + family.columns.length
  // Beside each column stands which it is: what is taken away to make a group nothing says what it is made of.
  const space = echelon(
    family.columns.map((_, column) => [
      ...atoms.map((atom) => (atom.within.has(column) ? 1 : 0)),
      ...family.columns.map((_, other) => (other === column ? 1 : 0)),
    ]),
    wide,
  )
  return (cells) => {
    const inside = new Set(cells)
    const group = new Float64Array(wide)
    for (const [at, { cells: own }] of atoms.entries())
      if (own.some((cell) => inside.has(cell))) group[at] = 1
    const rest = restOf(space, group)
    if (atoms.some((_, at) => rest[at] !== 0)) return undefined
    const times = family.columns.map((_, column) => (PRIME - (rest[atoms.length + column] ?? 0)) % PRIME)
    return {
      columns: [...times.keys()].filter((column) => times[column] !== 0),
      times: (cell) => (within[cell] ?? []).reduce((sum, column) => (sum + (times[column] ?? 0)) % PRIME, 0),
    }
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
