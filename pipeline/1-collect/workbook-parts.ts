import type { Readable } from 'node:stream'
import { type Entry, openPromise } from 'yauzl'

/** The parts of a workbook that is a ZIP archive, each read when it is asked for. */
export interface WorkbookParts {
  /** Part -> bytes of it unpacked. */
  readonly sizes: ReadonlyMap<string, number>
  readonly stream: (name: string) => Promise<Readable>
  readonly bytes: (name: string) => Promise<Buffer>
  readonly close: () => void
}

/** Opens an archive that passed `guardSpreadsheet`; a part that is not there is asked for by mistake. */
export async function workbookParts(path: string): Promise<WorkbookParts> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  const stream = async (name: string): Promise<Readable> => {
    const entry = entries.get(name)
    if (entry === undefined) throw new Error(`the workbook has no part ${name}`)
    return zip.openReadStreamPromise(entry)
  }
  return {
    sizes: new Map([...entries].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
    stream,
    bytes: async (name) => {
      const chunks: Buffer[] = []
      for await (const chunk of await stream(name)) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    close: () => zip.close(),
  }
}
