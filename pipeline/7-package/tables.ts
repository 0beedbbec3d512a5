import type { ReleasedFigure, Table, TableColumn } from '../artefacts.ts'
import type { Reporting } from '../definition/index.ts'
import { type Issue, Refused } from '../issues.ts'
import { toCsv } from './csv.ts'
import { plainFigure, printedFigure } from './figure.ts'
import { columnHeadings, rowHeading } from './headings.ts'

type ReleasedTable = Table<ReleasedFigure>

/** Columns of `data/tables.csv`, in order. */
export const TIDY_COLUMNS = [
  'table',
  'title',
  'population',
  'row',
  'statistic',
  'value',
  'status',
  'base',
  'base_description',
] as const

/** What tells one published figure from another. */
export const TIDY_KEY = ['table', 'population', 'row', 'statistic'] as const

/** Every published figure, one a line. */
export function tidyCsv(tables: readonly ReleasedTable[]): string {
  const rows = tables.flatMap((table) =>
    table.rows.flatMap(({ label, cells }) =>
      table.columns.map((column, index): Readonly<Record<(typeof TIDY_COLUMNS)[number], string>> => {
        const cell = cellAt(table, cells, index)
        return {
          table: table.id,
          title: table.title,
          population: column.population,
          row: label,
          statistic: column.statistic,
          value: plainFigure(cell, column.decimals),
          status: cell.status,
          base: baseOf(cell, column),
          base_description: `${column.baseDescription}${column.weightedBase ?? ''}`,
        }
      }),
    ),
  )
  return toCsv(
    TIDY_COLUMNS,
    rows.map((row) => TIDY_COLUMNS.map((name) => row[name])),
  )
}

/** Of how many: its own base where rows differ in that, and then none of a figure that is hidden. */
const baseOf = (cell: ReleasedFigure, { base, ownBases }: TableColumn): string =>
  String((ownBases ? cell.base : base) ?? '')

/** One table as printed, marks included; what stands under it in print is left out. */
export function printedCsv(table: ReleasedTable, reporting: Reporting): string {
  const rows = table.rows.map(({ label, cells }) => [
    label,
    ...table.columns.map(({ decimals }, index) =>
      printedFigure(cellAt(table, cells, index), decimals, reporting),
    ),
  ])
  return toCsv([rowHeading(table), ...columnHeadings(table, ' ', false)], rows)
}

/** The cell of a column; a row that is too short is our own fault. */
export function cellAt(
  { id }: ReleasedTable,
  cells: readonly ReleasedFigure[],
  index: number,
): ReleasedFigure {
  const cell = cells[index]
  if (cell === undefined) throw new Error(`table ${id} has a row that is shorter than its heading`)
  return cell
}

/** Throws `Refused` when two figures could not be told apart: their table's labels repeat. */
export function refuseRepeatedLabels(tables: readonly ReleasedTable[]): void {
  const issues = tables.flatMap((table): readonly Issue[] => {
    const rows = new Set(table.rows.map(({ label }) => label)).size === table.rows.length
    const keys = new Set(
      table.columns.map(({ population, statistic }) => JSON.stringify([population, statistic])),
    )
    if (rows && keys.size === table.columns.length) return []
    return [
      {
        code: 'package/repeated-label',
        severity: 'error',
        concern: 'definition',
        message: `Table ${table.id} would have two ${rows ? 'columns' : 'rows'} with the same label.`,
        advice: 'Give answers and nets labels that differ from each other and from "Total".',
        column: table.question === undefined ? 'tables' : `questions.${table.question}`,
      },
    ]
  })
  if (issues.length > 0) throw new Refused(issues)
}
