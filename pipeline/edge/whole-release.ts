import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describeRelease, type Measured, type Release, type ReleaseFile } from '../8-publish/portals/index.ts'
import { type Issue, Refused } from '../issues.ts'
import { isCode } from './lock.ts'

const CHECKSUMS = 'SHA256SUMS'
const DESCRIPTOR = 'datapackage.json'

export type { Measured }

export interface OpenedRelease {
  readonly folder: string
  readonly release: Release
  readonly locate: (file: Pick<ReleaseFile, 'path'>) => string
}

/**
 * Opens the folder of a release and checks every file of it against its checksums: what was altered is
 * published nowhere, and neither is what `SHA256SUMS` does not list. Throws `Refused`.
 */
export async function openRelease(typed: string): Promise<OpenedRelease> {
  const folder = await realpath(typed).catch(() => undefined)
  if (folder === undefined) throw refused('missing', `There is no ${typed}.`, NAME_ONE)
  const sums = await readFile(join(folder, CHECKSUMS), 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR'))
      throw refused(
        'no-release',
        `${typed} is not the folder of a release: it has no ${CHECKSUMS}.`,
        NAME_ONE,
      )
    throw error
  })
  const listed = sums.split('\n').filter((line) => line !== '')
  const measured: Measured[] = []
  const faults: Issue[] = []
  for (const line of listed) {
    const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    const found = isInside(path) ? await measure(folder, path) : undefined
    if (found === undefined) faults.push(altered(path || CHECKSUMS, 'is listed, but not there'))
    else if (found.digests.sha256 !== sha256) faults.push(altered(path, 'is not the file that was released'))
    else measured.push(found)
  }
  if (!measured.some(({ path }) => path === DESCRIPTOR))
    faults.push(altered(DESCRIPTOR, `is not listed in ${CHECKSUMS}`))
  if (faults.length > 0) throw new Refused(faults)
  const own = await measure(folder, CHECKSUMS)
  const descriptor: unknown = JSON.parse(await readFile(join(folder, DESCRIPTOR), 'utf8'))
  return {
    folder,
    release: describeRelease(descriptor, own === undefined ? measured : [...measured, own]),
    locate: ({ path }) => join(folder, path),
  }
}

const NAME_ONE = 'Name a release such as dist/<id>/1.0.0, or dist/<id>/latest for the newest.'

const isInside = (path: string): boolean => path !== '' && !/^\/|\\|(^|\/)\.\.?(\/|$)/.test(path)

/** Size and digests of a file, read as a stream; undefined where no plain file stands. */
export async function measure(folder: string, path: string): Promise<Measured | undefined> {
  const place = join(folder, path)
  const entry = await lstat(place).catch(() => undefined)
  if (!entry?.isFile()) return undefined
  const hashes = ALGORITHMS.map((name) => [name, createHash(name)] as const)
  for await (const chunk of createReadStream(place, { highWaterMark: 4 * 1024 * 1024 }))
    for (const [, hash] of hashes) hash.update(chunk)
  const [md5 = '', sha1 = '', sha256 = '', sha512 = ''] = hashes.map(([, hash]) => hash.digest('hex'))
  return { path, bytes: (await stat(place)).size, digests: { md5, sha1, sha256, sha512 } }
}

const ALGORITHMS = ['md5', 'sha1', 'sha256', 'sha512'] as const

const altered = (file: string, what: string): Issue => ({
  code: 'publish/altered-release',
  severity: 'error',
  concern: 'data',
  file,
  message: `This file ${what}.`,
  advice: 'Nothing was sent. Make the release anew with stocktake run; a release is never edited by hand.',
})

const refused = (code: string, message: string, advice: string): Refused =>
  new Refused([{ code: `publish/${code}`, severity: 'error', concern: 'usage', message, advice }])
