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
  /** Whether neighbours in the code list belong together: ages, scales. */
  readonly ordered?: boolean
  /**
   * Whether tables, populations, weights or routing tell people apart by it: it is then recoded for all rows, and
   * never blanked in some, for a blank beside a true table can be solved.
   */
  readonly tabulated?: boolean
}
