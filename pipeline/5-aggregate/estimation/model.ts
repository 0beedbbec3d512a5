/** Who an estimate is of. */
export interface Domain {
  /** SQL condition: in the group and in the base. NULL is no. */
  readonly member: string
}

/** What is estimated. */
export interface Variable {
  /**
   * SQL, evaluated for members only. For a share a condition or 0/1 (NULL is no); for a mean or a
   * total a number (members without a finite number are not in its domain).
   */
  readonly value: string
  readonly kind: 'share' | 'mean' | 'total'
}

/** One figure asked for. */
export interface Request {
  readonly domain: Domain
  readonly variable: Variable
}

/** An estimate with its precision. Never NaN, never infinite; what cannot be said is `undefined`. */
export interface Estimate {
  /** Shares as a fraction, 0 to 1. */
  readonly value: number
  /** undefined: the domain lies in too few primary sampling units to judge (no degree of freedom). */
  readonly standardError: number | undefined
  /** Limits of the 95 per cent interval; undefined with the standard error. */
  readonly low: number | undefined
  readonly high: number | undefined
  /**
   * Variance against that of simple random sampling without replacement of the same size; undefined
   * where that has no variance (everyone gave the same answer, or everyone was asked).
   */
  readonly designEffect: number | undefined
  /** Primary sampling units with a member, less strata with a member. */
  readonly degreesOfFreedom: number
}
