import type { Respondent } from './answers.ts'

/** One column of an export: what stands over it, and what it holds. */
export interface ExportColumn {
  /** One text a header row. */
  readonly headings: readonly string[]
  readonly cell: (respondent: Respondent) => string
}

/** How one platform exports. */
export interface Format {
  readonly file: string
  /** Kinds of rows it keeps that are no responses. */
  readonly keeps: readonly NonNullable<Respondent['stray']>[]
  readonly bytes: (respondents: readonly Respondent[]) => Uint8Array
}

export interface Delimited {
  readonly delimiter: ',' | ';'
  readonly lineEnd: '\n' | '\r\n'
  readonly mark: boolean
  /** Whether every cell is quoted, or only those that must be. */
  readonly quoteAll: boolean
}

/** An export that is a CSV file. */
export const csvFormat = (
  file: string,
  columns: readonly ExportColumn[],
  how: Partial<Delimited> = {},
  keeps: Format['keeps'] = [],
): Format => ({
  file,
  keeps,
  bytes: (respondents) => {
    const rows = Array.from({ length: columns[0]?.headings.length ?? 0 }, (_, row) =>
      columns.map(({ headings }) => headings[row] ?? ''),
    )
    return delimited([...rows, ...respondents.map((one) => columns.map(({ cell }) => cell(one)))], how)
  },
})

function delimited(
  rows: readonly (readonly string[])[],
  { delimiter = ',', lineEnd = '\n', mark = false, quoteAll = false }: Partial<Delimited>,
): Uint8Array {
  const special = new RegExp(`[${delimiter}"\\r\\n]`)
  const field = (cell: string) => (quoteAll || special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const text = rows.map((row) => row.map(field).join(delimiter) + lineEnd).join('')
  return new TextEncoder().encode((mark ? '\ufeff' : '') + text)
}

/** The platform's own columns: heading (of each header row) and content. */
export const ownColumns = (
  columns: Readonly<Record<string, (respondent: Respondent) => string>>,
  headings: (name: string) => readonly string[] = (name) => [name],
): readonly ExportColumn[] =>
  Object.entries(columns).map(([name, cell]) => ({ headings: headings(name), cell }))
