import { basename, join } from 'node:path'
import type { Engine } from '../engine/index.ts'
import { type Checked, hasErrors, type Issue } from '../issues.ts'
import { explainInspection, mayBeWorkbook } from './explain-inspection.ts'
import type { Inspection } from './inspect-source.ts'
import type { TextInspection } from './inspect-text.ts'
import { jsonToCsv } from './json-table.ts'
import { readHead } from './read-head.ts'
import { sniffDialect } from './sniff-dialect.ts'
import { readSpreadsheet } from './spreadsheet.ts'
import { transcodeToUtf8 } from './transcode.ts'

/** A file as UTF-8 CSV that the engine can read, and how it came to be. */
export interface Readable {
  readonly path: string
  readonly delimiter: string
  /** The first records, headings first. */
  readonly records: readonly (readonly string[])[]
  readonly reading: string
  /** Merged cells that begin in the first rows of a sheet: only among headings of several rows do they mean something. */
  readonly merged?: readonly { readonly lastRow: number; readonly issue: Issue }[]
}

/** Makes a file of any format readable: as it is where the engine can, else written anew in the working folder. */
export async function makeReadable(
  engine: Engine,
  source: { readonly file: string; readonly sheet?: string },
  { path, text }: Inspection,
  folders: { readonly work: string },
): Promise<Checked<Readable | undefined>> {
  if (text === undefined) return { value: undefined, issues: [] }
  const target = join(folders.work, `${basename(source.file)}.utf8.csv`)
  if (mayBeWorkbook(text) || /\.(xlsx|xlsm|xls|ods)$/i.test(source.file)) {
    return fromWorkbook(path, source.sheet, target)
  }
  const faults = explainInspection(text)
  if (hasErrors(faults)) return { value: undefined, issues: faults }
  const opened = /\.json$/i.test(source.file)
    ? await fromJson(engine, path, text.encoding, target)
    : await fromText(path, text.encoding, target)
  return { value: opened.value, issues: [...faults, ...opened.issues] }
}

async function fromWorkbook(
  path: string,
  sheet: string | undefined,
  target: string,
): Promise<Checked<Readable | undefined>> {
  const options = { headings: 'unchecked' as const, ...(sheet === undefined ? {} : { sheet }) }
  const { csv, issues } = await readSpreadsheet(path, options, target)
  if (hasErrors(issues)) return { value: undefined, issues }
  if (csv === undefined) throw new Error('a workbook without a sheet and without an issue')
  const reading = `workbook, sheet ${csv.sheet}`
  const merged = csv.mergedInHead === undefined ? {} : { merged: csv.mergedInHead }
  return { value: { path: target, delimiter: ',', records: csv.head, reading, ...merged }, issues }
}

async function fromJson(
  engine: Engine,
  path: string,
  encoding: TextInspection['encoding'],
  target: string,
): Promise<Checked<Readable | undefined>> {
  const { value, issues } = await jsonToCsv(engine, path, target)
  if (value === undefined || hasErrors(issues)) return { value: undefined, issues }
  const reading = `${encoding}, JSON`
  return { value: { path: target, delimiter: ',', records: [value.header], reading }, issues }
}

/**
 * Text that the engine cannot read as it is, by encoding or line ends, is written anew. A byte-order mark
 * counts too: before a quoted heading the engine takes the header for a row.
 */
async function fromText(
  path: string,
  encoding: TextInspection['encoding'],
  target: string,
): Promise<Checked<Readable | undefined>> {
  const { head, issues: unreadable } = await readHead(path, encoding)
  if (hasErrors(unreadable)) return { value: undefined, issues: unreadable }
  const { value: dialect, issues } = sniffDialect(head, 'unchecked')
  if (dialect === undefined || hasErrors(issues)) return { value: undefined, issues }
  const { delimiter, records, lineEnd } = dialect
  const reading = `${encoding}, ${DELIMITERS[delimiter]}, ${lineEnd} line ends`
  const direct = encoding === 'utf-8' && (lineEnd === 'LF' || lineEnd === 'CRLF')
  if (direct) return { value: { path, delimiter, records, reading }, issues }
  const damaged = await transcodeToUtf8(path, encoding, target, delimiter)
  return {
    value: hasErrors(damaged) ? undefined : { path: target, delimiter, records, reading },
    issues: [...issues, ...damaged],
  }
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
}
