import type { Range } from 'xlsx'
import type { Issue } from '../issues.ts'
import { columnLetter } from './headings.ts'
import type { SheetRows } from './sheet-rows.ts'
import { spreadsheetIssue } from './spreadsheet-issue.ts'

/** How many faults of one kind are worth naming before the reader has understood. */
const MOST_FAULTS = 20

/**
 * What a sheet holds that a table must not: cells without a value (#N/A, formulas never calculated)
 * and merged cells, both errors because nobody can say what stands in them. Calculated cells are
 * noted.
 */
export function findSheetFaults(rows: SheetRows, header: readonly string[]): readonly Issue[] {
  const valueless: Issue[] = []
  let unnamed = 0
  let formulas = 0
  for (let row = 0; row < rows.height; row++) {
    if (rows.isBlank(row)) continue
    for (let column = 0; column < rows.width; column++) {
      if (rows.isFormula(row, column)) formulas++
      if (!rows.lacksValue(row, column)) continue
      if (valueless.length < MOST_FAULTS) valueless.push(withoutValue(row, column, header))
      else unnamed++
    }
  }
  return [
    ...valueless,
    ...(unnamed > 0 ? [moreWithoutValue(unnamed)] : []),
    ...rows.merged.slice(0, MOST_FAULTS).map((range) => merged(range)),
    ...(formulas > 0 ? [calculatedCells(formulas)] : []),
  ]
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

function merged({ s: start, e: end }: Range): Issue {
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
