import type { Engine } from '../../engine/index.ts'
import type { Design } from './design.ts'
import { kishSize } from './effective-size.ts'
import { requestsToAPass } from './estimate.ts'
import { extentOf } from './extent.ts'
import { quotient } from './fixed-point.ts'
import type { Domain, Request } from './model.ts'
import { moments, type Plan } from './moments.ts'
import { type Names, planOf, together } from './plan.ts'
import { degreesOfFreedom, type Sample, sumOver } from './sample.ts'
import { scalesOf } from './scales.ts'
import { studentTail } from './student-t.ts'
import { type Combination, stratifiedVariance } from './variance.ts'

/** The same answer in two domains, which may overlap or lie one within the other. */
export interface Pair {
  readonly one: Domain
  readonly other: Domain
  /** SQL condition or 0/1, as of a share. */
  readonly value: string
}

export interface Comparison {
  /** Share in `one` less share in `other`. */
  readonly difference: number
  readonly standardError: number
  /** Two-sided, of Student's t; for many at once see `holm`. */
  readonly pValue: number
  /** Primary sampling units with a member of either, less strata with one. */
  readonly degreesOfFreedom: number
}

/**
 * Differences between shares, tested by the t test of the linearised difference (a Wald test on the
 * degrees of freedom of the design; Korn & Graubard 1999, Lumley 2010), in the order of the pairs.
 * undefined where a domain weighs nothing or there is no degree of freedom.
 *
 * Each unit's part in the difference is its part in one share less its part in the other, so whatever
 * the two domains have in common, respondents or clusters, enters through that: as R's `svycontrast`
 * of `svyby(covmat = TRUE)`, for overlapping domains too.
 */
export async function compareShares(
  engine: Engine,
  relation: string,
  design: Design,
  pairs: readonly Pair[],
): Promise<readonly (Comparison | undefined)[]> {
  const extent = await extentOf(engine, relation, design)
  const comparisons: (Comparison | undefined)[] = []
  const size = Math.floor(requestsToAPass(extent, design) / 2)
  for (let start = 0; start < pairs.length; start += size) {
    const batch = pairs.slice(start, start + size)
    const { plan, named } = planOf(
      await scalesOf(engine, relation, design, extent, batch.flatMap(requestsOf)),
    )
    const both = batch.flatMap((_, index) => {
      const [one, other] = [named[2 * index]?.names, named[2 * index + 1]?.names]
      return one === undefined || other === undefined ? [] : [{ one, other, either: `either_${index}` }]
    })
    const whole = together([plan, ...both.map(jointPart)])
    const strata = await moments(engine, relation, design, extent, whole)
    comparisons.push(...both.map((joint) => comparisonOf({ design, extent, strata }, joint)))
  }
  return comparisons
}

const requestsOf = ({ one, other, value }: Pair): readonly Request[] =>
  [one, other].map((domain) => ({ domain, variable: { value, kind: 'share' } }))

/** Two shares, and the name of the weights of members of either. */
interface Joint {
  readonly one: Names
  readonly other: Names
  readonly either: string
}

/** What a comparison needs beyond its two shares. */
const jointPart = ({ one, other, either }: Joint): Plan => ({
  rows: new Map(),
  units: new Map([[either, `CASE WHEN ${one.member} OR ${other.member} THEN fixed ELSE 0 END`]]),
  products: [one.value, one.base].flatMap((mine) =>
    [other.value, other.base].map((its) => [mine, its, `${mine}::HUGEINT * ${its}`] as const),
  ),
  present: [either],
  rowSums: new Map(),
})

function comparisonOf(sample: Sample, joint: Joint): Comparison | undefined {
  const { one, other, either } = joint
  const [base1, base2] = [sumOver(sample.strata, one.base), sumOver(sample.strata, other.base)]
  const degrees = degreesOfFreedom(sample.strata, either)
  if (base1 === 0n || base2 === 0n || degrees < 1) return undefined
  const [value1, value2] = [sumOver(sample.strata, one.value), sumOver(sample.strata, other.value)]
  const difference = quotient(value1 * base2 - value2 * base1, base1 * base2)
  // (a1 - r1 b1)/B1 - (a2 - r2 b2)/B2 over the common divisor (B1 B2)^2.
  const combination: Combination = [
    [one.value, base1 * base2 ** 2n],
    [one.base, -value1 * base2 ** 2n],
    [other.value, -base2 * base1 ** 2n],
    [other.base, value2 * base1 ** 2n],
  ]
  const areCertain = [value1, value1 - base1].includes(0n) && [value2, value2 - base2].includes(0n)
  const standardError = areCertain
    ? pooledError(sample, joint)
    : Math.sqrt(stratifiedVariance(sample.strata, combination, (base1 * base2) ** 2n))
  return {
    difference,
    standardError,
    pValue: pValueOf(difference, standardError, degrees),
    degreesOfFreedom: degrees,
  }
}

/**
 * All of one domain gave the answer and none of the other (or all, or none, of both): the data show no
 * spread, though a few more respondents might. Then that of the pooled share on Kish's numbers.
 */
function pooledError(sample: Sample, { one, other }: Joint): number {
  const [value, base] = [
    sumOver(sample.strata, one.value) + sumOver(sample.strata, other.value),
    sumOver(sample.strata, one.base) + sumOver(sample.strata, other.base),
  ]
  const share = quotient(value, base)
  return Math.sqrt(share * (1 - share) * (1 / kishSize(sample, one) + 1 / kishSize(sample, other)))
}

/** Without any sampling variance a difference is certain, and so is none. */
function pValueOf(difference: number, standardError: number, degrees: number): number {
  if (difference === 0) return 1
  return standardError === 0 ? 0 : Math.min(1, 2 * studentTail(Math.abs(difference) / standardError, degrees))
}
