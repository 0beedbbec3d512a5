import { realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Refused } from '../issues.ts'
import { readJson } from './releases.ts'
import { unzipRelease } from './unzip-release.ts'

/** A release opened for reading, wherever it came from. */
export interface OpenRelease {
  /** As it was named. */
  readonly name: string
  readonly folder: string
  readonly descriptor: unknown
}

/** The folder of a release: the one that is named, or `work`, into which its ZIP file is unpacked. */
export async function unpackedRelease(path: string, work: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw noRelease(path, 'There is nothing at')
  if (found.isDirectory()) return realpath(path)
  await unzipRelease(path, work)
  return work
}

/** Opens a release, folder or ZIP file. Throws `Refused` where there is none. */
export async function openRelease(path: string, work: string): Promise<OpenRelease> {
  const folder = await unpackedRelease(path, work)
  const descriptor = await readJson(join(folder, 'datapackage.json'))
  if (descriptor === undefined) throw noRelease(path, 'There is no readable datapackage.json in')
  return { name: basename(path), folder, descriptor }
}

const noRelease = (path: string, words: string): Refused =>
  new Refused([
    {
      code: 'release/none',
      severity: 'error',
      concern: 'data',
      message: `${words} ${path}.`,
      advice: 'Name the folder of a release, such as dist/<id>/1.0.0 or dist/<id>/latest, or its ZIP file.',
    },
  ])
