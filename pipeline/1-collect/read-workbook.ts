import { readFileSync } from 'node:fs'
import type { SpreadsheetFormat } from './guard-spreadsheet.ts'
import { openSheet } from './open-sheet.ts'
import { sheetIntake } from './sheet-intake.ts'
import type { SpreadsheetReading } from './spreadsheet-reading.ts'

export interface WorkbookTask {
  readonly path: string
  readonly format: SpreadsheetFormat
  readonly sheet?: string
  /** 'unchecked' leaves judging the headings, and merged cells among the first three rows, to the caller. */
  readonly headings?: 'checked' | 'unchecked'
  readonly targetCsv: string
}

/**
 * Reads one sheet of a workbook that passed `guardSpreadsheet`, all at once, and writes it to `targetCsv`.
 * Blocks and takes much memory: meant for the worker. What is wrong with the file comes back as issues;
 * `targetCsv` is there only when none of them is an error.
 */
export function readWorkbook({ path, format, sheet, headings, targetCsv }: WorkbookTask): SpreadsheetReading {
  const opened = openSheet(readFileSync(path), format, sheet)
  if ('refused' in opened) return { issues: [opened.refused] }
  const intake = sheetIntake({
    sheet: { value: opened.name, issues: opened.issues },
    epoch1904: opened.epoch1904,
    headings: headings ?? 'checked',
    targetCsv,
  })
  try {
    intake.take({ data: opened.sheet['!data'] ?? [], offset: 0 })
    const reading = intake.finish(opened.sheet['!merges'] ?? [])
    if ('issues' in reading) return reading
    throw new Error('a sheet taken at once is as wide as it is')
  } catch (error) {
    intake.discard()
    throw error
  }
}
