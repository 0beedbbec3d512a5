/**
 * The consultation as its author wrote it, after checking: every default filled in, every name
 * resolved. `schemas/consultation.schema.json` is the shape of the file; this is the shape the
 * stages read.
 */

import type { Condition, Question } from './question.ts'

export type * from './question.ts'

/** Identifier of a question, variable or population: `[a-z][a-z0-9_]*`. */
export type Id = string

export interface Definition {
  /** Folder name under `raw/`; names the release. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly publisher: { readonly name: string; readonly url?: string; readonly email?: string }
  readonly licence: Licence
  readonly version: string
  /** ISO date stamped on the release; nothing else in it is a date of making. */
  readonly published?: string
  readonly language: string
  readonly keywords: readonly string[]
  readonly fieldwork: { readonly start: string; readonly end: string }
  readonly sources: readonly { readonly title: string; readonly url?: string }[]
  readonly notes: readonly string[]
  readonly frame?: Frame
  readonly invitees?: Invitees
  readonly responses: readonly ResponseSource[]
  readonly variables: readonly Variable[]
  readonly questions: readonly Question[]
  readonly populations: readonly Population[]
  readonly cleaning: Cleaning
  readonly tables: TablePlan
  readonly reporting: Reporting
  readonly privacy: Privacy
  /** How responses are weighted; absent where each counts as one. */
  readonly weighting?: Weighting
  /** Earlier releases to be shown beside this one, oldest first. */
  readonly waves: readonly Wave[]
  /** File of figures printed earlier, to be reconciled with: columns of `data/tables.csv`. */
  readonly printed?: string
}

export type Licence = 'OGL-UK-3.0' | 'CC-BY-4.0' | 'CC0-1.0'

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
 * `population_size` (of the sample design), variables, questions.
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

/** Something known of a respondent or a frame unit: region, type, role. */
export interface Variable {
  readonly id: Id
  readonly title: string
  readonly values: readonly string[]
  /** Coarser values, each standing for several of `values`; finest first when there are several levels. */
  readonly groups: readonly Readonly<Record<string, readonly string[]>>[]
}

export interface Population {
  readonly id: Id
  readonly title: string
  /** How the base reads under a table: "all chief executives and leaders". */
  readonly base: string
  /** Absent: every response. */
  readonly where?: Condition
}

export interface Cleaning {
  readonly keep: 'last complete' | 'first' | 'last' | 'all'
  readonly partial: 'set aside' | 'keep'
  readonly unlistedAnswers: 'refuse' | 'error'
  /** Absent: found out from the dates themselves, and refused where they do not tell. */
  readonly dates?: 'day first' | 'month first'
}

/** Weights come in a column of the responses, or are made so that they meet known totals. */
export interface Weighting {
  /** Variables whose totals the weighted responses are to meet; empty where a column has the weights. */
  readonly rake: readonly {
    readonly variable: Id
    /** Value -> units in the population; those of the frame when absent. */
    readonly totals?: Readonly<Record<string, number>>
  }[]
  /** What the weights must sum to, within half a per cent. */
  readonly total?: number
}

/** An earlier release: its `data/tables.csv`. */
export interface Wave {
  readonly label: string
  readonly file: string
  /** Question -> number of its table there, where its wording has changed. */
  readonly tables: Readonly<Record<Id, string>>
}

export interface TablePlan {
  /** Variables by which response rates are shown. */
  readonly responseRates: readonly Id[]
  /** Frame variables by which the units that responded are described. */
  readonly profile: readonly Id[]
  readonly coverage: boolean
  readonly populations: readonly Id[]
  /**
   * Breakdowns asked for, each by one variable or by several at once; a population among them narrows
   * it to its members. Disclosure control may refuse them.
   */
  readonly breakdowns: readonly (readonly Id[])[]
  /** Whether standard errors and confidence intervals stand beside the estimates. */
  readonly precision: boolean
  /** Whether to test the differences between the columns of a table. */
  readonly significance: boolean
}

export interface Reporting {
  readonly decimals: number
  /** Printed for a percentage above zero that rounds to zero. */
  readonly low: string
  readonly zero: string
  readonly notApplicable: string
}

export interface Privacy {
  readonly profile: 'consultation'
  /** The allow-list: what of a respondent leaves, most important first. Nothing else does. */
  readonly publish: readonly Id[]
  /** Raises, never lowers, the policy's class size. */
  readonly minimumClass?: number
}
