import type { Sheet } from './sheet.ts'
import { tableSheet } from './table-sheet.ts'

/** The worksheet of notes, numbered in the order given; the tables refer to them as `[note 1]`. */
export function notesSheet(notes: readonly string[]): Sheet {
  return tableSheet({
    name: 'Notes',
    orientation: 'portrait',
    tableName: 'notes',
    title: 'Notes',
    lines: [{ value: 'This worksheet contains one table.', style: 'text' }],
    columns: [
      { header: 'Note', style: 'header', width: 14 },
      { header: 'Text', style: 'header', width: 76 },
    ],
    rows: notes.map((note, index) => [
      { value: `[note ${index + 1}]`, style: 'text' },
      { value: note, style: 'text' },
    ]),
  })
}
