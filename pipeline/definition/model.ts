/**
 * The consultation as its author wrote it, after checking: every default filled in, every name
 * resolved. `schemas/consultation.schema.json` is the shape of the file; this is the shape the
 * stages read.
 */

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

/** Every unit (authority, school, firm) that could have answered. Columns: `key`, `name`, variables. */
export interface Frame extends SourceFile {
  readonly unit: { readonly one: string; readonly many: string }
}

/** Everyone invited. Columns: `link`, `unit` (frame keys), variables. */
export interface Invitees extends SourceFile {
  /** Between several frame keys in one cell. */
  readonly separator: string
}

/**
 * Responses of one channel. Columns: `link`, `unit`, `unit_name`, `started`, `submitted`,
 * `covers` (frame keys an organisation speaks for), variables, questions.
 */
export interface ResponseSource extends SourceFile {
  readonly separator: string
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

export type Question = ClosedQuestion | MultipleQuestion | NumberQuestion | OpenQuestion

interface QuestionBase {
  readonly id: Id
  readonly text: string
  /** Routing: asked only of responses for which this holds. */
  readonly askedIf?: Condition
  /** Populations shown side by side in its table; the plan's default when absent. */
  readonly populations: readonly Id[]
  readonly statistics: readonly Statistic[]
  readonly nets: Readonly<Record<string, readonly string[]>>
}

export interface ClosedQuestion extends QuestionBase {
  readonly kind: 'single'
  readonly answers: readonly string[]
  /** Scales keep their order in the data package. */
  readonly ordered: boolean
}

export interface MultipleQuestion extends QuestionBase {
  readonly kind: 'multiple'
  readonly answers: readonly string[]
  /** One column an option (answer -> heading), or one cell split at `separator`. */
  readonly encoding:
    | { readonly headings: Readonly<Record<string, string>>; readonly unticked: readonly string[] }
    | { readonly separator: string }
}

export interface NumberQuestion extends QuestionBase {
  readonly kind: 'number'
  readonly minimum?: number
  readonly maximum?: number
  /** Consecutive bands, the last open: what is released. Without bands the numbers stay private. */
  readonly bands: readonly { readonly label: string; readonly below?: number }[]
}

export interface OpenQuestion extends QuestionBase {
  readonly kind: 'open'
}

/** All parts must hold; a list means any of its values. Names are questions, variables or `source`. */
export type Condition = Readonly<Record<Id, readonly string[]>>

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
  readonly dates: 'day first' | 'month first'
}

export type Statistic = 'count' | 'percent'

export interface TablePlan {
  /** Variables by which response rates are shown. */
  readonly responseRates: readonly Id[]
  /** Frame variables by which the units that responded are described. */
  readonly profile: readonly Id[]
  readonly coverage: boolean
  readonly populations: readonly Id[]
  /** Breakdowns asked for; disclosure control may refuse them. */
  readonly breakdowns: readonly Id[]
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
