import type { SubmissionSource } from '../artefacts.ts'
import type { SourceFile } from '../definition/index.ts'
import { type Engine, literals } from '../engine/index.ts'
import { type Checked, hasErrors, type Issue } from '../issues.ts'
import { mapColumns, type WantedColumn } from './column-mapping.ts'
import type { Inspection } from './inspect-source.ts'
import type { LayoutColumn } from './platforms/index.ts'
import { type Headings, readHeadings } from './read-headings.ts'
import { makeReadable, type Readable } from './readable.ts'
import { repeatedHeaderSql } from './repeated-header.ts'
import { rowReader } from './row-reader.ts'

export interface CollectFolders {
  /** Private, emptied after the run: where files are put that had to be made into UTF-8 CSV. */
  readonly work: string
}

/** A file; of an export, its survey platform; of our own sheets, that other columns do not matter. */
export type PlatformFile = SourceFile & {
  readonly platform?: string
  readonly separator?: string
  readonly othersIgnored?: true
}

/** Opens one source: makes it readable, and finds its columns. No value means that issues say why. */
export async function openSource(
  engine: Engine,
  source: PlatformFile,
  inspection: Inspection,
  wanted: (columns: readonly LayoutColumn[]) => readonly WantedColumn[],
  folders: CollectFolders,
): Promise<Checked<SubmissionSource | undefined>> {
  const { file } = source
  const inFile = (issues: readonly Issue[]) => issues.map((issue) => ({ file, ...issue }))
  const { value: readable, issues: reading } = await makeReadable(engine, source, inspection, folders)
  if (readable === undefined || hasErrors(reading)) return { value: undefined, issues: inFile(reading) }
  const { value: layout, issues: unlike } = readHeadings(source, readable)
  if (layout === undefined || hasErrors(unlike))
    return { value: undefined, issues: inFile([...reading, ...unlike]) }
  const headings = layout.columns.map(({ heading }) => heading)
  const mapping = mapColumns({
    file,
    headings,
    wanted: wanted(layout.columns),
    identifying: source.identifying,
    ignore: source.ignore,
    accounted: source.othersIgnored === true ? new Set(headings.keys()) : layout.accounted,
  })
  const value: SubmissionSource = {
    file,
    columns: new Map([...mapping.value.columns].map(([name, index]) => [name, `c${index}`])),
    headings: new Map(headings.map((heading, index) => [heading, `c${index}`])),
    numbers: layout.columns.flatMap(({ role }, index) => (role === 'identifier' ? [`c${index}`] : [])),
    reading: readable.reading,
    firstRow: layout.headerRows + 1,
    conventions: conventionsOf(source, layout, readable),
    into: rowReader(engine, inspection, readable, layout, folders),
  }
  return { value, issues: inFile([...reading, ...unlike, ...mapping.issues]) }
}

function conventionsOf(
  { separator }: PlatformFile,
  { columns, headerRows, layout }: Headings,
  { records }: Readable,
): SubmissionSource['conventions'] {
  const raw = (heading: string) => `c${columns.findIndex((column) => column.heading === heading)}`
  const holds = (column: string, equals: readonly string[]) =>
    `list_contains([${literals(equals)}], coalesce(trim(${raw(column)}), ''))`
  const repeated = repeatedHeaderSql(
    records.slice(0, headerRows),
    columns.map((_, index) => `c${index}`),
  )
  return {
    separator: separator ?? layout?.separator ?? ';',
    missing: layout?.missing ?? [],
    unticked: layout?.unticked ?? [],
    escapes: layout?.escapes ?? [],
    ...(layout === undefined ? {} : { dates: layout.dates }),
    notResponses: [
      ...(repeated === undefined ? [] : [{ reason: 'headings repeated among the rows', holds: repeated }]),
      ...(layout?.setAside ?? []).map(({ reason, column, equals }) => ({
        reason,
        holds: holds(column, equals),
      })),
    ],
    ...(layout?.unfinished === undefined
      ? {}
      : { unfinished: holds(layout.unfinished.column, layout.unfinished.equals) }),
  }
}
