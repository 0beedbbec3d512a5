import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { krippendorffAlpha } from '../../pipeline/2-clean/coding/agreement/alpha.ts'
import { cohenKappa } from '../../pipeline/2-clean/coding/agreement/kappa.ts'
import { masiDistance } from '../../pipeline/2-clean/coding/agreement/masi.ts'
import { nominal, type Units } from '../../pipeline/2-clean/coding/agreement/units.ts'

/** Units of a reliability data matrix: a line a coder, `.` where he coded nothing. */
function matrix(...coders: readonly string[]): readonly Units[] {
  const rows = coders.map((line) => line.split(' '))
  return (rows[0] ?? []).map((_, unit) => ({
    values: rows.map((row) => (row[unit] === '.' ? null : (row[unit] ?? null))),
    count: 1,
  }))
}

describe("Krippendorff's alpha", () => {
  it.each([
    // Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), examples A, B and C.
    ['A: two coders, two values', ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'], 0.095],
    ['B: two coders, five values', ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'], 0.692],
    [
      'C: four coders, values missing',
      [
        '1 2 3 3 2 1 4 1 2 . . .',
        '1 2 3 3 2 2 4 1 2 5 . 3',
        '. 3 3 3 2 3 4 2 2 5 1 .',
        '1 2 3 3 2 4 4 1 2 5 1 .',
      ],
      0.743,
    ],
  ])('agrees with the published example %s', (_, coders, published) => {
    const { value, low, high } = krippendorffAlpha(matrix(...coders), nominal)
    expect(Number(value?.toFixed(3))).toBe(published)
    expect(low).toBeLessThanOrEqual(value ?? 0)
    expect(high).toBeGreaterThanOrEqual(value ?? 0)
  })

  it('rests on answers that at least two coded', () => {
    expect(krippendorffAlpha(matrix('1 2 . 3', '1 2 3 .'), nominal).answers).toBe(2)
  })

  it('is not defined where nothing varies or nothing can be compared', () => {
    expect(krippendorffAlpha(matrix('1 1 1', '1 1 1'), nominal).value).toBe(null)
    expect(krippendorffAlpha(matrix('1 2 .', '. . 1'), nominal)).toEqual({
      value: null,
      low: null,
      high: null,
      answers: 0,
    })
  })

  it('does not depend on who is first, nor on how alike answers are counted', () => {
    const value = fc.constantFrom('a', 'b', 'c', null)
    const units = fc.array(
      fc.record({ values: fc.tuple(value, value, value), count: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 2, maxLength: 8 },
    )
    fc.assert(
      fc.property(units, (some) => {
        const turned = some.map(({ values: [a, b, c], count }) => ({ values: [c, a, b], count }))
        const spread = some.flatMap(({ values, count }) =>
          Array.from({ length: count }, () => ({ values, count: 1 })),
        )
        const one = krippendorffAlpha(some, nominal).value
        for (const same of [turned, spread]) {
          const other = krippendorffAlpha(same, nominal).value
          expect(other === null ? null : other.toFixed(9)).toBe(one === null ? null : one.toFixed(9))
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe("Cohen's kappa", () => {
  /** Two coders: both yes, yes and no, no and yes, both no. */
  const square = (a: number, b: number, c: number, d: number): readonly Units[] => [
    { values: ['yes', 'yes'], count: a },
    { values: ['yes', 'no'], count: b },
    { values: ['no', 'yes'], count: c },
    { values: ['no', 'no'], count: d },
  ]

  it('is 0.40 for 20, 5, 10, 15, with the error that the delta method gives', () => {
    const cells = [20, 5, 10, 15] as const
    const { value, low, high } = cohenKappa(square(...cells), 0, 1)
    expect(value).toBeCloseTo(0.4, 10)
    const error = ((high ?? 0) - (low ?? 0)) / 2 / 1.959963984540054
    expect(error).toBeCloseTo(deltaError(cells), 6)
  })

  it('agrees with the published example of Fleiss, Cohen and Everitt (1969): 0.429, variance 0.002885', () => {
    const cells = [
      [106, 10, 4],
      [22, 28, 10],
      [2, 12, 6],
    ]
    const units = cells.flatMap((row, a) =>
      row.map((count, b) => ({ values: [String(a), String(b)], count })),
    )
    const { value, low, high } = cohenKappa(units, 0, 1)
    expect(value).toBeCloseTo(0.429, 3)
    expect((((high ?? 0) - (low ?? 0)) / 2 / 1.959963984540054) ** 2).toBeCloseTo(0.002885, 6)
  })

  it('is 1 where all agree, and not defined where nothing varies', () => {
    expect(cohenKappa(square(7, 0, 0, 5), 0, 1)).toMatchObject({ value: 1, low: 1, high: 1, answers: 12 })
    expect(cohenKappa(square(9, 0, 0, 0), 0, 1).value).toBe(null)
  })
})

/** Standard error of kappa from its numeric derivatives by the cells of a square: another way to the same. */
function deltaError(cells: readonly [number, number, number, number]): number {
  const answers = cells.reduce((sum, cell) => sum + cell, 0)
  const shares = cells.map((cell) => cell / answers)
  const kappa = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) => {
    const all = a + b + c + d
    const byChance = ((a + b) * (a + c) + (c + d) * (b + d)) / all ** 2
    return ((a + d) / all - byChance) / (1 - byChance)
  }
  const moved = (index: number, by: number) => kappa(shares.map((one, at) => (at === index ? one + by : one)))
  const slopes = shares.map((_, index) => (moved(index, 1e-6) - moved(index, -1e-6)) / 2e-6)
  const mean = slopes.reduce((sum, slope, index) => sum + slope * (shares[index] ?? 0), 0)
  const square = slopes.reduce((sum, slope, index) => sum + slope ** 2 * (shares[index] ?? 0), 0)
  return Math.sqrt((square - mean ** 2) / answers)
}

describe('the distance of sets of codes', () => {
  it.each([
    ['a;b', 'a;b', 0],
    ['', '', 0],
    ['a', 'a;b', 1 - (1 / 2) * (2 / 3)],
    ['a;b', 'b;c', 1 - (1 / 3) * (1 / 3)],
    ['a', 'b', 1],
    ['a', '', 1],
  ])('%j and %j', (a, b, distance) => {
    expect(masiDistance(a, b)).toBeCloseTo(distance, 12)
    expect(masiDistance(b, a)).toBe(masiDistance(a, b))
  })
})
