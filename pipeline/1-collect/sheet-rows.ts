import type { CellObject, Range, WorkSheet } from 'xlsx'
import { cellText, isBlankCell, lacksValue } from './cell-text.ts'

/** The part of a sheet that is in use, from A1 to the last row and column that hold anything. */
export interface SheetRows {
  readonly height: number
  readonly width: number
  /** Merged areas that reach into the part in use. */
  readonly merged: readonly Range[]
  /** '' for blank cells, undefined for those that lack a value: errors, formulas never calculated. */
  readonly text: (row: number, column: number) => string | undefined
  readonly lacksValue: (row: number, column: number) => boolean
  readonly isFormula: (row: number, column: number) => boolean
  readonly isBlank: (row: number) => boolean
}

/** Reads rows off a sheet opened with `dense`; what the sheet claims as its size is not believed. */
export function sheetRows(sheet: WorkSheet, epoch1904: boolean): SheetRows {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  let height = 0
  let width = 0
  // forEach visits only the rows and cells that are there: sheets can be a million rows of nothing.
  data.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell === undefined || isBlankCell(cell)) return
      height = Math.max(height, row + 1)
      width = Math.max(width, column + 1)
    })
  })
  return {
    height,
    width,
    merged: (sheet['!merges'] ?? []).filter(({ s: start }) => start.r < height && start.c < width),
    text: (row, column) => cellText(data[row]?.[column], epoch1904),
    lacksValue: (row, column) => {
      const cell = data[row]?.[column]
      return cell !== undefined && !isBlankCell(cell) && lacksValue(cell)
    },
    isFormula: (row, column) => data[row]?.[column]?.f !== undefined,
    isBlank: (row) => data[row] === undefined,
  }
}
