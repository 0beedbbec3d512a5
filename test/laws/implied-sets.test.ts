import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitsIn } from '../../pipeline/disclosure/bit-search.ts'
import { type ColumnFamily, echelon, impliedSets } from '../../pipeline/disclosure/index.ts'
import { partedBases } from '../../pipeline/disclosure/several-bases.ts'
import { bitsInSpan, spanOf } from '../support/fractions.ts'

/** Families of overlapping columns, some of them parts of one whole, over up to nine cells. */
const families: fc.Arbitrary<ColumnFamily> = fc
  .record({
    people: fc.array(fc.constantFrom(0, 1, 1, 2, 3, 5, 8, 30), { minLength: 2, maxLength: 9 }),
    parts: fc.array(fc.nat(3), { minLength: 9, maxLength: 9 }),
    masks: fc.array(fc.integer({ min: 1, max: 511 }), { maxLength: 6 }),
    whole: fc.boolean(),
  })
  .map(({ people, parts, masks, whole }) => {
    const cells = [...people.keys()]
    return {
      people,
      columns: [
        ...(whole ? [cells] : []),
        ...[0, 1, 2].map((part) => cells.filter((cell) => parts[cell] === part)),
        ...masks.map((mask) => cells.filter((cell) => (mask >> cell) % 2 === 1)),
      ],
    }
  })

/** What must come out, by trying every set of cells with people against all combinations, in exact fractions. */
function everySet({ columns, people }: ColumnFamily, limit: number): readonly string[] {
  const cells = [...people.keys()].filter(
    (cell) => (people[cell] ?? 0) > 0 && columns.some((column) => column.includes(cell)),
  )
  const vectors = columns.map((column) => cells.map((cell) => (column.includes(cell) ? 1 : 0)))
  return bitsInSpan(vectors, cells.length)
    .map((bits) => cells.filter((_, at) => bits[at] === 1))
    .filter((set) => set.reduce((sum, cell) => sum + (people[cell] ?? 0), 0) <= limit)
    .map((set) => set.join())
    .sort()
}

describe('the groups that follow from some columns', { timeout: 120_000 }, () => {
  it('are all sets of cells that are a rational combination of them, of at most so many people', () => {
    let found = 0
    fc.assert(
      fc.property(families, fc.integer({ min: 1, max: 19 }), (family, limit) => {
        const { sets, complete } = impliedSets(family, limit)
        const wanted = everySet(family, limit)
        found += wanted.length
        expect(complete).toBe(true)
        expect(sets.map((set) => set.join()).sort()).toEqual(wanted)
      }),
      { numRuns: 200 },
    )
    expect(found).toBeGreaterThan(200)
  })

  it('include halves: of three sums of two each part', () => {
    const family = {
      columns: [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      people: [3, 4, 50],
    }
    expect(
      impliedSets(family, 9)
        .sets.map((set) => set.join())
        .sort(),
    ).toEqual(['0', '0,1', '1'])
  })

  it('are the same whatever the order of cells and columns, and one where columns are there twice', () => {
    fc.assert(
      fc.property(families, (family) => {
        const last = family.people.length - 1
        const turned = {
          people: [...family.people].reverse(),
          columns: [...family.columns, ...family.columns]
            .map((column) => column.map((cell) => last - cell))
            .reverse(),
        }
        const back = impliedSets(turned, 9).sets.map((set) =>
          set
            .map((cell) => last - cell)
            .sort()
            .join(),
        )
        expect(back.sort()).toEqual(
          impliedSets(family, 9)
            .sets.map((set) => set.join())
            .sort(),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('are all of them also where nearly every cell has one person, and few columns are small', () => {
    let parted = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(3)), { minLength: 10, maxLength: 13 }),
        fc.integer({ min: 1, max: 3 }),
        (labels, limit) => {
          const family = {
            people: labels.map(() => 1),
            columns: [0, 1, 2].flatMap((place) =>
              [0, 1, 2, 3].map((value) =>
                [...labels.keys()].filter((cell) => labels[cell]?.[place] === value),
              ),
            ),
          }
          const { rows } = echelon(vectorsOf(family), labels.length)
          if (partedBases(rows, labels.length, limit + 1).bases.length > 1) parted += 1
          const { sets } = impliedSets(family, limit)
          expect(sets.map((set) => set.join()).sort()).toEqual(everySet(family, limit))
        },
      ),
      { numRuns: 40 },
    )
    expect(parted).toBeGreaterThan(10)
  })

  it('are not said to be all where the work allowed did not do', () => {
    const rows = [Float64Array.from([1, 0, 1]), Float64Array.from([0, 1, 1])]
    expect(bitsIn(rows, [1, 1, 1], 2, 2).complete).toBe(false)
    expect(bitsIn(rows, [1, 1, 1], 2, 200)).toEqual({
      vectors: [
        [0, 2],
        [1, 2],
      ],
      complete: true,
    })
  })
})

describe('several bases of one space', () => {
  it('span it each, and have no pivot in common but those that are shared', () => {
    fc.assert(
      fc.property(families, fc.integer({ min: 1, max: 6 }), (family, parts) => {
        const { rows } = echelon(vectorsOf(family), family.people.length)
        const { bases, shared } = partedBases(rows, family.people.length, parts)
        const own = bases.flatMap((pivots) => pivots.filter((pivot) => !shared.has(pivot)))
        expect(new Set(own).size).toBe(own.length)
        expect(bases.length).toBeGreaterThan(0)
        for (const pivots of bases) {
          expect(pivots.length).toBe(rows.length)
          // A combination that is nought at all pivots is nought: their columns are independent.
          const { rows: there } = echelon(
            rows.map((row) => pivots.map((pivot) => row[pivot] ?? 0)),
            pivots.length,
          )
          expect(there.length).toBe(rows.length)
        }
      }),
      { numRuns: 200 },
    )
  })
})

const vectorsOf = ({ columns, people }: ColumnFamily): readonly (readonly number[])[] =>
  columns.map((column) => [...people.keys()].map((cell) => (column.includes(cell) ? 1 : 0)))

describe('exact fractions', () => {
  it('know halves', () => {
    const isIn = spanOf([
      [1, 1, 0],
      [0, 1, 1],
      [1, 0, 1],
    ])
    expect(isIn([1, 0, 0])).toBe(true)
    expect(spanOf([[1, 1, 0]])([1, 0, 0])).toBe(false)
  })
})
