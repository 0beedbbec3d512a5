import type { TroubleKind } from './trouble-rules.ts'

/** The people and rows of the example, before they become files. */

export type AuthorityType =
  | 'Shire county'
  | 'Shire district'
  | 'English unitary'
  | 'Metropolitan district'
  | 'London borough'
  | 'Fire and rescue'

export type Role = 'Chief executive' | 'Leader' | 'Chief fire officer' | 'Lead member for fire'

export interface Authority {
  /** Zero-padded: the leading zeros are part of the code. */
  readonly code: string
  readonly name: string
  /** The invented place in the name; no ordinary word. */
  readonly stem: string
  readonly type: AuthorityType
  readonly region: string
  readonly tier: string
  readonly peerChallenge: 'Yes' | 'No'
  readonly responded: boolean
}

export interface Person {
  readonly firstName: string
  readonly lastName: string
}

export interface Invitee extends Person {
  readonly link: string
  readonly email: string
  readonly role: Role
  /** Two where two councils share one chief executive. */
  readonly authorities: readonly [Authority, ...Authority[]]
  readonly responds: boolean
}

/** Answers by question id; blank or absent where nothing was answered. */
export type Answers = Readonly<Record<string, string>>

/**
 * The disjoint groups whose sums are the report's columns: chief executives and leaders of single and
 * upper tier councils, the other chief executives and leaders, the further respondents.
 */
export type Group = 'single and upper tier' | 'other chief executives and leaders' | 'further'

/** Something planted in a record for the pipeline to find. */
export interface Trouble {
  readonly kind: TroubleKind
  /** Heading of the column; null where the whole record is meant. */
  readonly field: string | null
  /** Records sharing this key belong together. */
  readonly group?: string
}

export interface RawRecord {
  readonly cells: Readonly<Record<string, string>>
  readonly trouble: readonly Trouble[]
}

/** A row of the platform's export; times are minutes since 20 January 2015, 00:00. */
export interface ExportRow extends RawRecord {
  readonly start: number
  /** Null where the respondent never reached the end. */
  readonly end: number | null
  readonly notation: 'year first' | 'day first'
  /** Whether a right run counts it. */
  readonly counted: boolean
}

/** The same record with one cell changed and what was planted there noted. */
export function withCell<R extends RawRecord>(
  record: R,
  field: string,
  value: string,
  kind?: TroubleKind,
): R {
  const trouble = kind === undefined ? record.trouble : [...record.trouble, { kind, field }]
  return { ...record, cells: { ...record.cells, [field]: value }, trouble }
}

/** The same record with trouble that concerns all of it. */
export function withTrouble<R extends RawRecord>(record: R, kind: TroubleKind, group?: string): R {
  const found: Trouble = group === undefined ? { kind, field: null } : { kind, field: null, group }
  return { ...record, trouble: [...record.trouble, found] }
}
