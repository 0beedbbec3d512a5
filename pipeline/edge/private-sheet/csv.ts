import type { PrivateSheet } from './model.ts'

/**
 * As CSV with a mark that it is UTF-8, which Excel needs. A cell that a spreadsheet would take for a formula has an
 * apostrophe in front; what reads the sheet back forgets it.
 */
export function privateCsv({ columns, rows }: PrivateSheet): string {
  const lines = [columns.map(({ heading }) => heading), ...rows]
  return `\ufeff${lines.map((cells) => `${cells.map(cellOf).join(',')}\n`).join('')}`
}

function cellOf(text: string): string {
  const clean = text.replaceAll('\0', '')
  const harmless = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(clean) ? `'${clean}` : clean
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
