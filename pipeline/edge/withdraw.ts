import { readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import {
  changesOf,
  dataDigest,
  type FoundRelease,
  isVersion,
  type Tombstone,
  tombstoneReadme,
} from '../8-publish/index.ts'
import { parseChecksums } from '../checksums.ts'
import type { Issue } from '../issues.ts'
import type { Site } from '../site/index.ts'
import { writeCatalogue } from './catalogue.ts'
import { readText } from './disk.ts'
import { writeWhole } from './durable.ts'
import { earlierReleases, findReleases, TOMBSTONE } from './releases.ts'

/**
 * Puts a tombstone into the place of each of these releases, moves `latest` to the newest that is left, takes the
 * archives away, and lists it all. Cut off at any point, doing it again does the rest; no release is listed as there
 * that is not.
 */
export async function withdraw(
  out: string,
  id: string,
  releases: readonly FoundRelease[],
  why: { readonly date: string; readonly reason: string },
  site: Site | undefined,
): Promise<readonly Issue[]> {
  const home = join(out, id)
  for (const release of releases) {
    const { tombstone } = release
    if (tombstone === undefined) await bury(home, await tombstoneOf(home, release, why))
    else await clearGrave(home, tombstone)
  }
  await moveLatest(out, id)
  return writeCatalogue(out, site)
}

async function tombstoneOf(
  home: string,
  { id, version, descriptor }: FoundRelease,
  why: { readonly date: string; readonly reason: string },
): Promise<Tombstone> {
  const { changes: _, ...about } = { ...Object(descriptor), resources: [] }
  const sums = parseChecksums((await readText(join(home, version, 'SHA256SUMS'))) ?? '') ?? []
  return {
    id,
    title: String(about['title'] ?? id),
    version,
    ...why,
    changes: changesOf(descriptor, version),
    descriptor: about,
    data: dataDigest(sums),
  }
}

/** From the moment its tombstone stands in it, a release is withdrawn; what is left of it is then cleared away. */
async function bury(home: string, stone: Tombstone): Promise<void> {
  await writeWhole(join(home, stone.version, TOMBSTONE), `${JSON.stringify(stone, null, 2)}\n`)
  await clearGrave(home, stone)
}

/** Takes away everything of a withdrawn release but its tombstone, and says in its place what became of it. */
export async function clearGrave(home: string, stone: Tombstone): Promise<void> {
  const folder = join(home, stone.version)
  await rm(join(home, `${stone.version}.zip`), { force: true })
  for (const name of await readdir(folder)) {
    if (name !== TOMBSTONE && name !== README) await rm(join(folder, name), { recursive: true, force: true })
  }
  const words = tombstoneReadme(stone)
  if ((await readText(join(folder, README))) !== words) await writeWhole(join(folder, README), words)
}

const README = 'README.md'

/** Does the rest of withdrawals that were cut off. */
export async function finishWithdrawals(out: string, id: string): Promise<void> {
  for (const { tombstone } of await findReleases(out, id)) {
    if (tombstone !== undefined) await clearGrave(join(out, id), tombstone)
  }
}

/** To the newest release that is left, or away. */
async function moveLatest(out: string, id: string): Promise<void> {
  const home = join(out, id)
  const newest = (await earlierReleases(out, id)).at(-1)
  const link = join(home, 'latest')
  const now = await readlink(link).catch(() => '')
  if (now === newest?.version) return
  if (newest === undefined) {
    if (isVersion(now)) await rm(link, { force: true })
    return
  }
  const next = join(home, '.latest')
  await rm(next, { force: true })
  await symlink(newest.version, next)
  await rename(next, link)
}
