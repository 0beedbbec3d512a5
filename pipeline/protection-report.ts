/** What protecting the tables took, beside the same tables unprotected, and what other ways would. */
export interface ProtectionReport {
  /** Figures that would stand in the tables if nothing were protected. */
  readonly figures: number
  /** Of those, figures that are not shown, by reason. */
  readonly hidden: {
    /** Too few people answered. */
    readonly base: number
    /** Too few to conclude from; the published responses show them. */
    readonly quality: number
    /** Small counts, and figures from which what is protected would follow. */
    readonly derived: number
    /** In breakdowns that are refused as a whole. */
    readonly refused: number
    /** Made of counts that are rounded, so that they cannot be shown: means, tests, waves, some nets. */
    readonly unrounded: number
  }
  /** Figures that are shown with another value than the true one, by rounding. */
  readonly changed: Changes
  readonly alternatives: readonly Alternative[]
}

/** How many figures have another value, and by how much on average. */
export interface Changes {
  readonly figures: number
  readonly counts: number
  /** Mean distance from the true count, over all counts shown. */
  readonly meanCount: number
  /** Mean distance from the true percentage in percentage points, over all percentages shown. */
  readonly meanPercent: number
}

/** Another way to protect the same tables, and what it would cost. */
export interface Alternative {
  readonly way: 'suppress' | 'round' | 'partition' | 'merge'
  /** Whether it is what was done. */
  readonly chosen: boolean
  /** Figures that would not be shown. */
  readonly lost: number
  /** Whether more may be lost than could be counted cheaply. */
  readonly atLeast: boolean
  /** Figures that would be shown with another value, or of other people. */
  readonly changed: number
  /** Mean change of the percentages shown, in percentage points; absent where none is rounded. */
  readonly meanPercent?: number
}

/** A breakdown of which nothing is left of some tables. */
export interface RefusedBreakdown {
  /** Populations and variables it is by. */
  readonly by: readonly string[]
  readonly tables: readonly string[]
  /** Its groups, and the fewest and most who answered any of these tables' questions. */
  readonly groups: readonly { readonly title: string; readonly least: number; readonly most: number }[]
  /** Lines of the definition with which it can be shown; none where there are no such lines. */
  readonly write: readonly string[]
  /** What they do. */
  readonly does: string
}
