/**
 * Publish (GSBPM 7.3). In: a complete release, built beside its place. Out: the release in its place and
 * `latest` pointing to it; everything or nothing. Does not belong here: what is in the release.
 * Versions, catalogue and portals join here.
 */
import type { ReleaseFiles } from '../artefacts.ts'

/** Where releases of one consultation stand; the edge implements it on disk. */
export interface ReleaseStore {
  /** Whether the release in place has exactly these files. */
  readonly holds: (version: string, files: ReleaseFiles) => Promise<boolean>
  /** Moves what was built into the place of `version`, archive included, in one step a reader can see. */
  readonly place: (version: string) => Promise<void>
  readonly discard: () => Promise<void>
  readonly pointLatest: (version: string) => Promise<void>
}

export type Published = 'published' | 'unchanged'

/** Puts a release in its place; `latest` moves last. An identical release is left untouched. */
export async function publish(store: ReleaseStore, version: string, files: ReleaseFiles): Promise<Published> {
  if (await store.holds(version, files)) {
    await store.discard()
    return 'unchanged'
  }
  await store.place(version)
  await store.pointLatest(version)
  return 'published'
}
