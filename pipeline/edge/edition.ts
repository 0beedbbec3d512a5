import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { zipFiles } from '../7-package/zip/index.ts'
import { type Edition, type ReleaseFile, withDoi } from '../8-publish/portals/index.ts'
import { measure, type OpenedRelease } from './whole-release.ts'

const CHECKSUMS = 'SHA256SUMS'

export interface Editions {
  readonly of: (doi: string) => Promise<Edition>
  readonly locate: (file: ReleaseFile) => string
  readonly discard: () => Promise<void>
}

/**
 * Makes editions of a release, with a DOI in it, in a folder of their own: the release itself stays as it is.
 * The same DOI gives the same bytes, so that a later attempt finds again what an earlier one sent.
 */
export function editionsOf({ folder, release, locate }: OpenedRelease, work: string): Editions {
  const changed = new Map<string, string>()
  let made: Edition | undefined
  const make = async (doi: string): Promise<Edition> => {
    await rm(work, { recursive: true, force: true })
    changed.clear()
    const write = async (path: string, text: string) => {
      await mkdir(dirname(join(work, path)), { recursive: true })
      await writeFile(join(work, path), text)
      changed.set(path, join(work, path))
    }
    const texts = new Map<string, string>()
    for (const { path } of release.files)
      if (path === 'datapackage.json' || path === 'CITATION.cff')
        texts.set(path, await readFile(join(folder, path), 'utf8'))
    for (const [path, text] of withDoi(texts, doi)) await write(path, text)
    const files: ReleaseFile[] = []
    for (const file of release.files) {
      if (file.path === CHECKSUMS) continue
      files.push(changed.has(file.path) ? { ...file, ...(await measured(work, file.path)) } : file)
    }
    const sums = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
    await write(CHECKSUMS, sums.map(({ path, digests }) => `${digests.sha256}  ${path}\n`).join(''))
    const own = release.files.find(({ path }) => path === CHECKSUMS)
    if (own !== undefined) files.push({ ...own, ...(await measured(work, CHECKSUMS)) })
    const name = `${release.name}-${release.version}.zip`
    await zipFiles(
      [...files]
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ path }) => ({ path, source: changed.get(path) ?? join(folder, path) })),
      join(work, name),
    )
    changed.set(name, join(work, name))
    const archive: ReleaseFile = {
      ...(await measured(work, name)),
      title: 'The whole release',
      description: '',
      format: 'zip',
      mediatype: 'application/zip',
    }
    return { doi, files, archive }
  }
  return {
    of: async (doi) => {
      if (made?.doi !== doi) made = await make(doi)
      return made
    },
    locate: (file) => changed.get(file.path) ?? locate(file),
    discard: () => rm(work, { recursive: true, force: true }),
  }
}

async function measured(folder: string, path: string) {
  const found = await measure(folder, path)
  if (found === undefined) throw new Error(`${path} was written, and is not there`)
  return found
}
