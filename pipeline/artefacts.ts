/**
 * The artefacts of a run, in the order they come to be. Each is branded, so that a stage can only be
 * given what the stage before it made: a table cannot be built from identifiable responses, and a
 * table that did not pass disclosure control cannot be packaged (`number` fits `number | null`, so
 * without the brand an unprotected table would pass). Rows stay in the engine; an artefact names
 * the relation that holds them.
 */
import type { CodingReport } from './coding-report.ts'
import type { Id } from './definition/index.ts'
import type { InnerCounts, TabulationPlan } from './disclosure/index.ts'
import type { Field } from './fields.ts'
import type { ProtectionReport, RefusedBreakdown } from './protection-report.ts'
import type { Quote, QuotesReport } from './quotes.ts'
import type { AnonymityReport } from './risk.ts'
import type { Relation, SubmissionSource } from './submission-source.ts'
import type { SuppressionPart, SuppressionReport } from './suppression-report.ts'
import type { Figure, Refusal, ReleasedFigure, Table } from './tables.ts'

export type * from './coding-report.ts'
export type * from './editions.ts'
export { type Field, NOTHING } from './fields.ts'
export * from './private-sheets.ts'
export type * from './protection-report.ts'
export type * from './quotes.ts'
export type * from './risk.ts'
export type * from './submission-source.ts'
export type * from './suppression-report.ts'
export type * from './tables.ts'

declare const brand: unique symbol
/** A protected member of a class is lost where an object is spread: `{ ...released, tables }` is no longer sealed. */
declare class Sealed<Name extends string> {
  protected readonly [brand]: Name
}
type Branded<Name extends string> = Sealed<Name>

/** Columns read of the file of printed figures: those of a release's `data/tables.csv`. */
export const PRINTED_COLUMNS = ['table', 'population', 'row', 'statistic', 'value', 'base'] as const

/** Columns read of the tables of an earlier release. */
export const WAVE_COLUMNS = ['title', ...PRINTED_COLUMNS] as const

/** GSBPM 4: what was received, file by file. Identifies people. */
export type Submissions = Branded<'Submissions'> & {
  readonly frame?: SubmissionSource
  readonly invitees?: SubmissionSource
  readonly responses: readonly SubmissionSource[]
  /** Other names of units: columns `name`, `key`. */
  readonly aliases?: SubmissionSource
  /** What a person decided of names that no rule could match: columns `name`, `decision`. */
  readonly decisions?: SubmissionSource
  /** Tables of earlier releases, as the definition lists them. */
  readonly waves: readonly SubmissionSource[]
  /** The sheet of each coder of open answers, as the definition lists them: `response`, `question`, `codes`. */
  readonly coders: readonly SubmissionSource[]
  /** What was agreed on where coders disagreed; the same columns. */
  readonly adjudication?: SubmissionSource
  /** Quotes that were chosen: `response`, `question`, `quote`, `theme`. */
  readonly quotes?: SubmissionSource
  /** Review sheets with decisions, any number: `id`, `choice`. */
  readonly reviews: readonly SubmissionSource[]
  /** The list of disagreements of an earlier run, as far as somebody filled it in; the same columns. */
  readonly settled?: SubmissionSource
  readonly printed?: SubmissionSource
}

/** Rows in, rows out, and every row between them with its reason. */
export interface RowAccount {
  readonly received: number
  readonly kept: number
  readonly setAside: readonly { readonly reason: string; readonly rows: number }[]
}

/** GSBPM 5.1-5.6: clean, coded, weighted, one row a response. Identifies people. */
export type Responses = Branded<'Responses'> & {
  /** A row a response; `do_not_publish` says of each whether its sender asked for confidentiality, never NULL. */
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
  /**
   * Relation of whoever and whatever words could give away, for redaction alone: text, kind, names, own_only, and the
   * source and record of the response whose own it is.
   */
  readonly identities?: Relation
  /** Relations of quotes that were chosen (row, reference, question, theme, words, received) and of decisions (id, choice). */
  readonly chosenQuotes?: Relation
  readonly decisions?: Relation
  /** How open answers were coded, where there is a code frame. */
  readonly coding?: CodingReport
}

