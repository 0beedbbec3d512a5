import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundedTables } from '../../pipeline/6-protect/rounding/apply.ts'
import type { Figure, Table } from '../../pipeline/artefacts.ts'

const UNIT = 5

/** A table of response rates by region; the last row is everybody. */
function ratesOf(regions: readonly (readonly [responded: number, silent: number])[]): Table<Figure> {
  const figure = (value: number): Figure => ({ value, count: value, status: '' })
  const sum = (of: (one: readonly [number, number]) => number) =>
    regions.reduce((total, one) => total + of(one), 0)
  const row = (label: string, responded: number, all: number) => ({
    label,
    cells: [responded, all, all === 0 ? 0 : Math.round((100 * responded) / all)].map(figure),
  })
  const column = (statistic: string) => ({
    ...{ title: statistic, population: 'councils', statistic, base: null, decimals: 0 },
  })
  return {
    ...{ id: '1', title: 'Response breakdown by Region', kind: 'response rate', notes: [] },
    columns: ['responded', 'in_frame', 'response_rate_percent'].map(column),
    rows: [
      ...regions.map(([responded, silent], index) => row(`Region ${index}`, responded, responded + silent)),
      row(
        'Total',
        sum(([responded]) => responded),
        sum(([responded, silent]) => responded + silent),
      ),
    ],
  } as unknown as Table<Figure>
}

describe('rounded response rates', () => {
  it('add up, and no count is further from the true one than a multiple, the total half of one', () => {
    const counts = fc.tuple(fc.nat(12), fc.nat(30))
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 12 }), (regions) => {
        const before = ratesOf(regions)
        const [after] = roundedTables([before], { counts: [], within: 0 } as never, UNIT)
        const value = (table: Table<Figure> | undefined, row: number, column: number): number =>
          table?.rows[row]?.cells[column]?.value ?? Number.NaN
        for (const column of [0, 1]) {
          const rows = regions.map((_, row) => value(after, row, column))
          const total = value(after, regions.length, column)
          expect(rows.reduce((sum, one) => sum + one, 0)).toBe(total)
          for (const [row, one] of [...rows, total].entries()) {
            expect(one % UNIT).toBe(0)
            expect(Math.abs(one - value(before, row, column))).toBeLessThan(UNIT)
          }
        }
        const inFrame = value(before, regions.length, 1)
        expect(Math.abs(value(after, regions.length, 1) - inFrame)).toBeLessThanOrEqual(UNIT / 2)
        for (const row of [...regions.keys(), regions.length])
          expect(value(after, row, 0)).toBeLessThanOrEqual(value(after, row, 1))
      }),
      { numRuns: 500 },
    )
  })
})
