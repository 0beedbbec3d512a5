import { copyFile, mkdir, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { zipFiles } from '../7-package/zip/index.ts'
import { type Reconciled, refused, refuseOlder, type Wishes } from '../8-publish/portals/index.ts'
import type { FolderTarget } from '../8-publish/targets/index.ts'
import type { ReleaseFiles } from '../artefacts.ts'
import type { Issue } from '../issues.ts'
import { isListed } from './catalogue.ts'
import { readText } from './disk.ts'
import { writeWhole } from './durable.ts'
import { siteOf } from './site.ts'
import { diskStore, isIntact, placesOf } from './store.ts'
import type { OpenedRelease } from './whole-release.ts'

/**
 * Publishes to a folder that is a website, or is copied to one: the files of the version, `latest`, the pages
 * about it, and last the catalogue, which is made of what stands in the folder and never grows shorter. Every
 * one of them appears whole or not at all. Throws `Refused`.
 */
export async function publishFolder(
  target: FolderTarget,
  opened: OpenedRelease,
  work: string,
  { dryRun, opensAt, tell }: Wishes,
  now: Date,
  notice: (issue: Issue) => void,
): Promise<Reconciled> {
  const { release } = opened
  const files = release.files.map(({ path, bytes, digests }) => ({ path, bytes, sha256: digests.sha256 }))
  const places = placesOf(target.path, release.name, work)
  const there = await standing(join(places.home, release.version), opened, files)
  const newest = await readlink(join(places.home, 'latest')).catch(() => '')
  refuseOlder(newest, release.version)
  const pages = await pagesOf(opened, places.home)
  const site = await siteOf(target.path, target)
  const listed = await isListed(target.path, site)
  const plan = [
    ...(there
      ? []
      : [`copy ${files.length} files and their archive to ${join(places.home, release.version)}`]),
    ...(newest === release.version ? [] : [`point ${join(places.home, 'latest')} to ${release.version}`]),
    ...(pages.length === 0 ? [] : [`copy ${pages.join(', ')}`]),
    ...(there && newest === release.version && pages.length === 0 && listed
      ? []
      : ['list it in the catalogue, last']),
  ]
  tell({ plan })
  const place = { url: join(places.home, release.version) }
  if (dryRun) return { status: 'planned', place, plan, sent: 0 }
  // A folder has no place that nobody sees, so nothing is copied before the hour.
  if (opensAt !== undefined && now < opensAt) return { status: 'staged', place, plan, sent: 0 }
  try {
    await copyRelease(opened, places.building, places.archive)
    const store = diskStore(places, site, notice)
    if (there) await store.placeArchive(release.version)
    else await store.place(release.version)
    await store.pointLatest(release.version)
    for (const page of pages) await writeWhole(join(places.home, page), await pageText(opened, page))
    await store.list()
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return { status: plan.length === 0 ? 'unchanged' : 'published', place, plan, sent: plan.length }
}

/** Whether this very release stands there whole. Another one under the same version is refused: it never changes. */
async function standing(
  folder: string,
  { release }: OpenedRelease,
  files: ReleaseFiles['files'],
): Promise<boolean> {
  const theirs = await readText(join(folder, 'SHA256SUMS'))
  if (theirs === undefined) return false
  const ours = files.find(({ path }) => path === 'SHA256SUMS')
  const same = ours !== undefined && (await isIntact(folder, [ours]))
  if (same) return isIntact(folder, files)
  throw refused({
    code: 'already-published',
    message: `Version ${release.version} stands in ${folder} already, with other files.`,
    advice: 'What was published there stays as it is. Give this release a higher version.',
  })
}

/** Copies what `SHA256SUMS` lists and nothing else. */
async function copyRelease(
  { release, locate }: OpenedRelease,
  building: string,
  archive: string,
): Promise<void> {
  await rm(building, { recursive: true, force: true })
  for (const file of release.files) {
    await mkdir(dirname(join(building, file.path)), { recursive: true })
    await copyFile(locate(file), join(building, file.path))
  }
  const entries = release.files.map(({ path }) => ({ path, source: join(building, path) }))
  await zipFiles(entries, archive)
}

/** Pages about all versions that stand beside the release, and are not in the folder or read differently there. */
async function pagesOf(opened: OpenedRelease, home: string): Promise<readonly string[]> {
  const beside = dirname(opened.folder)
  const entries = await readdir(beside, { withFileTypes: true })
  const pages = entries
    .filter((entry) => entry.isFile() && /^[a-z0-9-]+\.(html|css|atom)$/.test(entry.name))
    .map(({ name }) => name)
    .sort()
  const changed: string[] = []
  for (const page of pages)
    if ((await readText(join(home, page))) !== (await pageText(opened, page))) changed.push(page)
  return changed
}

const pageText = ({ folder }: OpenedRelease, page: string): Promise<string> =>
  readFile(join(dirname(folder), page), 'utf8')
