/**
 * The consultation as its author wrote it, after checking: every default filled in, every name
 * resolved. `schemas/consultation.schema.json` is the shape of the file; this is the shape the
 * stages read.
 */

import type { Description } from './description.ts'
import type { OpenText } from './open-text.ts'
import type { Privacy } from './privacy.ts'
import type { Publication } from './publication.ts'
import type { Condition, Question } from './question.ts'
import type { Frame, Invitees, ResponseSource } from './source.ts'

export type * from './description.ts'
export type * from './open-text.ts'
export type * from './privacy.ts'
export type * from './publication.ts'
export type * from './question.ts'
export type * from './source.ts'

/** Identifier of a question, variable or population: `[a-z][a-z0-9_]*`. */
export type Id = string

export interface Definition extends Description, Publication {
  /** Folder name under `raw/`; names the release. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly publisher: { readonly name: string; readonly url?: string; readonly email?: string }
  readonly licence: Licence
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
  /** Who coded open answers, and what is quoted of them; absent where nothing is done with them. */
  readonly openText?: OpenText
  /** Earlier releases to be shown beside this one, oldest first. */
  readonly waves: readonly Wave[]
  /** File of figures printed earlier, to be reconciled with: columns of `data/tables.csv`. */
  readonly printed?: string
}

export type Licence = 'OGL-UK-3.0' | 'CC-BY-4.0' | 'CC0-1.0'

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
  /** Several breakdowns side by side in one table, each by one variable; a population among them is one column. */
  readonly banners: readonly (readonly Id[])[]
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
