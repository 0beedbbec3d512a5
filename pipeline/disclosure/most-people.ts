import type { RiskModel } from '../policy.ts'

/**
 * More people than anybody takes a count for that nothing shown is tied to: twice the largest count that is
 * shown, and enough for every rule to be kept where nothing is.
 */
export const mostPeople = (
  { minimum_base, unanimity_below, small_counts, values_left }: RiskModel,
  shown: Iterable<number>,
): number => {
  let most = Math.max(minimum_base, unanimity_below, small_counts + 1, values_left)
  for (const count of shown) most = Math.max(most, count)
  return 2 * most
}
