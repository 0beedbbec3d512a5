import { mkdir, readFile, readlink, rename, rm, rmdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReleaseStore } from '../8-publish/index.ts'
import { digestFile } from './disk.ts'

/** Names of a consultation's places under `dist/<id>/`. */
export interface Places {
  readonly home: string
  /** Where a release is built; hidden, on the same disk as its place. */
  readonly building: string
  /** The archive while it is built. */
  readonly archive: string
}

export const placesOf = (out: string, id: string): Places => {
  const home = join(out, id)
  return { home, building: join(home, '.building'), archive: join(home, '.building.zip') }
}

/** Releases of one consultation on disk. */
export function diskStore({ home, building, archive }: Places): ReleaseStore {
  const discard = async () => {
    await rm(building, { recursive: true, force: true })
    await rm(archive, { force: true })
    // Not empty is the usual case: releases stand in it.
    await rmdir(home).catch(() => undefined)
  }
  return {
    discard,
    holds: async (version, { files }) => {
      const sums = await readFile(join(home, version, 'SHA256SUMS'), 'utf8').catch(() => undefined)
      if (sums === undefined || sums !== (await readFile(join(building, 'SHA256SUMS'), 'utf8'))) return false
      return isIntact(join(home, version), files)
    },
    place: async (version) => {
      const old = join(home, '.replaced')
      await rm(old, { recursive: true, force: true })
      await rename(join(home, version), old).catch(() => undefined)
      await rename(building, join(home, version))
      await rename(archive, join(home, `${version}.zip`))
      await rm(old, { recursive: true, force: true })
    },
    pointLatest: async (version) => {
      const link = join(home, 'latest')
      if ((await readlink(link).catch(() => '')) === version) return
      const next = join(home, '.latest')
      await rm(next, { force: true })
      await symlink(version, next)
      await rename(next, link)
    },
  }
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

/** Makes an empty folder to build a release in. */
export async function startBuilding({ building, archive }: Places): Promise<void> {
  await rm(building, { recursive: true, force: true })
  await rm(archive, { force: true })
  await mkdir(building, { recursive: true })
}
