import type { TableColumn } from '../../artefacts.ts'
import type { Reporting } from '../../definition/index.ts'
import type { Cell } from '../chart/index.ts'
import { printedFigure } from '../figure.ts'
import { cellAt } from '../tables.ts'
import type { ReleasedTable } from './model.ts'

/** A column of a table with its place. */
export interface Placed {
  readonly column: TableColumn
  readonly index: number
}

export const columnsOf = (table: ReleasedTable, statistic: string): readonly Placed[] =>
  table.columns.flatMap((column, index) => (column.statistic === statistic ? [{ column, index }] : []))

/** Names a figure by its place: "5 0 1" is the first row and second column of table 5. */
export const figureAt = ({ id }: ReleasedTable, row: number, column: number): string =>
  `${id} ${row} ${column}`

/** A figure of a table for a chart; one that rounds to zero is drawn as nothing, with its mark. */
export function chartCell(table: ReleasedTable, row: number, index: number, reporting: Reporting): Cell {
  const figure = cellAt(table, table.rows[row]?.cells ?? [], index)
  const printed = printedFigure(figure, table.columns[index]?.decimals ?? 0, reporting)
  return {
    figure: figureAt(table, row, index),
    printed,
    ...(figure.value === null ? {} : { value: figure.value }),
  }
}
