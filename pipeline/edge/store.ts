import { cp, mkdir, readdir, readFile, readlink, rename, rm, rmdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isVersion, type ReleaseStore } from '../8-publish/index.ts'
import type { Issue } from '../issues.ts'
import type { Site } from '../site/index.ts'
import { writeCatalogue } from './catalogue.ts'
import { digestFile } from './disk.ts'
import { syncFile, syncFolder, syncTree, unfinished } from './durable.ts'
import { isCode } from './lock.ts'

/** Names of the places of one consultation's releases. */
export interface Places {
  readonly out: string
  /** `dist/<id>`. */
  readonly home: string
  /** Where a release is built: private, so that nobody sees it before its hour. */
  readonly building: string
  /** The archive while it is built. */
  readonly archive: string
}

export const placesOf = (out: string, id: string, work: string): Places => ({
  out,
  home: join(out, id),
  building: join(work, 'release'),
  archive: join(work, 'release.zip'),
})

/**
 * Releases of one consultation on disk, seen at a `site` where there is one; what is amiss with others in the catalogue
 * is told to `notice`.
 */
export function diskStore(
  { out, home, building, archive }: Places,
  site: Site | undefined,
  notice: (issue: Issue) => void,
): ReleaseStore {
  const placeArchive = async (version: string) => {
    const place = join(home, `${version}.zip`)
    const [ours, theirs] = [await digestFile(archive), await digestFile(place).catch(() => undefined)]
    if (ours.sha256 === theirs?.sha256) return
    await syncFile(archive)
    await mkdir(home, { recursive: true })
    await moveInto(archive, place)
  }
  return {
    holds: async (version, { files }) => {
      const sums = await readFile(join(home, version, 'SHA256SUMS'), 'utf8').catch(() => undefined)
      if (sums === undefined || sums !== (await readFile(join(building, 'SHA256SUMS'), 'utf8'))) return false
      return isIntact(join(home, version), files)
    },
    placeArchive,
    place: async (version) => {
      await placeArchive(version)
      await syncTree(building)
      const place = join(home, version)
      const old = join(home, `.damaged-${version}`)
      await rename(place, old).catch((error: unknown) => {
        if (!isCode(error, 'ENOENT')) throw error
      })
      await moveInto(building, place)
      await rm(old, { recursive: true, force: true })
    },
    pointLatest: async (version) => {
      const link = join(home, 'latest')
      if ((await readlink(link).catch(() => '')) === version) return
      const next = join(home, '.latest')
      await rm(next, { force: true })
      await symlink(version, next)
      await rename(next, link)
      await syncFolder(home)
    },
    list: async () => {
      for (const issue of await writeCatalogue(out, site)) notice(issue)
    },
  }
}

/** Moves a file or folder in one step a reader can see, also from another disk: then a copy is made beside first. */
async function moveInto(from: string, place: string): Promise<void> {
  try {
    await rename(from, place)
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error
    const incoming = join(dirname(place), '.incoming')
    await rm(incoming, { recursive: true, force: true })
    try {
      await cp(from, incoming, { recursive: true })
      await ((await readdir(incoming).catch(() => undefined)) === undefined ? syncFile : syncTree)(incoming)
      await rename(incoming, place)
    } finally {
      await rm(incoming, { recursive: true, force: true })
    }
  }
  await syncFolder(dirname(place))
}

/** Whether every file is in place with its checksum. */
export async function isIntact(
  folder: string,
  files: readonly { readonly path: string; readonly sha256: string }[],
): Promise<boolean> {
  for (const { path, sha256 } of files) {
    const found = await digestFile(join(folder, path)).catch(() => undefined)
    if (found?.sha256 !== sha256) return false
  }
  return true
}

/** Takes away what an interrupted run left in the private folder and beside the releases: hidden names, archives of none. */
export async function sweep({ home }: Places, folder: string): Promise<void> {
  for (const path of [...(await unfinished(folder)), ...(await unfinished(home))])
    await rm(path, { force: true })
  const names = await readdir(home).catch((): string[] => [])
  for (const name of names) {
    const version = name.replace(/\.zip$/, '')
    const orphan = name.endsWith('.zip') && isVersion(version) && !names.includes(version)
    if (orphan || /^\.(incoming|latest|damaged-.*)$/.test(name)) {
      await rm(join(home, name), { recursive: true, force: true })
    }
  }
  // Not empty is the usual case: releases stand in it.
  await rmdir(home).catch(() => undefined)
}
