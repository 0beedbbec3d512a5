import { quotient } from './fixed-point.ts'
import { EVERYONE, type Names } from './plan.ts'
import { type Sample, sumOver } from './sample.ts'
import type { Scaled } from './scales.ts'

/**
 * Variance that a simple random sample without replacement of as many responses would give, as R's
 * `svymean` and `svytotal` with `deff = TRUE`: (1 - n/N) s^2/n with s^2 the weighted variance of the
 * values times n/(n-1); for a total, over the whole sample (others than members count 0) and times the
 * square of the sum of weights. 0 where nothing varies or nobody was left out.
 */
export function simpleVariance(sample: Sample, { request, scale }: Scaled, names: Names): number {
  const { strata, extent } = sample
  const isTotal = request.variable.kind === 'total'
  const over = isTotal ? EVERYONE : names
  const base = sumOver(strata, over.base)
  const responses = Number(sumOver(strata, over.responses))
  if (responses < 2) return 0
  const mean = quotient(sumOver(strata, names.value), base, extent.weightExponent - scale.exponent)
  const square = quotient(
    sumOver(strata, names.squaredValues),
    base,
    extent.weightExponent - scale.squareExponent,
  )
  const variance = ((square - mean ** 2) * (1 - sampledShare(sample, over))) / (responses - 1)
  return isTotal ? variance * quotient(base, 1n, -extent.weightExponent) ** 2 : variance
}

/**
 * n/N of a domain; 0 where the design does not say N. The population of the whole design is that of
 * its strata, where no clusters stand between; else the sum of weights, where they gross up to a
 * population: weights that sum to less than a tenth above the number of responses are taken to be
 * scaled to it. A domain has its weighted part, so that the scale of weights makes no difference.
 */
function sampledShare(
  { design, strata, extent }: Sample,
  { base, responses }: { readonly base: string; readonly responses: string },
): number {
  const everyone = Number(sumOver(strata, EVERYONE.responses))
  const weights = quotient(sumOver(strata, EVERYONE.base), 1n, -extent.weightExponent)
  const isKnown = design.cluster === undefined && strata.every(({ population }) => population !== undefined)
  const grossed = weights > 1.1 * everyone ? weights : Number.POSITIVE_INFINITY
  const population = isKnown ? strata.reduce((sum, { population: units }) => sum + (units ?? 0), 0) : grossed
  const part = quotient(sumOver(strata, base), sumOver(strata, EVERYONE.base))
  return Math.min(1, Number(sumOver(strata, responses)) / (population * part))
}
