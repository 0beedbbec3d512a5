import { Parser } from '@json2csv/plainjs'

/**
 * A table as CSV: RFC 4180 but with LF, the last line ended too, a cell quoted only where it must be.
 * Cells are written verbatim, also those that begin with `=`, `+`, `-` or `@`, which a spreadsheet would
 * take for formulas: they are labels of the definition's author, and an apostrophe in front of them
 * would no longer match the labels in the responses, the schema and the data package.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  // A line with one blank cell would be a blank line, which readers skip.
  const alone = (cell: string) => (cell === '' ? '""' : quoted(cell))
  const string = header.length === 1 ? alone : quoted
  const parser = new Parser<readonly string[], readonly string[]>({
    // Getters, because a field given by name is read as a path: "No. asked" would silently be blank.
    fields: header.map((label, index) => ({ label, value: (row: readonly string[]) => row[index] ?? '' })),
    formatters: { header: quoted, string },
    eol: '\n',
    includeEmptyRows: true,
  })
  return `${parser.parse([...rows])}\n`
}

/** The library's own "only if necessary" leaves a lone carriage return unquoted. */
const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
