/**
 * The accessible workbook: in, a title, notes and tables that passed disclosure control; out, the bytes
 * of an .xlsx file that follows the Analysis Function's guidance "Releasing statistics in spreadsheets".
 * Not here: choosing tables, rounding, suppression, words about the consultation.
 */
import { checkWorkbook } from './check.ts'
import { contentsSheet } from './contents.ts'
import { coverSheet } from './cover.ts'
import { figuresSheet, titleOf } from './figures.ts'
import { finish } from './finish.ts'
import type { Workbook } from './model.ts'
import { namesOf } from './names.ts'
import { notesSheet } from './notes.ts'
import { writeSheets } from './write.ts'

export type { CoverSection, Shorthand, Workbook, WorkbookColumn, WorkbookTable } from './model.ts'

/**
 * The workbook as a file: Cover, Contents, Notes (when there are any), then a worksheet a table. The same
 * workbook gives the same bytes everywhere. Throws, saying where but never what a cell holds, when the
 * workbook could not be published as it stands (see `checkWorkbook`).
 */
export function renderWorkbook(workbook: Workbook): Uint8Array {
  checkWorkbook(workbook)
  const names = namesOf(workbook.tables.map(({ id }) => id))
  const tables = workbook.tables.flatMap((table, index) => {
    const name = names[index]
    return name === undefined ? [] : [{ table, name }]
  })
  const hasNotes = workbook.notes.length > 0
  const sheets = [
    coverSheet(workbook),
    contentsSheet([
      ...(hasNotes ? [{ sheet: 'Notes', title: 'Notes' }] : []),
      ...tables.map(({ table, name }) => ({ sheet: name.sheet, title: titleOf(table, name) })),
    ]),
    ...(hasNotes ? [notesSheet(workbook.notes)] : []),
    ...tables.map(({ table, name }) => figuresSheet(workbook, table, name)),
  ]
  return finish(writeSheets(workbook, sheets), sheets)
}
