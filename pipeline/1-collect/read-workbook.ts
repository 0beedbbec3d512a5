import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { read, type WorkBook, type WorkSheet } from 'xlsx'
import type { Issue } from '../issues.ts'
import type { SpreadsheetFormat } from './guard-spreadsheet.ts'
import { checkHeadings } from './headings.ts'
import { findSheetFaults } from './sheet-faults.ts'
import { type SheetRows, sheetRows } from './sheet-rows.ts'
import type { SpreadsheetReading } from './spreadsheet.ts'
import { spreadsheetIssue } from './spreadsheet-issue.ts'
import { SPREADSHEET_LIMITS } from './spreadsheet-limits.ts'

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
  writeCsv(rows, targetCsv)
  return { issues, sheet: name, header, records: rows.height }
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
  let names: readonly string[]
  let book: WorkBook
  let name: string | undefined
  try {
    names = read(bytes, { type: 'buffer', bookSheets: true }).SheetNames
    name = wanted ?? names[0]
    if (name === undefined || !names.includes(name)) return { refused: noSuchSheet(wanted ?? '', names) }
    book = readSheet(bytes, format, names.indexOf(name))
    const visible = wanted === undefined ? firstVisible(book, names) : name
    if (visible !== name) {
      name = visible
      book = readSheet(bytes, format, names.indexOf(name))
    }
  } catch (error) {
    // The reader throws plain errors at what the file holds; their texts may quote it.
    return { refused: unreadable(error) }
  }
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

function readSheet(bytes: Buffer, format: SpreadsheetFormat, index: number): WorkBook {
  return read(bytes, {
    type: 'buffer',
    sheets: index,
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

function firstVisible(book: WorkBook, names: readonly string[]): string {
  const hidden = new Set(
    (book.Workbook?.Sheets ?? []).filter(({ Hidden }) => (Hidden ?? 0) > 0).map((one) => one.name),
  )
  return names.find((name) => !hidden.has(name)) ?? names[0] ?? ''
}

function writeCsv(rows: SheetRows, target: string): void {
  const file = openSync(target, 'w')
  let done = false
  try {
    let text = ''
    for (let row = 0; row < rows.height; row++) {
      text += `${record(rows, row)}\n`
      if (text.length > 1_000_000) {
        writeSync(file, text)
        text = ''
      }
    }
    writeSync(file, text)
    done = true
  } finally {
    closeSync(file)
    if (!done) rmSync(target, { force: true })
  }
}

/** RFC 4180. A blank row of one column is written as `""`: an empty line is no record to every reader. */
function record(rows: SheetRows, row: number): string {
  if (rows.isBlank(row)) return rows.width === 1 ? '""' : ','.repeat(rows.width - 1)
  let line = ''
  for (let column = 0; column < rows.width; column++) {
    const text = rows.text(row, column) ?? ''
    line += (column === 0 ? '' : ',') + (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  }
  return line === '' ? '""' : line
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
