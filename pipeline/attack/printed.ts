import { countsOfPercent, type Range } from './figure-bounds.ts'
import type { PublishedFigure } from './published.ts'

/** What one printed column of percentages gives away. */
export interface PrintedColumn {
  readonly table: string
  readonly population: string
  readonly base: number
  /** No counts of this base give these percentages. */
  readonly impossible: boolean
  /** The counts that fit, row by row. */
  readonly rows: readonly ({ readonly row: string } & Range)[]
}

/** Row that says again what the base is. */
const TOTAL = 'Total'

/**
 * Reads printed percentages and bases as an intruder does who knows nothing else: each column of percentages
 * and one base is a sum, so the counts that fit are an interval of whole numbers each. Columns whose percentages
 * cannot add up because several answers could be given are read row by row. Columns without a base
 * are left out.
 */
export function attackPrinted(figures: readonly PublishedFigure[]): readonly PrintedColumn[] {
  const columns = new Map<string, PublishedFigure[]>()
  for (const figure of figures) {
    if (figure.statistic !== 'percent' || figure.base === '' || figure.row === TOTAL) continue
    const key = JSON.stringify([figure.table, figure.population])
    const column = columns.get(key)
    if (column === undefined) columns.set(key, [figure])
    else column.push(figure)
  }
  return [...columns.values()].map(printedColumn)
}

function printedColumn(figures: readonly PublishedFigure[]): PrintedColumn {
  const [{ table, population, base: written } = NOTHING] = figures
  const base = Number(written)
  const shown = figures.map(({ value, status }) => rangeOf(value, status, base))
  const addsUp = figures.every(({ value }) => value !== '') && isWhole(figures)
  const ranges = addsUp ? narrowed(shown, base) : shown
  return {
    table,
    population,
    base,
    impossible: ranges.some(({ least, most }) => least > most),
    rows: figures.map(({ row }, index) => ({ row, ...(ranges[index] ?? { least: 0, most: base }) })),
  }
}

const NOTHING = { table: '', population: '', base: '0' }

function rangeOf(value: string, status: string, base: number): Range {
  if (value !== '') return countsOfPercent(value, base)
  return status === 'low' ? { least: 1, most: Math.floor((base - 1) / 200) } : { least: 0, most: base }
}

/** Whether rounded percentages can be those of one choice: they miss 100 by half a unit a row at most. */
function isWhole(figures: readonly PublishedFigure[]): boolean {
  const decimals = Math.max(...figures.map(({ value }) => (value.split('.')[1] ?? '').length))
  const sum = figures.reduce((total, { value }) => total + Number(value), 0)
  return Math.abs(sum - 100) <= (figures.length * 0.5) / 10 ** decimals + 1e-9
}

/** Each count is the base less the others: which leaves each at least, and at most, what they leave. */
function narrowed(ranges: readonly Range[], base: number): readonly Range[] {
  const least = ranges.reduce((sum, range) => sum + range.least, 0)
  const most = ranges.reduce((sum, range) => sum + range.most, 0)
  return ranges.map((range) => ({
    least: Math.max(range.least, base - (most - range.most)),
    most: Math.min(range.most, base - (least - range.least)),
  }))
}
