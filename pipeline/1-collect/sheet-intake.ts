import type { CellObject, Range } from 'xlsx'
import { type Checked, hasErrors, type Issue } from '../issues.ts'
import { cellText, isBlankCell } from './cell-text.ts'
import { checkHeadings } from './headings.ts'
import { csvWriter } from './sheet-csv.ts'
import { mergedCells, sheetFaults } from './sheet-faults.ts'
import { spreadsheetIssue } from './spreadsheet-issue.ts'
import { SPREADSHEET_LIMITS } from './spreadsheet-limits.ts'
import { HEAD_ROWS, type SpreadsheetReading } from './spreadsheet-reading.ts'

/** Some rows of a sheet, as the library holds them: holes are rows and cells that are not there. */
export interface SheetPiece {
  readonly data: readonly (readonly (CellObject | undefined)[] | undefined)[]
  /** Row of the sheet that `data[0]` is, counted from 0. */
  readonly offset: number
}

export interface SheetIntake {
  /** Takes the rows after those it was given before. */
  readonly take: (piece: SheetPiece) => void
  /** What the sheet came to; its merged cells are not known before its end. */
  readonly finish: (merged: readonly Range[]) => SpreadsheetReading | { readonly width: number }
  readonly discard: () => void
}

export interface IntakeOptions {
  /** Name of the sheet, and what was noticed in opening it. */
  readonly sheet: Checked<string>
  readonly epoch1904: boolean
  readonly headings: 'checked' | 'unchecked'
  readonly targetCsv: string
  /** Columns in use, where they are known; else those of the first piece are taken for all. */
  readonly width?: number
}

/**
 * Takes a sheet in pieces and writes the part that is in use, from A1 to the last row and column that hold
 * anything, to `targetCsv`; what the sheet claims as its size is not believed. `finish` answers with what
 * is wrong, and the file is there only when none of it is an error; or with the true width, where a later
 * piece was wider than the records already written: then all has to be taken again.
 */
export function sheetIntake({
  sheet,
  epoch1904,
  headings,
  targetCsv,
  width: known,
}: IntakeOptions): SheetIntake {
  const writer = csvWriter(targetCsv)
  const faults = sheetFaults()
  const head: string[][] = []
  let height = 0
  let width = known ?? 0
  let written = 0
  let writtenWidth: number | undefined = known

  function take({ data, offset }: SheetPiece): void {
    const inUse: number[] = []
    for (const key of Object.keys(data)) {
      const index = Number(key)
      const cells = data[index]
      if (cells === undefined) continue
      faults.take(index + offset, cells)
      const used = usedWidth(cells)
      if (used === 0) continue
      inUse.push(index)
      width = Math.max(width, used)
    }
    const last = inUse.at(-1)
    if (last === undefined) return
    height = last + offset + 1
    writtenWidth ??= width
    for (const index of inUse) {
      const row = index + offset
      const texts = (data[index] ?? []).map((cell) => cellText(cell, epoch1904) ?? '')
      if (row < HEAD_ROWS) head[row] = texts
      if (width > writtenWidth || (row + 1) * width > SPREADSHEET_LIMITS.area) continue
      writer.blanks(row - written, width)
      writer.record(texts, width)
      written = row + 1
    }
  }

  function finish(allMerged: readonly Range[]): SpreadsheetReading | { readonly width: number } {
    const { value: name, issues: notes } = sheet
    if (height === 0) return refused([emptySheet(name)])
    if (height * width > SPREADSHEET_LIMITS.area) return refused([tooWide(name, height, width)])
    if (written < height) {
      writer.discard()
      return { width }
    }
    const records = Array.from({ length: Math.min(height, HEAD_ROWS) }, (_, row) =>
      Array.from({ length: width }, (_, column) => head[row]?.[column] ?? ''),
    )
    const [header = []] = records
    const judged = checkHeadings(header)
    // A first row that holds answers must not be repeated in what is said of the others.
    const sayable = judged.some(({ code }) => code === 'collect/no-headings') ? [] : header
    const merged = allMerged.filter(({ s: start }) => start.r < height && start.c < width)
    const inHead = headings === 'checked' ? [] : merged.filter(({ e: end }) => end.r < 3)
    const issues = [
      ...notes,
      ...(headings === 'checked' ? judged : []),
      ...faults.issues(
        width,
        sayable,
        merged.filter((range) => !inHead.includes(range)),
      ),
    ]
    if (hasErrors(issues)) return refused(issues)
    writer.close()
    const mergedInHead = inHead.map((range) => ({ lastRow: range.e.r + 1, issue: mergedCells(range) }))
    return {
      issues,
      csv: {
        sheet: name,
        header,
        records: height,
        head: records,
        ...(mergedInHead.length === 0 ? {} : { mergedInHead }),
      },
    }
  }

  function refused(issues: readonly Issue[]): SpreadsheetReading {
    writer.discard()
    return { issues }
  }

  return { take, finish, discard: writer.discard }
}

/** forEach visits only the cells that are there. */
function usedWidth(cells: readonly (CellObject | undefined)[]): number {
  let width = 0
  cells.forEach((cell, column) => {
    if (cell !== undefined && !isBlankCell(cell)) width = column + 1
  })
  return width
}

const emptySheet = (name: string): Issue =>
  spreadsheetIssue(
    'empty-file',
    `The sheet “${name}” is empty.`,
    'Name another sheet with `sheet:` in the definition, or export the file again.',
  )

const tooWide = (name: string, height: number, width: number): Issue =>
  spreadsheetIssue(
    'too-big',
    `The sheet “${name}” is in use to row ${height}, column ${width}: ${Math.round((height * width) / 1e6)} million cells.`,
    'Delete the stray cells far below or beside the table, or export it as CSV.',
  )
