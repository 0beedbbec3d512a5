import type { AttributeRisk } from '../../artefacts.ts'
import type { SensitiveAttribute } from './model.ts'

/**
 * What classes say of one attribute. `counts` has each class's answers by value; shares are of those who
 * answered, and classes in which nobody did are left out. All are 0 where nobody answered at all.
 */
export function attributeRisk(
  { name, ordered }: SensitiveAttribute,
  counts: readonly (readonly number[])[],
): AttributeRisk {
  const answered = counts.filter((values) => sum(values) > 0)
  const overall = shares(total(answered))
  let diversity = Number.POSITIVE_INFINITY
  let oneAnswer = 0
  let [alpha, basicBeta, enhancedBeta, deltaDisclosure, tCloseness] = [0, 0, 0, 0, 0]
  for (const values of answered) {
    const own = shares(values)
    const different = values.filter((count) => count > 0).length
    diversity = Math.min(diversity, different)
    if (different === 1) oneAnswer += 1
    for (const [index, share] of own.entries()) {
      const among = overall[index] ?? 0
      if (among === 0) continue
      const gain = (share - among) / among
      alpha = Math.max(alpha, share)
      basicBeta = Math.max(basicBeta, gain)
      enhancedBeta = Math.max(enhancedBeta, Math.min(gain, -Math.log(among)))
      if (share > 0) deltaDisclosure = Math.max(deltaDisclosure, Math.abs(Math.log(share / among)))
    }
    tCloseness = Math.max(tCloseness, ordered ? orderedDistance(own, overall) : equalDistance(own, overall))
  }
  return {
    name,
    diversity: answered.length === 0 ? 0 : diversity,
    oneAnswer: answered.length === 0 ? 0 : oneAnswer / answered.length,
    alpha,
    basicBeta,
    enhancedBeta,
    deltaDisclosure,
    tCloseness,
  }
}

/** Earth mover's distance where a step between neighbouring values costs 1 / (values - 1). */
function orderedDistance(own: readonly number[], overall: readonly number[]): number {
  // A value that nobody gave is no place to stop at.
  const given = overall.flatMap((share, index) => (share > 0 ? [(own[index] ?? 0) - share] : []))
  let carried = 0
  let moved = 0
  for (const difference of given) {
    carried += difference
    moved += Math.abs(carried)
  }
  return given.length < 2 ? 0 : moved / (given.length - 1)
}

/** The same where all values are equally far apart: half the sum of the differences. */
const equalDistance = (own: readonly number[], overall: readonly number[]): number =>
  own.reduce((moved, share, index) => moved + Math.abs(share - (overall[index] ?? 0)), 0) / 2

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

function shares(values: readonly number[]): readonly number[] {
  const all = sum(values)
  return values.map((one) => (all === 0 ? 0 : one / all))
}

function total(classes: readonly (readonly number[])[]): readonly number[] {
  const totals: number[] = []
  for (const values of classes)
    for (const [index, count] of values.entries()) totals[index] = (totals[index] ?? 0) + count
  return totals
}
