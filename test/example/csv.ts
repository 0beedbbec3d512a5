import type { RawRecord } from './model.ts'

/** A CSV file: a heading line and a record each, fields quoted where they must be. */
export function csvText(
  headings: readonly string[],
  records: readonly Pick<RawRecord, 'cells'>[],
  lineEnd: '\n' | '\r\n',
): string {
  const rows = [headings, ...records.map(({ cells }) => headings.map((heading) => cells[heading] ?? ''))]
  return rows.map((row) => row.map(quoted).join(',') + lineEnd).join('')
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
