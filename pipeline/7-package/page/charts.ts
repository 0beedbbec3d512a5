import type { Question, Reporting } from '../../definition/index.ts'
import { areRegions, barChart, type Chart, intervalChart, type Strip, tileMap } from '../chart/index.ts'
import { markedTitle } from '../headings.ts'
import { estimateChart } from './estimate-chart.ts'
import { intervalStrips } from './interval-strips.ts'
import { chartCell, columnsOf, type Placed } from './marks-of.ts'
import type { QuestionPart, ReleasedTable } from './model.ts'
import { answersOf } from './question-groups.ts'
import { shareChart } from './share-chart.ts'
import { populationSeries } from './swatches.ts'

const PERCENT = '%'
/** More populations than can be told apart by their colours are left to the table. */
const MOST_POPULATIONS = 4

/** The chart that suits the answers to a question; undefined where nothing can be drawn. */
export function questionChart(parts: readonly QuestionPart[], reporting: Reporting): Chart | undefined {
  const [first, ...others] = parts
  if (first === undefined) return undefined
  const shares = shareChart(parts, reporting)
  if (shares !== undefined || others.length > 0) return shares
  const { question, main } = first
  const { table } = main
  const percent = columnsOf(table, 'percent').slice(0, MOST_POPULATIONS)
  const rows = answerRows(table, question)
  if (rows.length === 0) return estimateChart(table, reporting)
  if (percent.length === 0) return countChart(table, rows, reporting)
  const titles = percent.map(({ index }) => markedTitle(table, index))
  if (columnsOf(table, 'percent_low').length > 0) {
    const intervals = intervalStrips(table, rows, percent, reporting)
    return intervalChart(intervals, populationSeries(titles), [0, 100], PERCENT)
  }
  const ranked = question.kind !== 'number' && !(question.kind === 'single' && question.ordered)
  const order = ranked ? mostCommonFirst(table, rows, percent[0]) : rows
  const strips = stripsOf(table, order, percent, reporting)
  return barChart(ranked ? 'ranked' : 'bars', strips, populationSeries(titles), endOf(strips), PERCENT)
}

/** Where a scale of percentages ends: at 100, or at a half or quarter of it where no figure comes further. */
function endOf(strips: readonly Strip[]): number {
  const most = Math.max(0, ...strips.flatMap(({ cells }) => cells.map(({ value = 0 }) => value)))
  return [25, 50].find((end) => most <= end) ?? 100
}

/** Rows of answers: neither nets nor the total, whose figures other bars hold already. */
export function answerRows(table: ReleasedTable, question: Question): readonly number[] {
  const answers = new Set(answersOf(question))
  return table.rows.flatMap(({ label }, index) => (answers.has(label) ? [index] : []))
}

const stripsOf = (
  table: ReleasedTable,
  rows: readonly number[],
  columns: readonly Placed[],
  reporting: Reporting,
): readonly Strip[] =>
  rows.map((row) => ({
    label: table.rows[row]?.label ?? '',
    cells: columns.map(({ index }) => chartCell(table, row, index, reporting)),
  }))

function countChart(table: ReleasedTable, rows: readonly number[], reporting: Reporting): Chart | undefined {
  const columns = columnsOf(table, 'count').slice(0, MOST_POPULATIONS)
  if (columns.length === 0) return undefined
  const strips = stripsOf(table, rows, columns, reporting)
  const most = Math.max(1, ...strips.flatMap(({ cells }) => cells.map(({ value = 0 }) => value)))
  return barChart(
    'bars',
    strips,
    populationSeries(columns.map(({ index }) => markedTitle(table, index))),
    most,
    '',
  )
}

/** Rows by the first column, the highest first and those without a value last; sub-themes stay below their theme. */
function mostCommonFirst(
  table: ReleasedTable,
  rows: readonly number[],
  column: Placed | undefined,
): readonly number[] {
  const value = (row: number) => table.rows[row]?.cells[column?.index ?? 0]?.value ?? -1
  const label = (row: number) => table.rows[row]?.label ?? ''
  const parent = (row: number) => rows.find((other) => label(row).startsWith(`${label(other)} \u2013 `))
  const sorted = (some: readonly number[]) => [...some].sort((a, b) => value(b) - value(a) || a - b)
  return sorted(rows.filter((row) => parent(row) === undefined)).flatMap((row) => [
    row,
    ...sorted(rows.filter((other) => parent(other) === row)),
  ])
}

/** Charts of a table of response rates: its bars, and a map where its rows are regions. */
export function rateCharts(table: ReleasedTable, reporting: Reporting): readonly Chart[] {
  const [rate] = columnsOf(table, 'response_rate_percent')
  const [column] = rate === undefined ? columnsOf(table, 'percent') : [rate]
  if (column === undefined) return []
  // Shares of those who responded come to all of them: that bar would say nothing.
  const rows = table.rows.flatMap(({ label }, index) =>
    rate === undefined && label === 'Total' ? [] : [index],
  )
  const strips = stripsOf(table, rows, [column], reporting)
  const regions = strips.filter(({ label }) => label !== 'Total')
  const tiles = regions.flatMap(({ label, cells: [cell] }) => (cell === undefined ? [] : [{ label, cell }]))
  return [
    barChart('rates', strips.map(setApart), populationSeries(['']), 100, PERCENT),
    ...(areRegions(regions.map(({ label }) => label)) ? [tileMap(tiles, PERCENT)] : []),
  ]
}

const setApart = (strip: Strip): Strip => (strip.label === 'Total' ? { ...strip, swatch: 'bar-4' } : strip)
