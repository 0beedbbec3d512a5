import { basename, join } from 'node:path'
import type { SubmissionSource } from '../artefacts.ts'
import type { Engine } from '../engine/index.ts'
import { hasErrors } from '../issues.ts'
import type { Inspection } from './inspect-source.ts'
import { readInto } from './into.ts'
import type { Headings } from './read-headings.ts'
import type { Readable } from './readable.ts'
import { transcodeToUtf8 } from './transcode.ts'

/** Makes the function that reads the rows of a file, once it is readable and its headings are known. */
export function rowReader(
  engine: Engine,
  { file, path: received, text }: Inspection,
  readable: Readable,
  { columns, headerRows }: Pick<Headings, 'columns' | 'headerRows'>,
  folders: { readonly work: string },
): SubmissionSource['into'] {
  return async (relation, projections, lookups, cells) => {
    const { path, delimiter, endsWith, endsAsReceived } = readable
    const ends = endsWith === undefined ? {} : { endsWith }
    const csv = { file, path, delimiter, columns: columns.length, headerRows, ...ends }
    const faults = await readInto(engine, csv, relation, projections, lookups, cells)
    if (endsAsReceived !== true || !faults.some(({ code }) => code === 'collect/not-csv')) return faults
    // Line ends that change far down a file are no fault of the data: write it anew and read again.
    const again = join(folders.work, `${basename(file)}.line-ends.csv`)
    const damaged = await transcodeToUtf8(received, text?.encoding ?? 'utf-8', again, delimiter)
    if (hasErrors(damaged)) return damaged.map((issue) => ({ file, ...issue }))
    return readInto(engine, { ...csv, path: again, endsWith: 'LF' }, relation, projections, lookups, cells)
  }
}
