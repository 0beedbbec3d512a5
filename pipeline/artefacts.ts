/**
 * The artefacts of a run, in the order they come to be. Each is branded, so that a stage can only be
 * given what the stage before it made: a table cannot be built from identifiable responses, and a
 * table that did not pass disclosure control cannot be packaged (`number` fits `number | null`, so
 * without the brand an unprotected table would pass). Rows stay in the engine; an artefact names
 * the relation that holds them.
 */
import type { Id } from './definition/index.ts'
import type { Issue } from './issues.ts'

declare const brand: unique symbol
type Branded<Name extends string> = { readonly [brand]: Name }

/** Name of a relation in the engine. */
export type Relation = string

/** SQL expression for one column of a source, evaluated while its file is read. */
export interface Projection {
  readonly name: string
  readonly sql: string
}

/** A file as received, opened and understood but not yet read through. */
export interface SubmissionSource {
  readonly file: string
  /** Our name -> SQL identifier of the raw column (VARCHAR, blank cells are NULL). */
  readonly columns: ReadonlyMap<string, string>
  /** Headings -> SQL identifier, for set-aside rules. */
  readonly headings: ReadonlyMap<string, string>
  /** How it was read, for people: "UTF-8, comma". */
  readonly reading: string
  /**
   * Reads the whole file once into `relation` with these columns, in file order (rowid 0 is record 1).
   * `lookups` are computed first; projections may use them by name.
   * Returns what is wrong with the file (ragged rows, broken quotes); the relation is then unusable.
   */
  readonly into: (
    relation: Relation,
    projections: readonly Projection[],
    lookups?: readonly Projection[],
  ) => Promise<readonly Issue[]>
}

/** Columns read of the file of printed figures: those of a release's `data/tables.csv`. */
export const PRINTED_COLUMNS = ['table', 'population', 'row', 'statistic', 'value', 'base'] as const

/** GSBPM 4: what was received, file by file. Identifies people. */
export type Submissions = Branded<'Submissions'> & {
  readonly frame?: SubmissionSource
  readonly invitees?: SubmissionSource
  readonly responses: readonly SubmissionSource[]
  readonly printed?: SubmissionSource
}

/** Rows in, rows out, and every row between them with its reason. */
export interface RowAccount {
  readonly received: number
  readonly kept: number
  readonly setAside: readonly { readonly reason: string; readonly rows: number }[]
}

/** GSBPM 5.1-5.5: clean, coded, one row a response. Identifies people. */
export type Responses = Branded<'Responses'> & {
  readonly relation: Relation
  /** Frame units with `responded` and `covered`. Identifies organisations. */
  readonly units?: Relation
  /** People invited with `responded`. */
  readonly people?: Relation
  readonly account: RowAccount
  readonly byFile: readonly ({ readonly file: string } & RowAccount)[]
  /** Changes by rule, as counted in the cleaning log. */
  readonly edits: readonly { readonly rule: string; readonly cells: number }[]
  /** Relation of the private cleaning log: file, row, field, rule. */
  readonly log: Relation
}

/** Why a cell of the published file holds no answer. */
export const NOTHING = {
  notAsked: '[not asked]',
  noReply: '[no reply]',
  error: '[error]',
  notReleased: '[not released]',
} as const

/** A column of the published responses. */
export interface Field {
  readonly name: string
  readonly title: string
  readonly type: 'string' | 'boolean' | 'number'
  /** Labels a cell may hold, in order; empty for numbers and ids. */
  readonly categories: readonly string[]
  readonly ordered: boolean
  /** Which kinds of nothing may stand in it. */
  readonly missing: readonly string[]
  readonly question?: Id
}

export interface AnonymityReport {
  readonly minimumClass: number
  readonly identifying: readonly { readonly variable: Id; readonly level: number; readonly blanked: number }[]
  readonly classes: number
  readonly smallestClass: number
  /** Share of identifying detail lost: normalised certainty penalty, 0 to 1. */
  readonly loss: number
}

/**
 * GSBPM 5.1: nothing left that identifies. `relation` holds `id`, the published fields, one boolean
 * column `population_<id>` for each population, in published order.
 */
export type AnonymousResponses = Branded<'AnonymousResponses'> & {
  readonly relation: Relation
  readonly fields: readonly Field[]
  readonly rows: number
  readonly units?: Relation
  readonly people?: Relation
  readonly report: AnonymityReport
}

/** GSBPM 5.3: anonymous responses, every one of them checked against `schema`. */
export type ValidResponses = Branded<'ValidResponses'> & {
  readonly responses: AnonymousResponses
  /** The closed JSON Schema of one record, generated for the definition. */
  readonly schema: Readonly<Record<string, unknown>>
}

/** Why a figure has no value: rounds to zero, confidential, not applicable. */
export type Status = '' | 'low' | 'c' | 'z'

export interface TableColumn {
  readonly population: string
  /** Heading as printed: "Chief executives and leaders". */
  readonly title: string
  readonly statistic: string
  /** How many answered; null for response rates. */
  readonly base: number | null
  readonly baseDescription: string
}

/** A figure before disclosure control: the count it rests on is still there. */
export interface Figure {
  readonly value: number
  readonly count: number
  readonly status: Status
}

export interface Table<Cell> {
  readonly id: string
  readonly title: string
  readonly kind: 'response rate' | 'question' | 'breakdown'
  readonly question?: Id
  readonly columns: readonly TableColumn[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[]
  readonly notes: readonly string[]
}

/** GSBPM 5.7: every table, with its counts. Never packaged. */
export type Tables = Branded<'Tables'> & {
  readonly tables: readonly Table<Figure>[]
  readonly responses: ValidResponses
}

/** A figure as it may be seen: no value where `status` says why. */
export interface ReleasedFigure {
  readonly value: number | null
  readonly status: Status
}

/** A table or column that was not released, and why, in words that may be published. */
export interface Refusal {
  readonly table: string
  readonly title: string
  readonly reason: string
}

/** GSBPM 6.4: what may leave. */
export type ReleasedTables = Branded<'ReleasedTables'> & {
  readonly tables: readonly Table<ReleasedFigure>[]
  readonly refusals: readonly Refusal[]
  readonly responses: ValidResponses
}

/** GSBPM 7.2: the folder to be published, complete and checksummed. */
export type ReleaseFiles = Branded<'ReleaseFiles'> & {
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}

/**
 * The only way to make an artefact. Each stage calls it once, at its door; the architecture test
 * holds that no other file does.
 */
export function seal<A extends Branded<string>>(value: Omit<A, typeof brand>): A {
  return value as A
}
