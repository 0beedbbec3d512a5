import { widened } from './measure.ts'
import { type Cell, type Row, rowOf, type Sheet } from './sheet.ts'
import type { TextStyle } from './styles.ts'

export interface TableLayout {
  readonly name: string
  readonly orientation: Sheet['orientation']
  readonly tableName: string
  /** Title and statements, all in column A. */
  readonly above: readonly Cell[]
  readonly columns: readonly { readonly header: string; readonly style: TextStyle; readonly width: number }[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * A worksheet of statements with one marked-up table under them, starting in column A with nothing
 * below or beside it.
 */
export function tableSheet({ name, orientation, tableName, above, columns, rows }: TableLayout): Sheet {
  const widths = columns.map(({ width }, index) => {
    const cells = [...rows.map((row) => row[index]), ...(index === 0 ? above : [])]
    return widened(
      width,
      cells.map((cell) => String(cell?.value)),
    )
  })
  const header: Cell[] = columns.map(({ header, style }) => ({ value: header, style }))
  const laidOut: Row[] = [...above.map((cell) => [cell]), header, ...rows].map((cells) =>
    rowOf(widths, cells),
  )
  const headers = columns.map(({ header }) => header)
  return {
    name,
    orientation,
    widths,
    rows: laidOut,
    table: { name: tableName, firstRow: above.length, lastRow: laidOut.length - 1, headers },
  }
}
