import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import type { SheetRows } from './sheet-rows.ts'

/** Writes the part of a sheet that is in use to `target`: UTF-8, comma, LF, one record for each sheet row. */
export function writeSheetCsv(rows: SheetRows, target: string): void {
  const file = openSync(target, 'w')
  let done = false
  try {
    let text = ''
    for (let row = 0; row < rows.height; row++) {
      text += `${record(rows, row)}\n`
      if (text.length > 1_000_000) {
        writeFileSync(file, text)
        text = ''
      }
    }
    writeFileSync(file, text)
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
