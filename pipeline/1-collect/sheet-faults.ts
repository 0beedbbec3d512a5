import type { CellObject, Range } from 'xlsx'
import type { Issue } from '../issues.ts'
import { isBlankCell, lacksValue } from './cell-text.ts'
import { columnLetter } from './headings.ts'
import { spreadsheetIssue } from './spreadsheet-issue.ts'

/** How many faults of one kind are worth naming before the reader has understood. */
export const MOST_FAULTS = 20

export interface SheetFaults {
  /** Looks at the cells of the next row. */
  readonly take: (row: number, cells: readonly (CellObject | undefined)[]) => void
  /** What was found in the first `width` columns, down to the last row that holds anything. */
  readonly issues: (width: number, header: readonly string[], merged: readonly Range[]) => readonly Issue[]
}

/**
 * Collects, row by row, what a sheet holds that a table must not: cells without a value (#N/A, formulas
 * never calculated) and merged cells, both errors because nobody can say what stands in them. Calculated
 * cells are noted.
 */
export function sheetFaults(): SheetFaults {
  const valueless: { readonly row: number; readonly column: number }[] = []
  let unnamed = 0
  // By column. Formulas that give nothing count only where other cells lie below and beside them.
  const formulas: number[] = []
  let below: number[] = []

  function take(row: number, cells: readonly (CellObject | undefined)[]): void {
    let inUse = false
    cells.forEach((cell, column) => {
      if (cell === undefined) return
      if (cell.f !== undefined) below.push(column)
      if (isBlankCell(cell)) return
      inUse = true
      if (!lacksValue(cell)) return
      if (valueless.length < MOST_FAULTS) valueless.push({ row, column })
      else unnamed++
    })
    if (!inUse || below.length === 0) return
    for (const column of below) formulas[column] = (formulas[column] ?? 0) + 1
    below = []
  }

  return {
    take,
    issues: (width, header, merged) => {
      const calculated = formulas.slice(0, width).reduce((total, count) => total + (count ?? 0), 0)
      return [
        ...valueless.map(({ row, column }) => withoutValue(row, column, header)),
        ...(unnamed > 0 ? [moreWithoutValue(unnamed)] : []),
        ...merged.slice(0, MOST_FAULTS).map((range) => mergedCells(range)),
        ...(calculated > 0 ? [calculatedCells(calculated)] : []),
      ]
    },
  }
}

const ADVICE_VALUE =
  'Repair or clear the cell, and save the workbook in Excel or LibreOffice so that it is calculated.'

function withoutValue(row: number, column: number, header: readonly string[]): Issue {
  const heading = header[column]
  return spreadsheetIssue(
    'cell-without-value',
    `Cell ${columnLetter(column)}${row + 1} has no value: an error such as #N/A, or a formula that was never calculated.`,
    ADVICE_VALUE,
    { row: row + 1, column: heading === undefined || heading === '' ? columnLetter(column) : heading },
  )
}

const moreWithoutValue = (count: number): Issue =>
  spreadsheetIssue('cell-without-value', `${count} more cells have no value.`, ADVICE_VALUE)

/** An error about one merged area. */
export function mergedCells({ s: start, e: end }: Range): Issue {
  const range = `${columnLetter(start.c)}${start.r + 1}:${columnLetter(end.c)}${end.r + 1}`
  return spreadsheetIssue(
    'merged-cells',
    `The cells ${range} are merged, so which row and column their value belongs to is lost.`,
    'Unmerge them and fill in each cell.',
    { row: start.r + 1 },
  )
}

const calculatedCells = (count: number): Issue => ({
  code: 'collect/formulas',
  severity: 'note',
  concern: 'data',
  message: `${count} ${count === 1 ? 'cell is' : 'cells are'} calculated; the value last saved was read.`,
})
