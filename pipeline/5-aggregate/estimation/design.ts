/**
 * How the responses came to be, as SQL expressions over the relation that holds them: one row a
 * response. What the design does not have is left out.
 */
export interface Design {
  /** DOUBLE, 0 or more. Left out: 1 for every row. A row without a weight (NULL) weighs 0. */
  readonly weight?: string
  /** VARCHAR. Left out: one stratum. Rows without a stratum (NULL) are a stratum of their own. */
  readonly stratum?: string
  /** VARCHAR: primary sampling unit, counted within its stratum. Left out: every row is its own. */
  readonly cluster?: string
  /**
   * DOUBLE: number of primary sampling units in the population of the row's stratum (the largest
   * counts where a stratum has several). Left out or NULL: no finite population correction. A population
   * smaller than its sample counts as asked whole: refuse such a file before.
   */
  readonly populationSize?: string
  /**
   * Units that could have responded, where the frame is known: the population of a design that has no
   * strata, no clusters and no population sizes. With strata or clusters it is not used, as the whole
   * frame says nothing of the fraction within a stratum or of the number of clusters.
   */
  readonly frameSize?: number
}
