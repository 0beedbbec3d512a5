/** Limits of an interval. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Wilson's score interval for a share (Wilson 1927), on an effective number of respondents as Korn &
 * Graubard (1998) do for their exact one, and with the quantile of Student's t in place of the normal
 * (Franco, Little, Louis & Slud 2019). It never leaves 0 to 1, and a share of 0 has a limit above 0.
 * An infinite number (no sampling variance at all) gives the share itself, twice.
 */
export function wilsonInterval(share: number, effective: number, quantile: number): Interval {
  if (effective === Number.POSITIVE_INFINITY) return { low: share, high: share }
  const pull = quantile ** 2 / effective
  const centre = share + pull / 2
  const reach = Math.sqrt(pull * share * (1 - share) + pull ** 2 / 4)
  return {
    low: share === 0 ? 0 : Math.max(0, Math.min(share, (centre - reach) / (1 + pull))),
    high: share === 1 ? 1 : Math.min(1, Math.max(share, (centre + reach) / (1 + pull))),
  }
}

/** Value and so many standard errors on either side. */
export const symmetricInterval = (value: number, standardError: number, quantile: number): Interval => ({
  low: value - quantile * standardError,
  high: value + quantile * standardError,
})
