/**
 * k-anonymity over combinations of identifying values. All work is on distinct combinations with
 * their counts, never on rows: a million responses have some thousand combinations.
 */

/** One combination of identifying values and how many responses have it. */
export interface Group {
  /** Index of each variable's value in its code list. */
  readonly values: readonly number[]
  readonly count: number
}

/** An identifying variable: its labels, and coarser labellings of the same code list, finest first. */
export interface Identifying {
  readonly id: string
  /** `levels[0]` are the labels themselves; each further level gives the coarser label of each value. */
  readonly levels: readonly (readonly string[])[]
}

/** What is published for a group: a label for each variable, null where it is not released. */
export type Released = readonly (string | null)[]

export interface Limits {
  /** Fewest responses in a published class (a blank is a value of its own). */
  readonly minimumClass: number
  /** Fewest true values behind a blank. */
  readonly valuesBehindABlank: number
}
