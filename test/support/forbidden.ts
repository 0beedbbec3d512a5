import type { TabulationPlan } from '../../pipeline/disclosure/index.ts'
import type { Learned } from './intruder.ts'

/**
 * What the rules ask, word for word: of the true counts, what must stay uncertain. What is known of many people is known of
 * each of them: a count that at most so many of all of those can have is open enough if it can be any up to that. A small count
 * of several groups together, which no figure and no difference is about, must only not be known to be one.
 */
export function broken(
  { minimum_base, unanimity_below, values_left, small_counts }: TabulationPlan['rules'],
  { truth, count, others, left, pointable, around }: Learned,
): readonly string[] {
  if (truth.base < 1) return []
  const [least, most] = count
  const needed = Math.min(values_left, truth.base + 1, around.count + 1)
  const isSmall = truth.base < minimum_base && pointable && around.others > 0
  const isCount = truth.count >= 1 && truth.count <= small_counts && around.others > 0
  // Of one person at whom nobody can point nothing is learned.
  const isSomebody = pointable || truth.base > 1
  const isOne = isSomebody && truth.count === truth.base && truth.base < unanimity_below && around.others > 0
  return [
    ...(isSmall && most - least + 1 < needed ? ['small group'] : []),
    ...(isCount && (left ? least > 0 || most <= small_counts : least > 0 && most <= small_counts)
      ? ['small count']
      : []),
    ...(isOne && others[1] < 1 ? ['same answer'] : []),
  ]
}

/**
 * What an intruder knows to be forbidden, who does not know the true counts. Of groups of which no figure follows only that a
 * count is known is forbidden: `values` are then two.
 */
export function suspected(
  { minimum_base, unanimity_below, values_left, small_counts }: TabulationPlan['rules'],
  { base, count, others, pointable, around }: Learned,
  values = values_left,
): readonly string[] {
  if (around.others < 1) return []
  const needed = Math.min(values, Math.max(1, base[0]) + 1, around.count + 1)
  const isSomebody = pointable || base[1] > 1
  const isSmall = pointable && base[1] >= 1 && base[1] < minimum_base
  return [
    ...(isSmall && count[1] >= 1 && count[1] - count[0] + 1 < needed ? ['small group'] : []),
    ...(count[0] >= 1 && count[1] <= small_counts ? ['small count'] : []),
    ...(isSomebody && base[0] >= 1 && base[1] < unanimity_below && count[1] >= 1 && others[1] === 0
      ? ['same answer']
      : []),
  ]
}
