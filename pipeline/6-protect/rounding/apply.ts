import type { Figure, Table, TableColumn } from '../../artefacts.ts'
import { percent } from '../../percent.ts'
import { countsAnswers } from '../shown-counts.ts'
import type { Rounded } from './round.ts'

/** Row that says again what the base is. */
const TOTAL = 'Total'

/**
 * Tables made anew from rounded counts: counts as rounded, percentages of rounded counts by rounded bases, half up.
 * Tables of answers only; means, tests and waves would be made from counts that nobody may see, and
 * are left out. Response rates are rounded by themselves, their totals added up anew.
 */
export function roundedTables(
  tables: readonly Table<Figure>[],
  { counts }: Rounded,
  unit: number,
): readonly Table<Figure>[] {
  const rounded = new Map(
    counts.map(({ question, group, row, count }) => [JSON.stringify([question, group, row]), count]),
  )
  const countOf = (question: string, group: string, row: string | null) =>
    rounded.get(JSON.stringify([question, group, row]))
  return tables.flatMap((table) => {
    if (table.kind === 'response rate') return [roundedRates(table, unit)]
    const { question } = table
    return question === undefined || !countsAnswers(table)
      ? []
      : [roundedAnswers(table, (group, row) => countOf(question, group, row))]
  })
}

function roundedAnswers(
  table: Table<Figure>,
  countOf: (group: string, row: string | null) => number | undefined,
): Table<Figure> {
  const base = ({ population }: TableColumn): number => countOf(population, null) ?? 0
  const shown = table.columns.map(({ statistic }) => statistic === 'count' || statistic === 'percent')
  const keep = <T>(list: readonly T[]): readonly T[] => list.filter((_, index) => shown[index])
  // A net of several answers a person has no count of its own to be rounded with.
  const rows = table.rows.filter(
    ({ label }) =>
      label === TOTAL || table.columns.every(({ population }) => countOf(population, label) !== undefined),
  )
  return {
    ...table,
    columns: keep(table.columns.map(({ weightedBase: _, ...column }) => ({ ...column, base: base(column) }))),
    rows: rows.map(({ label, cells }) => ({
      label,
      cells: keep(
        cells.map(({ count }, index): Figure => {
          const column = table.columns[index]
          if (column === undefined) return { value: 0, count, status: 'z' }
          const of = base(column)
          const value = countOf(column.population, label === TOTAL ? null : label) ?? 0
          if (column.statistic === 'count') return { value, count, status: '' }
          return share(value, of, count, column.decimals)
        }),
      ),
    })),
  }
}

function share(value: number, base: number, count: number, decimals: number): Figure {
  if (base === 0) return { value: 0, count, status: 'z' }
  return { value: percent(value, base, decimals), count, status: '' }
}

/** Responded, in frame and the rate: each count to the nearest multiple, the total their sum. */
function roundedRates(table: Table<Figure>, unit: number): Table<Figure> {
  const nearest = (count: number) => unit * Math.floor((count + unit / 2) / unit)
  const parts = table.rows.filter(({ label }) => label !== TOTAL)
  const whole = table.rows.some(({ label }) => label === TOTAL)
  const countAt = (row: (typeof table.rows)[number] | undefined, index: number): number =>
    nearest(row?.cells[index]?.value ?? 0)
  const countsOf = (label: string, index: number): number =>
    whole && label === TOTAL
      ? parts.reduce((sum, row) => sum + countAt(row, index), 0)
      : countAt(
          table.rows.find((row) => row.label === label),
          index,
        )
  const isShare = ({ statistic }: TableColumn) => statistic.endsWith('percent')
  // Where the base is what the total adds up to, it is that of the rounded parts.
  const baseOf = (base: number | null): number | null =>
    base === null ? null : whole ? countsOf(TOTAL, 0) : nearest(base)
  const before = table.columns.flatMap((column, index) => (isShare(column) ? [] : [index]))
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, base: baseOf(column.base) })),
    rows: table.rows.map(({ label, cells }) => ({
      label,
      cells: cells.map(({ count }, index): Figure => {
        const column = table.columns[index]
        if (column === undefined || !isShare(column))
          return { value: countsOf(label, index), count, status: '' }
        const [first = 0, second] = before
        const of = second === undefined ? (baseOf(column.base) ?? 0) : countsOf(label, second)
        return share(countsOf(label, first), of, count, column.decimals)
      }),
    })),
  }
}
