import type { Workbook, WorkbookTable } from './model.ts'
import { MAXIMUM_DECIMALS } from './styles.ts'
import { cleanText } from './text.ts'

/** Excel's limits: characters in a cell, characters in the name of a table's column. */
const CELL_LIMIT = 32_767
const HEADER_LIMIT = 255

/**
 * Refuses a workbook that could not be published as it stands: an empty cell, header or title, a ragged
 * row, headers equal but for their case, a mark that nothing explains, a reference to a note that is not
 * there, figures with more digits than they show. All are faults of the code that made the workbook, so
 * they are thrown; the message says where, and never what a cell holds.
 */
export function checkWorkbook(workbook: Workbook): void {
  need(isText(workbook.title), 'the workbook has no title')
  need(isText(workbook.creator), 'the workbook has no creator')
  need(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(workbook.language), 'the language is not a language tag')
  need(isInstant(workbook.created ?? '1980-01-01'), 'created is not an ISO date or UTC date-time')
  need(new Set(workbook.tables.map(({ id }) => id)).size === workbook.tables.length, 'two tables share an id')
  need(workbook.tables.length > 0, 'the workbook has no tables')
  need(workbook.notes.every(isText), 'a note is empty')
  for (const { mark, meaning } of workbook.shorthand) {
    need(isText(mark) && isText(meaning), 'a shorthand mark or its meaning is empty')
  }
  checkCover(workbook)
  const marks = new Set(workbook.shorthand.map(({ mark }) => mark))
  for (const table of workbook.tables) checkTable(table, marks, workbook.notes.length)
}

function checkCover({ cover }: Workbook): void {
  for (const { heading, paragraphs } of cover) {
    need(isText(heading), 'a cover heading is empty')
    for (const paragraph of paragraphs) {
      need(isText(typeof paragraph === 'string' ? paragraph : paragraph.text), 'a cover paragraph is empty')
      const safe = typeof paragraph === 'string' || isAddress(paragraph.href)
      need(safe, 'a cover link is neither a web nor a mail address')
    }
  }
}

function checkTable(table: WorkbookTable, marks: ReadonlySet<string>, notes: number): void {
  const where = `table ${table.id}`
  const headers = table.columns.map(({ header }) => cleanText(header))
  need(isText(table.title) && table.lines.every(isText), `${where}: the title or a line is empty`)
  need(headers.length > 0 && table.rows.length > 0, `${where}: a table needs a column and a row`)
  need(headers.every(isText), `${where}: a header is empty`)
  need(
    headers.every((header) => header.length <= HEADER_LIMIT),
    `${where}: a header is over ${HEADER_LIMIT} characters`,
  )
  need(
    new Set(headers.map((header) => header.toLowerCase())).size === headers.length,
    `${where}: two headers are the same`,
  )
  table.rows.forEach((row, index) => {
    need(row.length === headers.length, `${where}, row ${index + 1}: ${row.length} cells`)
  })
  table.columns.forEach((column, index) => {
    const at = `${where}, column ${index + 1}`
    const decimals = column.decimals ?? 0
    const possible = Number.isInteger(decimals) && decimals >= 0 && decimals <= MAXIMUM_DECIMALS
    need(possible, `${at}: decimals must be 0 to ${MAXIMUM_DECIMALS}`)
    table.rows.forEach((row, rowIndex) => {
      const fault = column.kind === 'text' ? textFault(row[index]) : figureFault(row[index], decimals, marks)
      need(fault === undefined, `${at}, row ${rowIndex + 1}: ${fault}`)
    })
  })
  checkNotes(table, notes)
}

function textFault(cell: string | number | null | undefined): string | undefined {
  if (typeof cell === 'number') return 'a number in a text column'
  return isText(cell) ? undefined : 'an empty cell'
}

/** A figure may not carry digits its format hides: they could undo the rounding that protects people. */
function figureFault(
  cell: string | number | null | undefined,
  decimals: number,
  marks: ReadonlySet<string>,
): string | undefined {
  if (typeof cell === 'string' && cell !== '') return marks.has(cell) ? undefined : 'a mark without meaning'
  if (typeof cell !== 'number') return 'an empty cell'
  if (!Number.isFinite(cell)) return 'not a finite number'
  const dust = 1e-9 * Math.max(1, Math.abs(cell))
  return Math.abs(Number(cell.toFixed(decimals)) - cell) <= dust ? undefined : 'more digits than are shown'
}

function checkNotes(table: WorkbookTable, notes: number): void {
  const texts = [
    table.title,
    ...table.lines,
    ...table.columns.map(({ header }) => header),
    ...table.rows.flat(),
  ]
  for (const text of texts) {
    for (const [, number] of String(text).matchAll(/\[note (\d+)\]/g)) {
      const known = Number(number) >= 1 && Number(number) <= notes
      need(known, `table ${table.id}: there is no note ${number}`)
    }
  }
}

function isText(text: unknown): boolean {
  return typeof text === 'string' && text.trim() !== '' && text.length <= CELL_LIMIT
}

function isAddress(href: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/.test(href) && cleanText(href) === href
}

/** Without a zone a date-time would depend on the machine's. */
function isInstant(created: string): boolean {
  return /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.test(created) && !Number.isNaN(Date.parse(created))
}

function need(holds: boolean, fault: string): void {
  if (!holds) throw new Error(`Workbook refused: ${fault}`)
}
