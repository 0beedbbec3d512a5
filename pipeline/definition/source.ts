/** Files as received, and which of their columns is what. */
import type { Id } from './model.ts'

/** A file as received; `sheet` for workbooks, `encoding` only where detection must be overruled. */
export interface SourceFile {
  readonly file: string
  readonly sheet?: string
  readonly encoding?: string
  /** Our name (question, variable, or a role such as `link`) -> heading in the file. */
  readonly columns: Readonly<Record<string, string>>
  /** Headings that identify people: read for joining at most, never passed on. */
  readonly identifying: readonly string[]
  /** Headings left out by name. */
  readonly ignore: readonly string[]
}

/**
 * Every unit (authority, school, firm) that could have answered. Columns: `key`, `name`, `from` and
 * `until` (first and last day of its existence, in registers that keep former units), variables.
 */
export interface Frame extends SourceFile {
  readonly unit: { readonly one: string; readonly many: string }
  /** Units of the list that were not asked. */
  readonly setAside: readonly SetAsideRule[]
  /** Other names that units are known by. Columns: `name`, `key`. */
  readonly aliases?: SourceFile
}

/** Everyone invited. Columns: `link`, `unit` (frame keys), variables. */
export interface Invitees extends SourceFile {
  /** Between several frame keys in one cell. */
  readonly separator: string
}

/**
 * Responses of one channel. Columns: `link`, `unit`, `unit_name`, `started`, `submitted`,
 * `covers` (frame keys an organisation speaks for), `weight`, `stratum`, `cluster` and
 * `population_size` (of the sample design), `reference` (names the response in our own sheets),
 * `organisation_name`, `may_be_named` and `do_not_publish` (what may be quoted), variables, questions.
 */
export interface ResponseSource extends SourceFile {
  /** The survey platform whose export it is; absent for a plain table with one row of headings. */
  readonly platform?: string
  /** How these responses came: online, on paper. */
  readonly channel?: string
  /** Cells that mean no reply, besides blank ones. */
  readonly missing: readonly string[]
  /** Whether cells hold the labels of answers, or their numbers in the list (1 is the first). */
  readonly answersAs: 'labels' | 'numbers'
  /** Question or variable -> wording in this file -> label of the code list. */
  readonly recode: Readonly<Record<Id, Readonly<Record<string, string>>>>
  /**
   * What the column `do_not_publish` says where a response may be published: anything else, blank too, keeps it back.
   * Absent where the column says yes to keeping it back.
   */
  readonly mayPublish?: readonly string[]
  /** Between several answers in one cell; the platform's own where it is not stated. */
  readonly separator?: string
  /** Rows that are not responses, each rule with its reason. */
  readonly setAside: readonly SetAsideRule[]
  /** Whether rows must be found in the frame; others are set aside. */
  readonly fromFrame: boolean
}

export interface SetAsideRule {
  readonly reason: string
  readonly column: string
  readonly equals?: readonly string[]
  readonly startsWith?: readonly string[]
}
