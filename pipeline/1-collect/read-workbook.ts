import { readFileSync } from 'node:fs'
import { read, type WorkBook, type WorkSheet } from 'xlsx'
import type { Issue } from '../issues.ts'
import type { SpreadsheetFormat } from './guard-spreadsheet.ts'
import { checkHeadings } from './headings.ts'
import { writeSheetCsv } from './sheet-csv.ts'
import { findSheetFaults } from './sheet-faults.ts'
import { type SheetRows, sheetRows } from './sheet-rows.ts'
import { spreadsheetIssue } from './spreadsheet-issue.ts'
import { SPREADSHEET_LIMITS } from './spreadsheet-limits.ts'
import type { SpreadsheetReading } from './spreadsheet-reading.ts'

export interface WorkbookTask {
  readonly path: string
  readonly format: SpreadsheetFormat
  readonly sheet?: string
  readonly targetCsv: string
}

/**
 * Reads one sheet of a workbook that passed `guardSpreadsheet` and writes it to `targetCsv`. Blocks
 * and takes much memory: meant for the worker. What is wrong with the file comes back as issues;
 * `targetCsv` is there only when none of them is an error.
 */
export function readWorkbook({ path, format, sheet, targetCsv }: WorkbookTask): SpreadsheetReading {
  const opened = openSheet(readFileSync(path), format, sheet)
  if ('refused' in opened) return { issues: [opened.refused] }
  const { name, rows, issues: notes } = opened
  if (rows.height === 0) {
    return {
      issues: [
        spreadsheetIssue(
          'empty-file',
          `The sheet “${name}” is empty.`,
          'Name another sheet with `sheet:` in the definition, or export the file again.',
        ),
      ],
    }
  }
  if (rows.height * rows.width > SPREADSHEET_LIMITS.area) {
    return { issues: [tooWide(name, rows)] }
  }
  const header = Array.from({ length: rows.width }, (_, column) => rows.text(0, column) ?? '')
  const issues = [...notes, ...checkHeadings(header), ...findSheetFaults(rows, header)]
  if (issues.some(({ severity }) => severity === 'error')) return { issues }
  writeSheetCsv(rows, targetCsv)
  return { issues, csv: { sheet: name, header, records: rows.height } }
}

interface OpenedSheet {
  readonly name: string
  readonly rows: SheetRows
  readonly issues: readonly Issue[]
}

function openSheet(
  bytes: Buffer,
  format: SpreadsheetFormat,
  wanted: string | undefined,
): OpenedSheet | { readonly refused: Issue } {
  let book: WorkBook
  let name: string
  try {
    book = readSheet(bytes, format, wanted ?? 0)
    name = wanted ?? firstVisible(book)
    if (name !== wanted && name !== book.SheetNames[0]) book = readSheet(bytes, format, name)
  } catch (error) {
    // The reader throws plain errors at what the file holds; their texts may quote it.
    return { refused: unreadable(error) }
  }
  const { SheetNames: names } = book
  if (!names.includes(name)) return { refused: noSuchSheet(name, names) }
  const sheet: WorkSheet | undefined = book.Sheets[name]
  if (sheet === undefined || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) {
    return {
      refused: spreadsheetIssue(
        'no-such-sheet',
        `The sheet “${name}” holds no cells.`,
        `Name one of these with \`sheet:\`: ${list(names)}.`,
      ),
    }
  }
  const rows = sheetRows(sheet, book.Workbook?.WBProps?.date1904 === true)
  return { name, rows, issues: wanted === undefined && names.length > 1 ? [otherSheets(name, names)] : [] }
}

function readSheet(bytes: Buffer, format: SpreadsheetFormat, sheet: string | number): WorkBook {
  return read(bytes, {
    type: 'buffer',
    sheets: sheet,
    dense: true,
    cellDates: true,
    UTC: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    // Stubs show formulas that were never calculated. ODS repeats stubs to the edge of the sheet.
    sheetStubs: format === 'xlsx' || format === 'xlsb',
  })
}

function firstVisible(book: WorkBook): string {
  const hidden = new Set(
    (book.Workbook?.Sheets ?? []).filter(({ Hidden }) => (Hidden ?? 0) > 0).map((one) => one.name),
  )
  return book.SheetNames.find((name) => !hidden.has(name)) ?? book.SheetNames[0] ?? ''
}

const list = (names: readonly string[]): string =>
  names
    .slice(0, 20)
    .map((name) => `“${name}”`)
    .join(', ')

const noSuchSheet = (wanted: string, names: readonly string[]): Issue =>
  spreadsheetIssue(
    'no-such-sheet',
    wanted === '' ? 'The workbook has no sheets.' : `The workbook has no sheet “${wanted}”.`,
    names.length === 0
      ? 'Export the file again.'
      : `Its sheets are ${list(names)}. Name one with \`sheet:\` in the definition.`,
  )

const tooWide = (name: string, { height, width }: SheetRows): Issue =>
  spreadsheetIssue(
    'too-big',
    `The sheet “${name}” is in use to row ${height}, column ${width}: ${Math.round((height * width) / 1e6)} million cells.`,
    'Delete the stray cells far below or beside the table, or export it as CSV.',
  )

const otherSheets = (name: string, names: readonly string[]): Issue => ({
  code: 'collect/other-sheets',
  severity: 'warning',
  concern: 'definition',
  message: `Of ${names.length} sheets only “${name}” is read.`,
  advice: 'Say which sheet is meant with `sheet:` in the definition.',
})

function unreadable(error: unknown): Issue {
  if (error instanceof Error && /password|encrypt/i.test(error.message)) {
    return spreadsheetIssue(
      'password-protected',
      'The workbook is protected by a password.',
      'Save it without a password.',
    )
  }
  return spreadsheetIssue(
    'damaged-workbook',
    'The workbook is damaged, or not one that can be read.',
    'Save it again as an Excel workbook (.xlsx), or export it as CSV.',
  )
}
