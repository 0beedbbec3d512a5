import { heightOf } from './measure.ts'
import type { Style } from './styles.ts'

/** A worksheet as laid out: every cell with its style, every width and height decided. */
export interface Sheet {
  readonly name: string
  readonly orientation: 'portrait' | 'landscape'
  /** In characters of the body font. */
  readonly widths: readonly number[]
  readonly rows: readonly Row[]
  readonly table?: MarkedTable
}

export interface Row {
  /** In points. */
  readonly height: number
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly value: string | number
  readonly style: Style
  /** `#'Sheet'!A1` within the workbook, or a web address. */
  readonly link?: string
}

/** The block of cells that is marked up as a table. Rows count from 0 and start with the header. */
export interface MarkedTable {
  readonly name: string
  readonly firstRow: number
  readonly lastRow: number
  readonly headers: readonly string[]
}

/**
 * A row tall enough for its tallest cell at these widths. The height is set outright because
 * LibreOffice never grows the rows of a file it opens, and Excel not always.
 */
export function rowOf(widths: readonly number[], cells: readonly Cell[]): Row {
  const heights = cells.map((cell, column) => heightOf(String(cell.value), cell.style, widths[column] ?? 0))
  return { height: Math.max(...heights), cells }
}

/** The address of a worksheet's first cell, as a link within the workbook. */
export function linkTo(sheet: string): string {
  return `#${quoted(sheet)}!A1`
}

/** A worksheet's name as a reference holds it. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`
}
