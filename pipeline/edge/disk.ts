import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ReleaseFolder } from '../7-package/index.ts'
import { type Engine, literal } from '../engine/index.ts'

/** A release being built in a folder on disk. */
export function diskFolder(engine: Engine, root: string): ReleaseFolder {
  const place = async (path: string): Promise<string> => {
    const target = join(root, path)
    await mkdir(dirname(target), { recursive: true })
    return target
  }
  return {
    write: async (path, content) => writeFile(await place(path), content),
    exportRows: async (path, sql, format) =>
      engine.run(`COPY (${sql}) TO ${literal(await place(path))} (${FORMATS[format]})`),
    rows: (sql) => engine.rows(sql),
    digest: (path) => digestFile(join(root, path)),
  }
}

/** Row groups bound the memory of writing Parquet; the compression is the one every reader knows. */
const FORMATS = {
  csv: "FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"'",
  parquet: 'FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880',
} as const

/** Size and SHA-256 of a file, read as a stream. */
export async function digestFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) hash.update(chunk)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

/** A text file; undefined where there is none. */
export const readText = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch(() => undefined)
