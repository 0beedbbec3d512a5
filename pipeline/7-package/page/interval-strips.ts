import type { Reporting } from '../../definition/index.ts'
import type { Interval, IntervalStrip } from '../chart/index.ts'
import { chartCell, columnsOf, type Placed } from './marks-of.ts'
import type { ReleasedTable } from './model.ts'

/** What the limits of an estimate are called, by what it is called itself. */
const LIMITS: Readonly<Record<string, readonly [low: string, high: string]>> = {
  percent: ['percent_low', 'percent_high'],
  estimate: ['interval_low', 'interval_high'],
}

/** Rows of estimates, each with its interval where the table has one for that population. */
export function intervalStrips(
  table: ReleasedTable,
  rows: readonly number[],
  estimates: readonly Placed[],
  reporting: Reporting,
): readonly IntervalStrip[] {
  return rows.map((row) => ({
    label: table.rows[row]?.label ?? '',
    cells: estimates.map(({ column, index }): Interval => {
      const [low, high] = (LIMITS[column.statistic] ?? []).map((statistic) =>
        columnsOf(table, statistic).find((other) => other.column.population === column.population),
      )
      const cell = chartCell(table, row, index, reporting)
      if (low === undefined || high === undefined) return cell
      const [least, most] = [low, high].map((limit) => chartCell(table, row, limit.index, reporting))
      return { ...cell, ...(least === undefined || most === undefined ? {} : { low: least, high: most }) }
    }),
  }))
}
