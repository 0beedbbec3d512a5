import { basename, join } from 'node:path'
import type { SubmissionSource } from '../artefacts.ts'
import type { SourceFile } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import { type Checked, hasErrors, type Issue } from '../issues.ts'
import { mapColumns, type WantedColumn } from './column-mapping.ts'
import { explainInspection, mayBeWorkbook } from './explain-inspection.ts'
import type { Inspection } from './inspect-source.ts'
import type { TextInspection } from './inspect-text.ts'
import { readInto } from './into.ts'
import { readHead } from './read-head.ts'
import { sniffDialect } from './sniff-dialect.ts'
import { readSpreadsheet } from './spreadsheet.ts'
import { transcodeToUtf8 } from './transcode.ts'

export interface CollectFolders {
  /** Private, emptied after the run: where files are put that had to be made into UTF-8 CSV. */
  readonly work: string
}

/** A file as UTF-8 CSV that the engine can read, and how it came to be. */
interface Readable {
  readonly path: string
  readonly delimiter: string
  readonly header: readonly string[]
  readonly reading: string
}

/** Opens one source: makes it readable, and finds its columns. No value means that issues say why. */
export async function openSource(
  engine: Engine,
  source: SourceFile,
  inspection: Inspection,
  wanted: readonly WantedColumn[],
  folders: CollectFolders,
): Promise<Checked<SubmissionSource | undefined>> {
  const { file } = source
  const { value: readable, issues: reading } = await makeReadable(source, inspection, folders)
  const inFile = (issues: readonly Issue[]) => issues.map((issue) => ({ file, ...issue }))
  if (readable === undefined || hasErrors(reading)) return { value: undefined, issues: inFile(reading) }
  const { header, delimiter } = readable
  const mapping = mapColumns({
    file,
    headings: header,
    wanted,
    identifying: source.identifying,
    ignore: source.ignore,
  })
  const value: SubmissionSource = {
    file,
    columns: new Map([...mapping.value.columns].map(([name, index]) => [name, `c${index}`])),
    headings: new Map(header.map((heading, index) => [heading, `c${index}`])),
    reading: readable.reading,
    into: async (relation, projections, lookups) => {
      const csv = { file, path: readable.path, delimiter, columns: header.length }
      const faults = await readInto(engine, csv, relation, projections, lookups)
      if (readable.path !== inspection.path || !faults.some(({ code }) => code === 'collect/not-csv'))
        return faults
      // Line ends that change far down a file are no fault of the data: write it anew and read again.
      const path = join(folders.work, `${basename(file)}.line-ends.csv`)
      const damaged = await transcodeToUtf8(readable.path, 'utf-8', path, delimiter)
      if (hasErrors(damaged)) return inFile(damaged)
      return readInto(engine, { ...csv, path }, relation, projections, lookups)
    },
  }
  return { value, issues: inFile([...reading, ...mapping.issues]) }
}

async function makeReadable(
  source: SourceFile,
  { path, text }: Inspection,
  folders: CollectFolders,
): Promise<Checked<Readable | undefined>> {
  if (text === undefined) return { value: undefined, issues: [] }
  const target = join(folders.work, `${basename(source.file)}.utf8.csv`)
  if (mayBeWorkbook(text) || /\.(xlsx|xlsm|xls|ods)$/i.test(source.file)) {
    const sheet = await readSpreadsheet(
      path,
      source.sheet === undefined ? {} : { sheet: source.sheet },
      target,
    )
    if (hasErrors(sheet.issues)) return { value: undefined, issues: sheet.issues }
    if (sheet.csv === undefined) throw new Error('a workbook without a sheet and without an issue')
    const { header } = sheet.csv
    return {
      value: { path: target, delimiter: ',', header, reading: `workbook, sheet ${sheet.csv.sheet}` },
      issues: sheet.issues,
    }
  }
  const faults = explainInspection(text)
  if (hasErrors(faults)) return { value: undefined, issues: faults }
  const opened = await readText(path, text.encoding, target)
  return { value: opened.value, issues: [...faults, ...opened.issues] }
}

/**
 * Text that the engine cannot read as it is, by encoding or line ends, is written anew. A byte-order mark
 * counts too: before a quoted heading the engine takes the header for a row.
 */
async function readText(
  path: string,
  encoding: TextInspection['encoding'],
  target: string,
): Promise<Checked<Readable | undefined>> {
  const { head, issues: unreadable } = await readHead(path, encoding)
  if (hasErrors(unreadable)) return { value: undefined, issues: unreadable }
  const { value: dialect, issues } = sniffDialect(head)
  if (dialect === undefined || hasErrors(issues)) return { value: undefined, issues }
  const reading = `${encoding}, ${DELIMITERS[dialect.delimiter]}, ${dialect.lineEnd} line ends`
  const direct = encoding === 'utf-8' && (dialect.lineEnd === 'LF' || dialect.lineEnd === 'CRLF')
  const { delimiter, header } = dialect
  if (direct) return { value: { path, delimiter, header, reading }, issues }
  const damaged = await transcodeToUtf8(path, encoding, target, dialect.delimiter)
  return {
    value: hasErrors(damaged) ? undefined : { path: target, delimiter, header, reading },
    issues: [...issues, ...damaged],
  }
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
}
