import { CannotCut } from './cut-rows.ts'
import { unpacksTooBig } from './guard-spreadsheet.ts'
import { odsPieces } from './ods-pieces.ts'
import type { PiecedSheet } from './pieced-sheet.ts'
import { readWorkbook, type WorkbookTask } from './read-workbook.ts'
import { sheetIntake } from './sheet-intake.ts'
import { SPREADSHEET_LIMITS } from './spreadsheet-limits.ts'
import type { SpreadsheetReading } from './spreadsheet-reading.ts'
import { type WorkbookParts, workbookParts } from './workbook-parts.ts'
import { xlsxPieces } from './xlsx-pieces.ts'

/**
 * Does what `readWorkbook` does, with the same outcome, but some thousand rows at a time, so that memory
 * does not grow with the sheet. Formats and sheets that cannot be cut are read all at once, if they are
 * small enough for that. `size` is about how many bytes of XML make a piece.
 */
export async function readInPieces(task: WorkbookTask, size?: number): Promise<SpreadsheetReading> {
  const { format } = task
  if (format === 'xls' || format === 'xlsb') return readWorkbook(task)
  const parts = await workbookParts(task.path)
  try {
    const sheet = await (format === 'xlsx' ? xlsxPieces : odsPieces)(parts, task.sheet, size)
    return await takePieces(sheet, task)
  } catch (error) {
    if (!(error instanceof CannotCut)) throw error
    return readAtOnce(parts, task)
  } finally {
    parts.close()
  }
}

/** Again from the start where a row far down is wider than the first ones: records are of one width. */
async function takePieces(
  opened: PiecedSheet,
  task: WorkbookTask,
  width?: number,
): Promise<SpreadsheetReading> {
  const { sheet, epoch1904, pieces } = opened
  const { headings = 'checked', targetCsv } = task
  const known = width === undefined ? {} : { width }
  const intake = sheetIntake({ sheet, epoch1904, headings, targetCsv, ...known })
  let reading: ReturnType<typeof intake.finish>
  try {
    const all = pieces()
    let next = await all.next()
    for (; next.done !== true; next = await all.next()) intake.take(next.value)
    reading = intake.finish(next.value)
  } catch (error) {
    intake.discard()
    throw error
  }
  return 'issues' in reading ? reading : takePieces(opened, task, reading.width)
}

function readAtOnce(parts: WorkbookParts, task: WorkbookTask): SpreadsheetReading {
  const sizes = [...parts.sizes.values()]
  const tooBig = sizes.some((size) => size > SPREADSHEET_LIMITS.entryBytes)
  return tooBig ? { issues: [unpacksTooBig()] } : readWorkbook(task)
}
