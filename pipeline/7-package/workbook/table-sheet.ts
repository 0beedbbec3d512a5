import { widened, widthOf } from './measure.ts'
import { type Cell, rowOf, type Sheet } from './sheet.ts'
import type { TextStyle } from './styles.ts'

/** What an A4 page holds at full size, in digits of the body font. */
const PAGE = { portrait: 72, landscape: 108 }
/** The least width of column A when a title or a line has to be wrapped in it. */
const READABLE = 50

export interface TableLayout {
  readonly name: string
  readonly orientation: Sheet['orientation']
  readonly tableName: string
  readonly title: string
  /** Statements under the title, in column A like it. */
  readonly lines: readonly Cell[]
  readonly columns: readonly { readonly header: string; readonly style: TextStyle; readonly width: number }[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * A worksheet of title and statements with one marked-up table under them, starting in column A with
 * nothing below or beside it. Titles and statements short enough run on over the empty cells beside
 * them; longer ones are wrapped in column A, which is then made wide enough to read them.
 */
export function tableSheet({
  name,
  orientation,
  tableName,
  title,
  lines,
  columns,
  rows,
}: TableLayout): Sheet {
  const statements: Cell[] = [{ value: title, style: 'title' }, ...lines]
  const header: Cell[] = columns.map((column) => ({ value: column.header, style: column.style }))
  const widths = columns.map(({ width }, index) => widened(width, textsIn(rows, index)))
  const room = () => Math.max(PAGE[orientation], sum(widths))
  const long = statements.filter((cell) => widest(cell) > room())
  if (long.length > 0) widths[0] = widened(Math.max(widths[0] ?? 0, READABLE), textsIn([long], 0))
  const above = statements.map((cell) => (widest(cell) > room() ? cell : onOneLine(cell)))
  const laidOut = [...above.map((cell) => [cell]), header, ...rows].map((cells) => rowOf(widths, cells))
  const table = {
    name: tableName,
    firstRow: above.length,
    lastRow: laidOut.length - 1,
    headers: columns.map(({ header }) => header),
  }
  return { name, orientation, widths, rows: laidOut, table }
}

function textsIn(rows: readonly (readonly Cell[])[], column: number): string[] {
  return rows.map((cells) => String(cells[column]?.value ?? ''))
}

function widest({ value, style }: Cell): number {
  return String(value).includes('\n') ? Number.POSITIVE_INFINITY : widthOf(String(value), style)
}

function onOneLine(cell: Cell): Cell {
  if (cell.style === 'title') return { ...cell, style: 'oneLineTitle' }
  return cell.style === 'text' ? { ...cell, style: 'oneLine' } : cell
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}
