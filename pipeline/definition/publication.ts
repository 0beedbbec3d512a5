/** When a release is published, which version it is, and why it differs from the one before. */
export interface Publication {
  /** 1.0.0, or as written, until it is computed from what was published before. */
  readonly version: string
  /** As written: the next version is this or higher. */
  readonly atLeast?: string
  /** Why a version changes what was published: version -> what kind of change, and the reason in words. */
  readonly changes: Readonly<Record<string, ChangeNote>>
  /** ISO date stamped on the release; nothing else in it is a date of making. */
  readonly published?: string
  /** Nobody sees the release before. */
  readonly publishAt?: CivilTime
}

/** A `correction` mends what was wrong; a `planned revision` was announced, such as late responses. */
export interface ChangeNote {
  readonly kind: 'correction' | 'planned revision'
  readonly note: string
}

/** A time as clocks on the wall show it in one place. */
export interface CivilTime {
  /** `2026-12-01T09:30`. */
  readonly local: string
  /** Name in the IANA time zone database: `Europe/London`. */
  readonly zone: string
}
