import { basename, dirname } from 'node:path'
import type { Engine } from '../engine/index.ts'
import { type Checked, hasErrors, type Issue } from '../issues.ts'
import { inspectSource } from './inspect-source.ts'
import { type Layout, type LayoutColumn, recognise } from './platforms/index.ts'
import { readHeadings } from './read-headings.ts'
import { makeReadable } from './readable.ts'
import { rowReader } from './row-reader.ts'

/** An export that no definition describes yet. */
export interface OpenedExport {
  /** The survey platform it comes from; absent for a plain table. */
  readonly layout?: Layout
  readonly columns: readonly LayoutColumn[]
  /** Records before the first response. */
  readonly headerRows: number
  /** How it was read, for people. */
  readonly reading: string
  /** Reads its rows into a relation of VARCHAR columns c0, c1, ...; blank cells are NULL. */
  readonly load: (relation: string) => Promise<readonly Issue[]>
}

/** Opens a file of which nothing is known: its format, its encoding, its platform, its headings. */
export async function openExport(
  engine: Engine,
  path: string,
  options: { readonly sheet?: string; readonly encoding?: string },
  folders: { readonly work: string },
): Promise<Checked<OpenedExport | undefined>> {
  const source = { file: basename(path), columns: {}, identifying: [], ignore: [], ...options }
  const inFile = (issues: readonly Issue[]) => issues.map((issue) => ({ file: source.file, ...issue }))
  const inspection = await inspectSource({ source, purpose: 'plan' }, dirname(path))
  if (hasErrors(inspection.issues)) return { value: undefined, issues: inspection.issues }
  const { value: readable, issues } = await makeReadable(engine, source, inspection, folders)
  if (readable === undefined || hasErrors(issues)) return { value: undefined, issues: inFile(issues) }
  const layout = recognise(readable.records)
  const opened = readHeadings(layout === undefined ? {} : { platform: layout.platform }, readable)
  const all = [...issues, ...opened.issues]
  if (opened.value === undefined || hasErrors(all)) return { value: undefined, issues: inFile(all) }
  const { columns, headerRows } = opened.value
  const read = rowReader(engine, inspection, readable, { columns, headerRows }, folders)
  return {
    value: {
      ...(layout === undefined ? {} : { layout }),
      columns,
      headerRows,
      reading: readable.reading,
      load: async (relation) => {
        const rows = columns.map((_, index) => ({ name: `c${index}`, sql: `c${index}` }))
        return inFile(await read(relation, rows))
      },
    },
    issues: inFile(all),
  }
}