/** Equivalence classes of the published rows, for the protection of the tables that stand beside them. */
export interface RowClasses {
  /** How many there are; 0 where no row leaves. Classes are numbered from 1. */
  readonly count: number
  /** Question -> classes whose answers to it no row shows, though other rows do. */
  readonly withheld: ReadonlyMap<Id, ReadonlySet<number>>
  /** Questions that no row shows at all. */
  readonly leftOut: ReadonlySet<Id>
  /** Who was put some questions because of details and files, which rows show: a column of the counted responses each. */
  readonly sides: readonly { readonly column: string; readonly questions: readonly Id[] }[]
}

/**
 * GSBPM 5.1: nothing left that identifies. `relation` holds the rows that leave: `id` and the published fields, in
 * published order. `counted` is what tables are counted from, and is in no release: every response with its true
 * answers and without a name; `population_<id>` and `base_<question>` (whether it belongs), `by_<variable>` (the true
 * value of what tables tell people apart by), `by_source` (its file), `measure_<question>` (numbers to be averaged), `weight`, `stratum`,
 * `cluster`, `population_size`, and `class`, the number of the equivalence class of its published row (NULL: no row).
 */
export type AnonymousResponses = Branded<'AnonymousResponses'> & {
  readonly relation: Relation
  readonly fields: readonly Field[]
  /** Rows that leave. */
  readonly rows: number
  readonly counted: Relation
  /** Responses that are counted. */
  readonly responses: number
  readonly classes: RowClasses
  readonly units?: Relation
  readonly people?: Relation
  readonly report: AnonymityReport
  /** What is quoted of open answers, in an order that says nothing; absent where nothing may be. */
  readonly quotes?: readonly Quote[]
  /** What became of the quotes that were chosen. Names rows of a private sheet. */
  readonly quoting?: QuotesReport
}

/** GSBPM 5.3: anonymous responses, every one of them checked against `schema`. */
export type ValidResponses = Branded<'ValidResponses'> & {
  readonly responses: AnonymousResponses
  /** The closed JSON Schema of one record, generated for the definition. */
  readonly schema: Readonly<Record<string, unknown>>
}

/** GSBPM 5.7: every table, with its counts. Never packaged. */
export type Tables = Branded<'Tables'> & {
  readonly tables: readonly Table<Figure>[]
  readonly plan: TabulationPlan
  /** What the tables of answers are summed from, a list entry a crossing of the plan. */
  readonly inner: readonly InnerCounts[]
  readonly responses: ValidResponses
}

/** GSBPM 6.4: what may leave. */
export type ReleasedTables = Branded<'ReleasedTables'> & {
  readonly plan: TabulationPlan
  readonly tables: readonly Table<ReleasedFigure>[]
  /** What protection took from the tables. The sums by reason may be said in a release; the rest is private. */
  readonly protection: ProtectionReport
  /** What secondary suppression took; absent where nothing needed it. Private. */
  readonly suppression?: SuppressionReport
  /** What was hidden, part by part, for tables that are protected again beside other rows. Private. */
  readonly parts: readonly SuppressionPart[]
  readonly refusals: readonly Refusal[]
  /** What would let refused breakdowns be shown. Private: says how large their groups are. */
  readonly refusedBreakdowns: readonly RefusedBreakdown[]
  /** Questions of which a population is hidden that tables could show if no row showed their answers. */
  readonly ledByRows: readonly Id[]
  readonly responses: ValidResponses
}

/** A file of a release and what it weighs, as measured after it was written; the path is relative, POSIX. */
export interface ReleasedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** GSBPM 7.2: the data of a release, written and described, before it is known which version it is. */
export type ReleaseData = Branded<'ReleaseData'> & {
  readonly released: ReleasedTables
  readonly files: readonly ReleasedFile[]
  /** Its files as Data Resources, as the descriptor will list them. */
  readonly resources: readonly object[]
}

/** GSBPM 7.2: the folder to be published, complete and checksummed. */
export type ReleaseFiles = Branded<'ReleaseFiles'> & {
  readonly files: readonly ReleasedFile[]
}

/**
 * The only way to make an artefact. Each stage calls it once, at its door; the architecture test
 * holds that no other file does. `Omit` of nothing leaves out what is protected: the seal.
 */
export function seal<A extends Branded<string>>(value: Omit<A, never>): A {
  return value as A
}
