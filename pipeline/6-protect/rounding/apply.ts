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

/**
 * Responded, in frame and the rate: the total to the nearest multiple, the rows up or down so that they add up to it. No row has
 * more who responded than are in the frame.
 */
function roundedRates(table: Table<Figure>, unit: number): Table<Figure> {
  const nearest = (count: number) => unit * Math.floor((count + unit / 2) / unit)
  const isShare = ({ statistic }: TableColumn) => statistic.endsWith('percent')
  const parts = table.rows.filter(({ label }) => label !== TOTAL)
  const whole = table.rows.some(({ label }) => label === TOTAL)
  const places = new Map(parts.map(({ label }, place) => [label, place]))
  const columns: (readonly number[] | undefined)[] = []
  // From the last to the first: who responded is among those in the frame.
  for (const [index, column] of [...table.columns.entries()].reverse()) {
    if (isShare(column)) continue
    const values = parts.map(({ cells }) => cells[index]?.value ?? 0)
    columns[index] = whole ? addedUp(values, unit, columns[index + 1]) : values.map(nearest)
  }
  const countsOf = (label: string, index: number): number => {
    const own = columns[index] ?? []
    return whole && label === TOTAL
      ? own.reduce((sum, one) => sum + one, 0)
      : (own[places.get(label) ?? -1] ?? 0)
  }
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

/** Multiples that add up to the nearest of the sum: the largest remainders go up, none above its `most`. */
function addedUp(values: readonly number[], unit: number, most?: readonly number[]): readonly number[] {
  const down = values.map((value) => unit * Math.floor(value / unit))
  const sum = values.reduce((total, value) => total + value, 0)
  const whole = unit * Math.floor((sum + unit / 2) / unit)
  const up = [...values.keys()]
    .filter((place) => (values[place] ?? 0) > (down[place] ?? 0))
    .filter((place) => most === undefined || (down[place] ?? 0) + unit <= (most[place] ?? 0))
    .sort((a, b) => (values[b] ?? 0) - (down[b] ?? 0) - ((values[a] ?? 0) - (down[a] ?? 0)) || a - b)
    .slice(0, (whole - down.reduce((total, value) => total + value, 0)) / unit)
  return down.map((value, place) => value + (up.includes(place) ? unit : 0))
}
