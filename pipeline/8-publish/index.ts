/**
 * Publish (GSBPM 7.3). In: a complete release, built out of sight, and the releases before it. Out: which
 * version it is; the release in its place, `latest` pointing to it, the catalogue listing it: in this order,
 * everything or nothing. Does not belong here: what is in the release (7-package), disks and clocks (edge).
 */
import type { ReleaseFiles } from '../artefacts.ts'
import type { Proposal } from './versions/index.ts'

export * from './catalogue/index.ts'
export * from './versions/index.ts'

/** Where releases of one consultation stand; the edge implements it on disk. */
export interface ReleaseStore {
  /** Whether the release in place has exactly these files. */
  readonly holds: (version: string, files: ReleaseFiles) => Promise<boolean>
  /** Moves what was built into the place of `version`: the archive first, the folder in one step after it. */
  readonly place: (version: string) => Promise<void>
  /** Puts the archive beside a release that has none. */
  readonly placeArchive: (version: string) => Promise<void>
  readonly pointLatest: (version: string) => Promise<void>
  /** Writes the catalogue of all releases of all consultations, if it would read differently. */
  readonly list: () => Promise<void>
}

export type Published = 'published' | 'unchanged'

/**
 * Puts a release in its place, then moves `latest`, then lists it in the catalogue: whoever follows either
 * finds a whole release. One that stands there already is left untouched, and what an interrupted run left
 * undone after it is done.
 */
export async function publish(store: ReleaseStore, version: string, files: ReleaseFiles): Promise<Published> {
  const there = await store.holds(version, files)
  if (there) await store.placeArchive(version)
  else await store.place(version)
  await store.pointLatest(version)
  await store.list()
  return there ? 'unchanged' : 'published'
}

/** Whether these files are, byte for byte, the release that the proposal was compared with. */
export const isLastRelease = ({ last }: Proposal, { files }: ReleaseFiles): boolean =>
  files.find(({ path }) => path === 'SHA256SUMS')?.sha256 === last?.checksums
