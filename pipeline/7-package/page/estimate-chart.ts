import type { Reporting } from '../../definition/index.ts'
import { type Chart, intervalChart } from '../chart/index.ts'
import { markedTitle } from '../headings.ts'
import { intervalStrips } from './interval-strips.ts'
import { columnsOf } from './marks-of.ts'
import type { ReleasedTable } from './model.ts'
import { populationSeries } from './swatches.ts'

/** Rows that are of one unit, that of the answers; a total is of another. */
const SAME_UNIT = new Set(['Mean', 'Median'])

/**
 * Means and medians with their intervals, or the mean rank of each item; undefined where there is nothing to
 * compare. The scale begins and ends where the figures do: dots say where, not how much.
 */
export function estimateChart(table: ReleasedTable, reporting: Reporting): Chart | undefined {
  const estimates = columnsOf(table, 'estimate')
  const items = table.rows.filter(({ label }) => !SAME_UNIT.has(label) && label !== 'Total')
  const rows = table.rows.flatMap(({ label }, index) =>
    (items.length === 0 ? SAME_UNIT.has(label) : label !== 'Total') ? [index] : [],
  )
  const strips = intervalStrips(table, rows, estimates, reporting)
  const values = strips.flatMap(({ cells }) =>
    cells.flatMap((cell) => [cell.value, cell.low?.value, cell.high?.value].flatMap((value) => value ?? [])),
  )
  if (values.length === 0) return undefined
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const margin = (most - least || Math.abs(most) || 1) / 8
  const titles = estimates.map(({ index }) => markedTitle(table, index))
  return intervalChart(strips, populationSeries(titles), [least - margin, most + margin], '')
}
