import type { Change, ChangeKind, Edition } from '../../artefacts.ts'

/** A release in its place, as later ones see it. */
export interface EarlierRelease {
  readonly version: string
  /** Where its files are. */
  readonly folder: string
  /** Its `datapackage.json`. */
  readonly descriptor: unknown
  /** SHA-256 of its list of checksums: one value for all its bytes. */
  readonly checksums: string
}

/** What became of a consultation's releases so far. */
export interface History {
  /** Those that can be downloaded, oldest first. */
  readonly earlier: readonly EarlierRelease[]
  /** Those that were withdrawn: their numbers are never given again. */
  readonly withdrawn: readonly Tombstone[]
  /** What the newest was, where its files are no longer as they were published: it can only be made anew. */
  readonly damaged?: Edition
  /** Nothing will be published: the rules of versions need not hold yet. */
  readonly draft: boolean
}

/** What stays of a release that was withdrawn. */
export interface Tombstone {
  readonly id: string
  readonly title: string
  readonly version: string
  /** Day of the withdrawal. */
  readonly date: string
  readonly reason: string
  /** Its list of changes, the newest first. */
  readonly changes: readonly Change[]
  /** Its descriptor without its files, so that catalogues can say what was withdrawn. */
  readonly descriptor: Readonly<Record<string, unknown>>
  /** One value for its data, so that they are not published again unawares. */
  readonly data: string
}

/** What every version brought, as the descriptor of the newest says; older programs did not write it. */
export function changesOf(descriptor: unknown, version: string): readonly Change[] {
  const { changes, created } = record(descriptor)
  const known = (Array.isArray(changes) ? changes : []).map(changeOf).filter((one) => one.version !== '')
  const date = typeof created === 'string' ? { date: created.slice(0, 10) } : {}
  return known.length > 0 ? known : [{ version, kind: 'first release', ...date, differences: [] }]
}

function changeOf(value: unknown): Change {
  const { version, kind, date, note, differences, withdrawn } = record(value)
  const { date: day, reason } = record(withdrawn)
  return {
    version: typeof version === 'string' ? version : '',
    kind: KINDS.find((one) => one === kind) ?? 'description',
    ...(typeof date === 'string' ? { date } : {}),
    ...(typeof note === 'string' ? { note } : {}),
    differences: (Array.isArray(differences) ? differences : []).map(String),
    ...(typeof day === 'string' && typeof reason === 'string' ? { withdrawn: { date: day, reason } } : {}),
  }
}

const KINDS: readonly ChangeKind[] = [
  'first release',
  'addition',
  'correction',
  'planned revision',
  'description',
]

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
