import { utils, type WorkBook, type WorkSheet, write } from 'xlsx'
import type { Workbook } from './model.ts'
import { type Cell, quoted, type Sheet } from './sheet.ts'
import { cleanText, escapeText } from './text.ts'

/**
 * The worksheets as SheetJS writes them: an uncompressed package with text in the shared strings (so
 * that nothing in it can be taken for a formula), figures, links, widths, heights and the document's
 * properties. SheetJS writes no fonts, no alignment and no tables: `finish` adds them.
 */
export function writeSheets(workbook: Workbook, sheets: readonly Sheet[]): Uint8Array {
  const book: WorkBook = utils.book_new()
  for (const sheet of sheets) utils.book_append_sheet(book, worksheet(sheet), sheet.name)
  book.Workbook = { Names: sheets.flatMap(repeatedHeader) }
  const created = new Date(workbook.created ?? '1980-01-01')
  book.Props = {
    Title: cleanText(workbook.title),
    Author: cleanText(workbook.creator),
    LastAuthor: cleanText(workbook.creator),
    Language: workbook.language,
    CreatedDate: created,
    ModifiedDate: created,
  }
  if (workbook.subtitle !== undefined) book.Props.Subject = cleanText(workbook.subtitle)
  return write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: false, ignoreEC: false })
}

/** The header row of a table stands again on every page it is printed on. */
function repeatedHeader(
  { name, table }: Sheet,
  index: number,
): { Name: string; Ref: string; Sheet: number }[] {
  if (table === undefined) return []
  const row = table.firstRow + 1
  return [{ Name: '_xlnm.Print_Titles', Ref: `${quoted(name)}!$${row}:$${row}`, Sheet: index }]
}

function worksheet(sheet: Sheet): WorkSheet {
  const columns = Math.max(...sheet.rows.map(({ cells }) => cells.length))
  const last = utils.encode_cell({ r: sheet.rows.length - 1, c: columns - 1 })
  const result: WorkSheet = {
    '!ref': `A1:${last}`,
    '!cols': sheet.widths.map((width) => ({ wch: width })),
    '!rows': sheet.rows.map(({ height }) => ({ hpt: height })),
  }
  sheet.rows.forEach(({ cells }, row) => {
    cells.forEach((cell, column) => {
      result[utils.encode_cell({ r: row, c: column })] = cellObject(cell)
    })
  })
  return result
}

function cellObject({ value, link }: Cell): Record<string, unknown> {
  if (typeof value === 'number') return { t: 'n', v: value }
  const text = { t: 's', v: escapeText(cleanText(value)) }
  return link === undefined ? text : { ...text, l: { Target: link } }
}
