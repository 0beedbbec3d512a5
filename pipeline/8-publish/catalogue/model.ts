import type { ChangeKind } from '../../artefacts.ts'
import type { Tombstone } from '../versions/index.ts'

/** A release as it was found in its place. */
export interface FoundRelease {
  /** Folder of the consultation. */
  readonly id: string
  /** Folder of the release. */
  readonly version: string
  /** `datapackage.json`; undefined where it cannot be read. */
  readonly descriptor?: unknown
  /** SHA-256 of its list of checksums. */
  readonly checksums?: string
  /** Size of `<version>.zip` beside it; absent where there is none. */
  readonly archiveBytes?: number
  /** The file in it that people read first. */
  readonly page?: string
  /** `data/themes.csv` as it reads; absent where no themes are published. */
  readonly themes?: string
  readonly tombstone?: Tombstone
}

/** A consultation in the catalogue. Paths are relative to the catalogue. */
export interface CatalogueEntry {
  readonly id: string
  readonly title: string
  /** The version to be used; absent where all were withdrawn. */
  readonly latest?: string
  /** The newest first. */
  readonly versions: readonly [CatalogueVersion, ...CatalogueVersion[]]
  /** Descriptor of `latest`, else of the newest that was withdrawn; its resources are without their schemas. */
  readonly descriptor: Descriptor
  /** What can be found in that version; absent in catalogues from before it was listed. */
  readonly contents?: Contents
}

/** What a release is about, beside its title. */
export interface Contents {
  /** Titles of its tables, breakdowns left out: for a question its wording. */
  readonly tables: readonly string[]
  /** Titles of what people wrote about. */
  readonly themes: readonly string[]
}

export type Descriptor = Readonly<Record<string, unknown>>

export interface CatalogueVersion {
  readonly version: string
  readonly status: 'published' | 'withdrawn'
  readonly kind: ChangeKind
  /** Date stamped on the release. */
  readonly date?: string
  /** Why it differs from the version before. */
  readonly note?: string
  readonly withdrawn?: { readonly date: string; readonly reason: string }
  readonly path: string
  /** The file that people read first. */
  readonly page?: string
  readonly archive?: string
  readonly archiveBytes?: number
  /** Of its list of checksums, `SHA256SUMS`. */
  readonly sha256?: string
}
