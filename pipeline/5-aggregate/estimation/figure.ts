import { simpleVariance } from './design-effect.ts'
import { effectiveSize } from './effective-size.ts'
import { dyadic, quotient } from './fixed-point.ts'
import { symmetricInterval, wilsonInterval } from './interval.ts'
import type { Estimate } from './model.ts'
import type { Names } from './plan.ts'
import { degreesOfFreedom, type Sample, sumOver } from './sample.ts'
import type { Scaled } from './scales.ts'
import { studentQuantile } from './student-t.ts'
import { stratifiedVariance } from './variance.ts'

/** For 95 per cent between two limits. */
const PROBABILITY = 0.975

/** The estimate of one request from the moments of the sample; undefined where its domain weighs nothing. */
export function figureOf(sample: Sample, scaled: Scaled, names: Names): Estimate | undefined {
  if (sumOver(sample.strata, names.base) === 0n) return undefined
  const { kind } = scaled.request.variable
  const { value, standardError } =
    kind === 'total' ? total(sample, scaled, names) : ratio(sample, scaled, names)
  const degrees = degreesOfFreedom(sample.strata, names.base)
  if (degrees < 1) return { value, ...UNKNOWN }
  const quantile = studentQuantile(PROBABILITY, degrees)
  const interval =
    kind === 'share'
      ? wilsonInterval(value, effectiveSize(sample, names, value, standardError), quantile)
      : symmetricInterval(value, standardError, quantile)
  const simple = simpleVariance(sample, scaled, names)
  const designEffect = simple > 0 ? standardError ** 2 / simple : undefined
  return { value, standardError, ...interval, designEffect, degreesOfFreedom: degrees }
}

const UNKNOWN = {
  standardError: undefined,
  low: undefined,
  high: undefined,
  designEffect: undefined,
  degreesOfFreedom: 0,
} as const

interface Point {
  readonly value: number
  readonly standardError: number
}

/** R = A/B with A = sum of weight * value, B = sum of weights; z = (a - R b)/B of each unit's a and b. */
function ratio({ strata, extent }: Sample, { scale }: Scaled, { value, base }: Names): Point {
  const [above, below] = [sumOver(strata, value), sumOver(strata, base)]
  const shift = extent.weightExponent - scale.exponent
  // centre + above/below * 2^shift as one fraction of whole numbers.
  const { mantissa, exponent } = dyadic(scale.centre)
  const least = Math.min(exponent, shift)
  const numerator = ((mantissa * below) << BigInt(exponent - least)) + (above << BigInt(shift - least))
  const combination = [
    [value, below],
    [base, -above],
  ] as const
  return {
    value: quotient(numerator, below, least),
    standardError: Math.sqrt(stratifiedVariance(strata, combination, below ** 2n)) * 2 ** shift,
  }
}

/** A = sum of weight * value; z = a of each unit. */
function total({ strata }: Sample, { scale }: Scaled, { value }: Names): Point {
  return {
    value: quotient(sumOver(strata, value), 1n, -scale.exponent),
    standardError: Math.sqrt(stratifiedVariance(strata, [[value, 1n]], 1n)) * 2 ** -scale.exponent,
  }
}
