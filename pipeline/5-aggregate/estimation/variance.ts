import { quotient } from './fixed-point.ts'
import type { StratumMoments } from './moments.ts'
import { notSampled } from './sample.ts'

/** A sum of whole multiples of a plan's `units`, whose products the moments hold. */
export type Combination = readonly (readonly [name: string, factor: bigint])[]

/**
 * Variance of a total over the sample, by primary sampling units drawn with replacement within strata,
 * with the finite population correction of the first stage (Wolter 2007, Introduction to Variance
 * Estimation, 2nd ed.; Lumley 2010, Complex Surveys, as R's `svyrecvar`):
 *
 *   sum over strata of (1 - n/N) n/(n-1) times the sum over units of (z - stratum mean of z)^2
 *
 * with z = the unit's combination / divisor. A stratum with a single unit has no spread of its own; it
 * counts (1 - n/N)(z - mean of z over all units)^2, as `singleunit(centered)` in Stata, and as R's
 * `survey.lonely.psu = "adjust"` for shares and means (whose z add up to 0; for totals R leaves out
 * the mean that its manual promises).
 *
 * All of it is whole numbers but one quotient a stratum: no digits cancel, however large the mean.
 */
export function stratifiedVariance(
  strata: readonly StratumMoments[],
  combination: Combination,
  divisor: bigint,
): number {
  const sampled = BigInt(strata.reduce((sum, stratum) => sum + stratum.sampled, 0))
  const total = strata.reduce((sum, stratum) => sum + linear(stratum, combination), 0n)
  return strata.reduce((sum, stratum) => {
    const units = BigInt(stratum.sampled)
    const own = linear(stratum, combination)
    const spread =
      units === 1n
        ? quotient((sampled * own - total) ** 2n, (sampled * divisor) ** 2n)
        : quotient(units * quadratic(stratum, combination) - own ** 2n, (units - 1n) * divisor ** 2n)
    return sum + notSampled(stratum) * spread
  }, 0)
}

const linear = ({ sum }: StratumMoments, combination: Combination): bigint =>
  combination.reduce((total, [name, factor]) => total + factor * sum(name), 0n)

const quadratic = ({ product }: StratumMoments, combination: Combination): bigint =>
  combination.reduce(
    (total, [one, factor]) =>
      total + combination.reduce((inner, [other, by]) => inner + factor * by * product(one, other), 0n),
    0n,
  )
