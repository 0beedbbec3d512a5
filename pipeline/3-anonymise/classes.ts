/**
 * What anonymising works on: distinct combinations of identifying values with their counts, never rows. A
 * million responses have some thousand combinations.
 */

/** One combination of identifying values and how many responses have it. */
export interface Group {
  /** Index of each variable's value in its code list. */
  readonly values: readonly number[]
  readonly count: number
  /** Facet of a sensitive question -> value -> responses. */
  readonly answers: readonly (readonly number[])[]
}

/** An identifying variable: its labels, and coarser labellings of the same code list, finest first. */
export interface Identifying {
  readonly id: string
  /** `levels[0]` are the labels themselves; each further level gives the coarser label of each value. */
  readonly levels: readonly (readonly string[])[]
}

/** What is published for a group: a label for each variable, null where it is not released. */
export type Released = readonly (string | null)[]
