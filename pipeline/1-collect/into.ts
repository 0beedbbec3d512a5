import type { Projection, Relation } from '../artefacts.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import type { Issue } from '../issues.ts'

export interface CsvFile {
  /** Name as the author knows it, for messages. */
  readonly file: string
  /** UTF-8 text on disk. */
  readonly path: string
  readonly delimiter: string
  readonly columns: number
  /** Records before the first response. */
  readonly headerRows: number
  /** How records end, where the first line break of the file, within a heading, is another one. */
  readonly endsWith?: 'LF'
}

/** No answer of a person is longer; a longer cell is a broken quote or an attack. */
export const LONGEST_RECORD = 2 * 1024 * 1024

/** How many faults of a file are worth naming before the reader has understood. */
const MOST_FAULTS = 20

/**
 * Reads a CSV file once, strictly, in file order, into `relation`, keeping only `projections` over
 * the raw columns `c0`, `c1`... (as `cells` change them) and `lookups` over them; blank cells are NULL. Returns the records that are not as the header
 * promises; nothing of the relation may be used then.
 */
export async function readInto(
  engine: Engine,
  csv: CsvFile,
  relation: Relation,
  projections: readonly Projection[],
  lookups: readonly Projection[] = [],
  cells: readonly Projection[] = [],
): Promise<readonly Issue[]> {
  const columns = Array.from({ length: csv.columns }, (_, index) => `'c${index}': 'VARCHAR'`).join(', ')
  const items = (list: readonly Projection[]) => list.map(({ name, sql }) => `${sql} AS ${identifier(name)}`)
  const replaced = cells.length === 0 ? '*' : `* REPLACE (${items(cells).join(',\n')})`
  const header = csv.headerRows === 1 ? 'header = true' : `header = false, skip = ${csv.headerRows}`
  await engine.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans')
  try {
    await engine.run(`CREATE TABLE ${identifier(relation)} AS SELECT ${items(projections).join(',\n')}
      FROM (SELECT ${['*', ...items(lookups)].join(',\n')} FROM (SELECT ${replaced}
        FROM read_csv(${literal(csv.path)}, auto_detect = false, ${header}, columns = {${columns}},
        delim = ${literal(csv.delimiter)}, quote = '"', escape = '"', strict_mode = true,
        ${csv.endsWith === undefined ? '' : String.raw`new_line = '\n', `}store_rejects = true, rejects_limit = 1000, max_line_size = ${LONGEST_RECORD})))`)
  } catch (error) {
    return [unreadable(csv.file, error)]
  }
  const rejects = await engine.rows(`SELECT DISTINCT line, error_type FROM reject_errors
    ORDER BY line, error_type LIMIT ${MOST_FAULTS}`)
  if (rejects.length > 0)
    return rejects.map(({ line, error_type }) => fault(csv, Number(line), String(error_type)))
  const [rows] = await engine.rows(`SELECT count(*)::INTEGER AS count FROM ${identifier(relation)}`)
  return Number(rows?.['count']) > 0 ? [] : [noRows(csv.file)]
}

const noRows = (file: string): Issue => ({
  code: 'collect/no-rows',
  severity: 'error',
  concern: 'data',
  message: 'The file has a header and no rows.',
  advice: 'Export it again, with the responses.',
  file,
})

const FAULTS: Readonly<Record<string, readonly [code: string, message: string, advice: string]>> = {
  'TOO MANY COLUMNS': [
    'collect/ragged-row',
    'This row has more cells than the header.',
    'A delimiter inside an answer must be within double quotes. Export the file again.',
  ],
  'MISSING COLUMNS': [
    'collect/ragged-row',
    'This row has fewer cells than the header.',
    'A line break inside an answer must be within double quotes. Export the file again.',
  ],
  'UNQUOTED VALUE': [
    'collect/broken-quote',
    'A quoted cell that starts in this row is not closed properly.',
    'A double quote inside an answer must be written twice. Export the file again.',
  ],
  'LINE SIZE OVER MAXIMUM': [
    'collect/row-too-long',
    `This row is longer than ${LONGEST_RECORD / 1024 / 1024} MiB.`,
    'Look for a quote that is never closed, or for a file pasted into a cell.',
  ],
  'INVALID ENCODING': [
    'collect/encoding',
    'This row holds bytes that are not text in the encoding of the file.',
    'State the right `encoding` of this source in the definition.',
  ],
}

function fault(csv: CsvFile, line: number, type: string): Issue {
  const [code, message, advice] = FAULTS[type] ?? [
    'collect/unreadable-row',
    'This row cannot be read.',
    'Export the file again.',
  ]
  const expected = code === 'collect/ragged-row' ? { expected: `${csv.columns} cells` } : {}
  return { code, severity: 'error', concern: 'data', message, advice, file: csv.file, row: line, ...expected }
}

/** The engine's own words quote the file, so only a line number is taken from them. */
function unreadable(file: string, error: unknown): Issue {
  const text = error instanceof Error ? error.message : ''
  if (!text.startsWith('Invalid Input Error')) throw error
  const line = /line[: ]+(\d+)/i.exec(text)?.[1]
  return {
    code: 'collect/not-csv',
    severity: 'error',
    concern: 'data',
    message: 'The file does not follow the rules of CSV: quotes or line ends are broken or mixed.',
    advice: 'Export the file again as CSV, or as a workbook.',
    file,
    ...(line === undefined ? {} : { row: Number(line) }),
  }
}
