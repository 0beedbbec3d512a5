import { quotient } from './fixed-point.ts'
import type { Names } from './plan.ts'
import { notSampled, type Sample, sumOver } from './sample.ts'

/**
 * The number of respondents a simple random sample would need for the same precision of a share:
 * p(1-p)/SE^2 (Korn & Graubard 1998). Where all or none gave the answer the data tell nothing of the
 * spread: then Kish's number, by weights alone. Infinite where there is no sampling variance.
 */
export function effectiveSize(sample: Sample, names: Names, share: number, standardError: number): number {
  if (share === 0 || share === 1) return kishSize(sample, names)
  return standardError === 0 ? Number.POSITIVE_INFINITY : (share * (1 - share)) / standardError ** 2
}

/**
 * Kish's effective number, (sum w)^2 / sum w^2 (Kish 1965, Survey Sampling), the squares of each stratum times its
 * finite population correction, as they enter the variance.
 */
export function kishSize(
  { strata }: Sample,
  { base, squaredWeights }: { readonly base: string; readonly squaredWeights: string },
): number {
  const whole = sumOver(strata, base) ** 2n
  const inverse = strata.reduce(
    (sum, stratum) => sum + notSampled(stratum) * quotient(stratum.sum(squaredWeights), whole),
    0,
  )
  return inverse === 0 ? Number.POSITIVE_INFINITY : 1 / inverse
}
