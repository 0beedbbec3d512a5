import { read, type WorkBook, type WorkSheet } from 'xlsx'
import type { Issue } from '../issues.ts'
import type { SpreadsheetFormat } from './guard-spreadsheet.ts'
import { spreadsheetIssue } from './spreadsheet-issue.ts'

export interface OpenedSheet {
  readonly name: string
  readonly sheet: WorkSheet
  /** Whether dates are counted from 1904, not 1900. */
  readonly epoch1904: boolean
  readonly issues: readonly Issue[]
}

/** Opens the sheet named `wanted`, else the first that is visible, of a workbook held in memory. */
export function openSheet(
  bytes: Uint8Array,
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
  return {
    name,
    sheet,
    epoch1904: book.Workbook?.WBProps?.date1904 === true,
    issues: wanted === undefined && names.length > 1 ? [otherSheets(name, names)] : [],
  }
}

/** The workbook with the cells of one sheet of it, by name or number; throws at what it cannot read. */
export function readSheet(bytes: Uint8Array, format: SpreadsheetFormat, sheet: string | number): WorkBook {
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
