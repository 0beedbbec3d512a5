import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attackPrinted, type PrintedColumn } from '../pipeline/attack/index.ts'
import { SHARED, stocktake, workplace } from './support/stocktake.ts'

const HEADINGS = 'table,population,row,statistic,value,base'

describe('stocktake attack on printed figures', { timeout: 300_000 }, () => {
  const published = join(SHARED, 'taking-stock/published-tables.csv')

  it('counts what the report gives away by its whole percentages', (context) => {
    if (!existsSync(published)) {
      console.log('skipped: no reference data beside the project (taking-stock)')
      context.skip()
    }
    const { exitCode, said, result } = stocktake(workplace(), ['attack', published])
    expect(exitCode).toBe(0)
    expect(said).toContain('20 of percentages with a base, 20 of them possible')
    expect(said).toContain('38 of 66 follow exactly; 15 are proven to be 1 to 9, 9 to be 1 to 4')
    const columns = result['columns'] as readonly PrintedColumn[]
    expect(columns.filter(({ impossible }) => impossible)).toEqual([])
    const rows = columns.flatMap((column) => column.rows)
    expect([rows.filter(({ least, most }) => least === most).length, rows.length]).toEqual([38, 66])
    const whole = columns.filter((column) => column.rows.every(({ least, most }) => least === most))
    expect(whole.length).toBe(12)
  })

  it('names a column that no counts can give, and counts nothing by it', () => {
    const home = workplace()
    const half = (table: string, base: number) =>
      ['Yes', 'No'].map((row) => `${table},all,${row},percent,50,${base}\n`).join('')
    writeFileSync(join(home, 'own.csv'), `${HEADINGS}\n${half('1', 61)}${half('2', 60)}`)
    const { exitCode, said } = stocktake(home, ['attack', 'own.csv'])
    expect(exitCode).toBe(0)
    expect(said).toContain('2 of percentages with a base, 1 of them possible')
    expect(said).toContain('2 of 2 follow exactly')
    expect(said).toMatch(/Impossible.*1.*: no counts of 61 give these percentages/)
  })

  it('says what is wrong with a file that holds no figures', () => {
    const home = workplace()
    writeFileSync(join(home, 'other.csv'), 'table,row\n1,Yes\n')
    writeFileSync(join(home, 'empty.csv'), '')
    writeFileSync(join(home, 'odd.csv'), `${HEADINGS}\n1,all,"Yes,percent,50,10\n`)
    for (const [name, words] of [
      ['missing.csv', 'no readable file'],
      ['other.csv', 'no column population, statistic, value, base'],
      ['empty.csv', 'no column'],
      ['odd.csv', 'odd.csv'],
    ] as const) {
      const { exitCode, said } = stocktake(home, ['attack', name])
      expect(said, name).toContain(words)
      expect(said, name).not.toMatch(/\n\s+at |Stocktake itself/)
      expect(exitCode, name).toBe(3)
    }
  })

  it('says which figure is no number', () => {
    const home = workplace()
    writeFileSync(
      join(home, 'words.csv'),
      `${HEADINGS}\n1,all,Yes,percent,many,10\n1,all,No,percent,50,ten\n`,
    )
    const { exitCode, said } = stocktake(home, ['attack', 'words.csv'])
    expect(said).toContain('words.csv cannot be read: of figure 1 the value is no number')
    expect(said).not.toContain('many')
    expect(exitCode).toBe(3)
  })
})

describe('what printed percentages say', { timeout: 300_000 }, () => {
  it('is what trying all counts says', () => {
    fc.assert(
      fc.property(
        // Large enough for a whole percentage to leave several counts, which the base narrows.
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 2, maxLength: 3 }),
        fc.constantFrom(0, 0, 1),
        (counts, decimals) => {
          const base = counts.reduce((sum, count) => sum + count, 0)
          fc.pre(base > 0)
          const shown = counts.map((count) => print(count, base, decimals))
          const [column] = attackPrinted(
            shown.map((value, row) => ({
              table: '1',
              population: 'all',
              row: String(row),
              statistic: 'percent',
              value,
              status: '',
              base: String(base),
            })),
          )
          const fitting = [...additions(base, shown.length)].filter((tried) =>
            tried.every((count, row) => print(count, base, decimals) === shown[row]),
          )
          expect(column?.rows.map(({ least, most }) => [least, most])).toEqual(
            counts.map((_, row) => [
              Math.min(...fitting.map((tried) => tried[row] ?? 0)),
              Math.max(...fitting.map((tried) => tried[row] ?? 0)),
            ]),
          )
        },
      ),
      { numRuns: 100 },
    )
  })
})

/** Half up, worked out in whole numbers. */
function print(count: number, base: number, decimals: number): string {
  const units = (count * 200 * 10 ** decimals + base) / (2 * base)
  return (Math.floor(units) / 10 ** decimals).toFixed(decimals)
}

/** Every way to add so many numbers up to `total`. */
function* additions(total: number, length: number): Generator<readonly number[]> {
  if (length === 1) {
    yield [total]
    return
  }
  for (let first = 0; first <= total; first += 1) {
    for (const rest of additions(total - first, length - 1)) yield [first, ...rest]
  }
}
