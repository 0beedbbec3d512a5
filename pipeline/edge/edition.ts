import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bagFiles, tagManifest, withIdentifier } from '../7-package/metadata/index.ts'
import { zipFiles } from '../7-package/zip/index.ts'
import { describeFile, type Edition, type ReleaseFile } from '../8-publish/portals/index.ts'
import { type Measured, measure, type OpenedRelease } from './whole-release.ts'

const CHECKSUMS = 'SHA256SUMS'
const BAG = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'] as const
const TEXT = /\.(json|jsonld|ttl|xml|cff|md|txt|html)$/

export interface Editions {
  readonly of: (doi: string) => Promise<Edition>
  readonly locate: (file: ReleaseFile) => string
  readonly discard: () => Promise<void>
}

/**
 * Makes editions of a release, with a DOI in it, in a folder of their own: the release itself stays as it is.
 * The same DOI gives the same bytes, so that a later attempt finds again what an earlier one sent.
 */
export function editionsOf(opened: OpenedRelease, work: string): Editions {
  const { release, locate } = opened
  const changed = new Map<string, string>()
  let made: Edition | undefined

  const write = async (path: string, text: string): Promise<Measured> => {
    await mkdir(dirname(join(work, path)), { recursive: true })
    await writeFile(join(work, path), text)
    changed.set(path, join(work, path))
    return measured(work, path)
  }

  const make = async (doi: string): Promise<Edition> => {
    await rm(work, { recursive: true, force: true })
    changed.clear()
    const files = new Map<string, Measured>(release.files.map((file) => [file.path, file]))
    const texts = await withIdentifierIn(opened, doi)
    for (const [path, text] of texts) files.set(path, await write(path, text))
    if (files.has('bagit.txt')) {
      for (const path of [...BAG, CHECKSUMS]) files.delete(path)
      const descriptor = JSON.parse(texts.get('datapackage.json') ?? '{}')
      for (const [path, text] of bagFiles(descriptor, listed(files))) files.set(path, await write(path, text))
      const tags = tagManifest(listed(files))
      files.set('tagmanifest-sha256.txt', await write('tagmanifest-sha256.txt', tags))
    }
    files.delete(CHECKSUMS)
    const sums = listed(files).map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    files.set(CHECKSUMS, await write(CHECKSUMS, sums.join('')))

    const archive = `${release.name}-${release.version}.zip`
    const entries = [...files.keys()].map((path) => ({ path, source: changed.get(path) ?? locate({ path }) }))
    await zipFiles(entries, join(work, archive))
    changed.set(archive, join(work, archive))
    const known = new Map(release.files.map((file) => [file.path, file]))
    return {
      doi,
      files: [...files.values()].map((file) => ({
        ...(known.get(file.path) ?? describeFile(file)),
        ...file,
      })),
      archive: { ...describeFile(await measured(work, archive)), title: 'The whole release' },
    }
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

async function withIdentifierIn({ release, locate }: OpenedRelease, doi: string) {
  const texts = new Map<string, string>()
  // Data may be large, and say nothing of the release.
  for (const { path } of release.files)
    if (TEXT.test(path) && !path.startsWith('data/'))
      texts.set(path, await readFile(locate({ path }), 'utf8'))
  return withIdentifier(texts, doi)
}

/** By code unit, as checksums are listed. */
const listed = (files: ReadonlyMap<string, Measured>) =>
  [...files.values()]
    .map(({ path, bytes, digests }) => ({ path, bytes, sha256: digests.sha256 }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))

async function measured(folder: string, path: string): Promise<Measured> {
  const found = await measure(folder, path)
  if (found === undefined) throw new Error(`${path} was written, and is not there`)
  return found
}
