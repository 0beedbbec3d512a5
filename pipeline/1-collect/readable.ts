import { createReadStream, createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
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
  /** Records may end otherwise far down the file: then it must be written anew (`transcodeToUtf8`). */
  readonly endsAsReceived?: true
  /** Records end with LF: said where a heading may hold another line break, which the engine would go by. */
  readonly endsWith?: 'LF'
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
  return {
    value: { path: target, delimiter: ',', endsWith: 'LF', records: csv.head, reading, ...merged },
    issues,
  }
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
  return {
    value: { path: target, delimiter: ',', endsWith: 'LF', records: [value.header], reading },
    issues,
  }
}

/**
 * Text that the engine cannot read as it is, by encoding or line ends, is written anew. A byte-order mark
 * counts too: before a quoted heading the engine takes the header for a row. The first line break of a file
 * must be as its records end, for the engine goes by it; one within a heading may be another.
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
  const firstBreak = LINE_BREAKS[/\r\n|\r|\n/.exec(head)?.[0] ?? ''] ?? lineEnd
  const found = { delimiter, records, reading }
  const isPlain = lineEnd === 'LF' || (lineEnd === 'CRLF' && firstBreak === 'CRLF')
  if (isPlain && (encoding === 'utf-8' || encoding === 'utf-8 with byte-order mark')) {
    const isMarked = encoding !== 'utf-8'
    if (isMarked) await copyFrom(BYTE_ORDER_MARK, path, target)
    const ends = firstBreak === lineEnd ? {} : { endsWith: 'LF' as const }
    return {
      value: { path: isMarked ? target : path, endsAsReceived: true, ...found, ...ends },
      issues,
    }
  }
  const damaged = await transcodeToUtf8(path, encoding, target, delimiter)
  return {
    value: hasErrors(damaged) ? undefined : { path: target, endsWith: 'LF', ...found },
    issues: [...issues, ...damaged],
  }
}

const LINE_BREAKS: Readonly<Record<string, 'LF' | 'CRLF' | 'CR'>> = {
  '\n': 'LF',
  '\r\n': 'CRLF',
  '\r': 'CR',
}

/** Bytes of a byte-order mark in UTF-8. */
const BYTE_ORDER_MARK = 3

/** Writes a file anew from its byte `start` on. */
const copyFrom = (start: number, path: string, target: string): Promise<void> =>
  pipeline(createReadStream(path, { start, highWaterMark: CHUNK }), createWriteStream(target))

const CHUNK = 4 * 1024 * 1024

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
}
