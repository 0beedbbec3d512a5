import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impossibleColumns, percent } from '../../pipeline/5-aggregate/index.ts'

describe('percentages', () => {
  it('round half up, by the definition in whole numbers', () => {
    const share = fc
      .integer({ min: 1, max: 2_000_000 })
      .chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base)))
    fc.assert(
      fc.property(share, fc.constantFrom(0, 1), ([count, base], decimals) => {
        const unit = BigInt(10 ** decimals)
        const rounded = BigInt(Math.round(percent(count, base, decimals) * 10 ** decimals))
        const exact = 200n * unit * BigInt(count)
        expect((2n * rounded - 1n) * BigInt(base) <= exact).toBe(true)
        expect(exact < (2n * rounded + 1n) * BigInt(base)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('puts a half up where a float would not', () => {
    expect([percent(1, 8, 0), percent(1, 200, 0), percent(201, 200_000, 1), percent(115, 1000, 0)]).toEqual([
      13, 1, 0.1, 12,
    ])
  })
})

describe('columns in print', () => {
  /** The test's own intruder: tries every way to share out the base. */
  const possible = (total: number, percents: readonly number[]): boolean => {
    const search = (left: number, index: number): boolean => {
      if (index === percents.length) return left === 0
      for (let count = 0; count <= left; count += 1) {
        if (percent(count, total, 0) === percents[index] && search(left - count, index + 1)) return true
      }
      return false
    }
    return search(total, 0)
  }

  it('are impossible exactly when no counts give them', () => {
    const column = fc.record({
      base: fc.integer({ min: 1, max: 40 }),
      percents: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 3 }),
    })
    const near = fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 })
      .filter((counts) => counts.some((count) => count > 0))
      .chain((counts) => {
        const base = counts.reduce((sum, count) => sum + count, 0)
        const percents = counts.map((count) => percent(count, base, 0))
        return fc.record({
          base: fc.constantFrom(base, base + 1, Math.max(1, base - 1)),
          percents: fc.constant(percents),
        })
      })
    fc.assert(
      fc.property(fc.oneof(column, near), ({ base, percents }) => {
        const found = impossibleColumns([{ table: '1', population: 'all', base, percents }])
        expect(found.length === 0).toBe(possible(base, percents))
      }),
      { numRuns: 400 },
    )
  })

  it('are told apart from a slip of the pen', () => {
    const [found] = impossibleColumns([{ table: '1', population: 'a', base: 61, percents: [50, 30, 20] }])
    expect(found?.possibleBases).toEqual([60])
  })
})
