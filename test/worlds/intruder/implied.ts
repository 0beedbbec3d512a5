/**
 * Groups of few people that no one condition tells, but that shown columns do when they are added and subtracted: all
 * vectors of noughts and ones in the row space of the columns, found by elimination modulo a prime.
 */
import type { Question } from '../model.ts'
import { keyOfMembers, type Members, type Release } from '../published.ts'
import { isInBase } from '../truth.ts'
import { belongs } from './atoms.ts'
import { allUnsaid, type Group, leadingTo } from './groups.ts'
import { questionsIn, type Space } from './space.ts'

/** Above 2^30: that a false combination comes out as noughts and ones by chance is out of the question. */
const PRIME = 2_147_483_647
/** Steps of the search for one question; with more the family of columns counts as not searched to the end. */
const MOST_STEPS = 20_000

export interface Implied {
  readonly groups: readonly Group[]
  readonly finished: boolean
}

/** Groups of up to `most` people in the base of a question, implied by the columns that its tables show. */
export function impliedGroups(space: Space, release: Release, question: Question, most: number): Implied {
  const columns = columnsOf(space, release, question)
  const people = new Map<string, { cells: number[]; count: number; bits: readonly number[] }>()
  const base = space.cells.map(() => 0)
  for (const [index, person] of space.world.people.entries()) {
    const cell = space.people[index] ?? -1
    if (isInBase(space.world, person, question)) base[cell] = (base[cell] ?? 0) + 1
  }
  for (const [place, cell] of space.cells.entries()) {
    const bits = columns.map((members) => (belongs(space, cell, members) ? 1 : 0))
    const known = people.get(bits.join('')) ?? { cells: [], count: 0, bits }
    known.cells.push(place)
    people.set(bits.join(''), { ...known, count: known.count + (base[place] ?? 0) })
  }
  // Those who are too many to be in such a group come first, so that they are eliminated.
  const atoms = [...people.values()]
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(b.count > most) - Number(a.count > most))
  const large = atoms.filter(({ count }) => count > most).length
  const reduced = reduce(columns.map((_, column) => atoms.map(({ bits }) => bits[column] ?? 0)))
  const small = reduced.filter(({ pivot }) => pivot >= large)
  const by = leadingTo(
    space.world,
    columns.flatMap((members) => answersOf(space, members)),
  ).toSorted()
  const { found, finished } = search(
    small,
    atoms.map(({ count }) => count),
    most,
  )
  const groups = found.map((bits): Group => {
    const cells = new Uint8Array(space.cells.length)
    for (const [atom, bit] of bits.entries())
      if (bit === 1) for (const cell of atoms[atom]?.cells ?? []) cells[cell] = 1
    const name = `implied: ${bits.flatMap((bit, atom) => (bit === 1 ? [atomName(columns, atoms[atom]?.bits ?? [])] : [])).join(' or ')}`
    return {
      name,
      cells,
      by,
      unsaid: allUnsaid(space, cells),
      followsIn: [question.id],
    }
  })
  return { groups, finished }
}

const columnsOf = (space: Space, { figures }: Release, question: Question): readonly Members[] => {
  const shown = figures.filter(
    (figure) =>
      figure.question === question.id &&
      (figure.value !== null || figure.status === 'low') &&
      answersOf(space, figure.members).every((name) => space.classes.has(name) && name !== question.id),
  )
  return [...new Map(shown.map(({ members }) => [keyOfMembers(members), members])).values()]
}

const answersOf = ({ world }: Space, { populations, without }: Members): readonly string[] =>
  [...populations, ...without].flatMap((id) =>
    questionsIn(world, world.populations.find((one) => one.id === id)?.where),
  )

const atomName = (columns: readonly Members[], bits: readonly number[]): string =>
  `(${columns.flatMap((members, place) => (bits[place] === 1 ? [nameOf(members)] : [])).join(' & ')})`

const nameOf = ({ populations, values }: Members): string =>
  [...populations, ...Object.entries(values).map(([name, labels]) => `${name}=${labels.join('/')}`)].join(
    '+',
  ) || 'all'

interface Reduced {
  readonly pivot: number
  readonly row: readonly number[]
}

/** Reduced echelon form, modulo the prime. */
function reduce(matrix: readonly (readonly number[])[]): readonly Reduced[] {
  const rows = matrix.map((row) => [...row])
  const done: { pivot: number; row: number[] }[] = []
  const width = rows[0]?.length ?? 0
  for (let pivot = 0; pivot < width && rows.length > 0; pivot += 1) {
    const place = rows.findIndex((row) => row[pivot] !== 0)
    const [row] = place < 0 ? [] : rows.splice(place, 1)
    if (row === undefined) continue
    const inverse = power(row[pivot] ?? 1, PRIME - 2)
    for (const [at, value] of row.entries()) row[at] = times(value, inverse)
    for (const other of [...rows, ...done.map((one) => one.row)]) {
      const by = other[pivot] ?? 0
      if (by === 0) continue
      for (const [at, value] of row.entries())
        if (value !== 0) other[at] = ((other[at] ?? 0) + PRIME - times(by, value)) % PRIME
    }
    done.push({ pivot, row })
  }
  return done
}

/** All sums of some of the rows that are noughts and ones, of 1 to `most` people. */
function search(
  rows: readonly Reduced[],
  counts: readonly number[],
  most: number,
): { readonly found: readonly (readonly number[])[]; readonly finished: boolean } {
  const found: (readonly number[])[] = []
  // After which row a coordinate does not change any more.
  const last = counts.map((_, at) => rows.findLastIndex(({ row }) => (row[at] ?? 0) !== 0))
  const ends = rows.map((_, place) => counts.flatMap((__, at) => (last[at] === place ? [at] : [])))
  let steps = 0
  const go = (place: number, sum: readonly number[], people: number): boolean => {
    steps += 1
    if (steps > MOST_STEPS) return false
    if (place === rows.length) {
      if (people > 0) found.push(sum)
      return true
    }
    const row = rows[place]?.row ?? []
    for (const take of [0, 1]) {
      const next = take === 0 ? sum : sum.map((value, at) => (value + (row[at] ?? 0)) % PRIME)
      const over = ends[place] ?? []
      if (over.some((at) => (next[at] ?? 0) > 1)) continue
      const more = over.reduce((total, at) => total + (next[at] === 1 ? (counts[at] ?? 0) : 0), people)
      if (more <= most && !go(place + 1, next, more)) return false
    }
    return true
  }
  const finished = go(
    0,
    counts.map(() => 0),
    0,
  )
  return { found, finished }
}

/** A product modulo the prime: in two parts, for doubles hold 53 bits. */
const times = (one: number, other: number): number =>
  (((((one * (other >>> 16)) % PRIME) * 65536) % PRIME) + one * (other & 0xffff)) % PRIME

function power(base: number, exponent: number): number {
  let result = 1
  let square = base
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square)
    square = times(square, square)
  }
  return result
}
