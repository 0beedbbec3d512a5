/** A sheet to be filled in: text only. */
export interface PrivateSheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly string[])[]
}

export interface SheetColumn {
  readonly heading: string
  /** In characters; a workbook's column is that wide and wraps. */
  readonly width: number
  /** What may be chosen in a row, by its index; none: any text. */
  readonly choices?: (row: number) => readonly string[]
}
