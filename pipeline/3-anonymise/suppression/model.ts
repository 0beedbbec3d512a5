/** Thresholds of the microdata. */
export interface Limits {
  /** Fewest responses in a published class (a blank is a value of its own). */
  readonly minimumClass: number
  /** Fewest true values behind a blank. */
  readonly valuesBehindABlank: number
  /** Fewest different answers to a sensitive question in a published class where anybody answered it. */
  readonly diversity: number
}

/**
 * One thing that a sensitive question asks: the answer itself, the rank of an item, whether an option is
 * ticked. Of a tick only everybody's having it gives them away: values are then ticked and not ticked.
 */
export interface Facet {
  /** Position of its question among the sensitive ones. */
  readonly question: number
  readonly kind: 'answer' | 'tick'
  readonly values: number
  /** Responses of group g with value v at `g * values + v`. */
  readonly counts: Int32Array
}

/**
 * Local suppression at one level of generalisation: groups of responses with equal labels, to be published
 * with some labels blanked, so that every class of equal published labels keeps the limits at the least
 * loss. A mask has bit v set where variable v is blanked. Plain arrays: it is sent to another thread.
 */
export interface Problem {
  readonly groups: number
  readonly variables: number
  /** Responses of each group. */
  readonly counts: Int32Array
  /** Label of variable v in group g at `g * variables + v`; counted from 0. */
  readonly labels: Int32Array
  /** What blanking variable v costs each response of group g, at the same place. */
  readonly costs: Float64Array
  /** How many labels each variable has. */
  readonly sizes: readonly number[]
  /** How many labels of each variable must stand behind its blanks. */
  readonly hidden: readonly number[]
  /** Masks that may be used besides 0, cheapest first. */
  readonly masks: readonly number[]
  readonly facets: readonly Facet[]
  readonly limits: Limits
}

/** So many responses of a group, published under a mask. */
export interface Part {
  readonly group: number
  readonly mask: number
  readonly count: number
}

/** Parts that publish nothing of what identifies: all there is to do where fewer responded than one class needs. */
export const allBlank = ({ groups, variables, counts }: Problem): readonly Part[] =>
  Array.from({ length: groups }, (_, group) => ({
    group,
    mask: 2 ** variables - 1,
    count: counts[group] ?? 0,
  }))

/** What an answer that rows withhold costs, where an identifying value costs about 1: tables count both all the same. */
export const ANSWER_COST = 1
