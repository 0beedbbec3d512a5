import type { Checked, Issue } from '../../issues.ts'
import { changesOf, compareVersions } from '../versions/index.ts'
import { contentsOf } from './contents.ts'
import type { CatalogueEntry, CatalogueVersion, Descriptor, FoundRelease } from './model.ts'
import { listedBefore } from './read-catalogue.ts'

/**
 * The catalogue of all releases, each consultation once, by code unit. It never grows shorter: portals delete
 * what is no longer listed. A release that cannot be read, or is not there any more, stays as the catalogue
 * before listed it, with a warning; one that was withdrawn stays with its reason.
 */
export function catalogueOf(
  found: readonly FoundRelease[],
  before: unknown,
): Checked<readonly CatalogueEntry[]> {
  const old = listedBefore(before)
  const ids = [...new Set([...found.map(({ id }) => id), ...old.map(({ id }) => id)])].sort()
  const issues: Issue[] = []
  const value = ids.flatMap((id) => {
    const listed = old.find((entry) => entry.id === id)
    const releases = found.filter((release) => release.id === id)
    const entry = entryOf(id, releases, listed, issues)
    return entry === undefined ? [] : [entry]
  })
  return { value, issues }
}

function entryOf(
  id: string,
  releases: readonly FoundRelease[],
  listed: CatalogueEntry | undefined,
  issues: Issue[],
): CatalogueEntry | undefined {
  const versions = [
    ...new Set([
      ...releases.map(({ version }) => version),
      ...(listed?.versions ?? []).map(({ version }) => version),
    ]),
  ]
  const [newest, ...others] = versions
    .sort((a, b) => compareVersions(b, a))
    .flatMap((version) => {
      const release = releases.find((one) => one.version === version)
      const kept = listed?.versions.find((one) => one.version === version)
      const now = release === undefined ? undefined : versionOf(release)
      if (now !== undefined) return [now]
      issues.push(unreadable(`${id}/${version}`, release !== undefined, kept !== undefined))
      return kept === undefined ? [] : [kept]
    })
  if (newest === undefined) return undefined
  const latest = [newest, ...others].find(({ status }) => status === 'published')?.version
  const shown = releases.find(
    (release) => release.version === (latest ?? newest.version) && versionOf(release) !== undefined,
  )
  const descriptor =
    slimDescriptor(shown?.tombstone?.descriptor ?? shown?.descriptor) ?? listed?.descriptor ?? {}
  const contents = shown === undefined ? listed?.contents : contentsOf(descriptor, shown.themes)
  return {
    id,
    title: titleOf(descriptor) ?? listed?.title ?? id,
    ...(latest === undefined ? {} : { latest }),
    versions: [newest, ...others],
    descriptor,
    ...(contents === undefined ? {} : { contents }),
  }
}

function versionOf({ id, version, descriptor, checksums, archiveBytes, page, tombstone }: FoundRelease) {
  const path = `${id}/${version}`
  const entrance = page === undefined ? {} : { page: `${path}/${page}` }
  if (tombstone !== undefined) {
    const { date, reason, changes } = tombstone
    const change = changes.find((one) => one.version === version)
    return {
      ...changed(change, version),
      status: 'withdrawn',
      withdrawn: { date, reason },
      path,
      ...entrance,
    } satisfies CatalogueVersion
  }
  if (titleOf(descriptor) === undefined || field(descriptor, 'version') !== version) return undefined
  const change = changesOf(descriptor, version).find((one) => one.version === version)
  return {
    ...changed(change, version),
    status: 'published',
    path,
    ...entrance,
    ...(archiveBytes === undefined ? {} : { archive: `${path}.zip`, archiveBytes }),
    ...(checksums === undefined ? {} : { sha256: checksums }),
  } satisfies CatalogueVersion
}

function changed(change: ReturnType<typeof changesOf>[number] | undefined, version: string) {
  const { kind = 'first release', date, note } = change ?? {}
  return {
    version,
    kind,
    ...(date === undefined ? {} : { date }),
    ...(note === undefined ? {} : { note }),
  }
}

const titleOf = (descriptor: unknown): string | undefined => {
  const title = field(descriptor, 'title')
  return typeof title === 'string' && title !== '' ? title : undefined
}

/** A descriptor without what a catalogue has no use for; undefined where it is none. */
function slimDescriptor(descriptor: unknown): Descriptor | undefined {
  if (titleOf(descriptor) === undefined) return undefined
  const { changes: _, resources, ...rest } = { ...Object(descriptor) }
  const slim = (Array.isArray(resources) ? resources : []).map((resource: unknown) => {
    const { schema: _, dialect: __, ...others } = { ...Object(resource) }
    return others
  })
  return { ...rest, resources: slim }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined

const unreadable = (path: string, there: boolean, kept: boolean): Issue => ({
  code: there ? 'publish/broken-release' : 'publish/missing-release',
  severity: 'warning',
  concern: 'data',
  message: `${path} ${there ? 'cannot be read: its datapackage.json is broken or of another version' : 'is listed in the catalogue, but not there any more'}. ${kept ? 'The catalogue lists it as before.' : 'It is left out of the catalogue.'}`,
  advice: there
    ? `Restore it from ${path}.zip, or from a backup.`
    : 'Restore it, or, so that portals are told, withdraw it: stocktake withdraw.',
})
