import type { Crossing, TabulationPlan } from '../disclosure/index.ts'

/** In more ways than this people are not looked at with all their answers where the sizes of groups settle a question. */
export const MOST_WAYS = 500

/**
 * In how many ways tables tell people apart, where these are too many to look at all of them with all answers. Where every
 * small count matters there is no such limit: sizes settle nothing.
 */
export function waysBeyond(
  { small_counts }: TabulationPlan['rules'],
  crossings: readonly (Crossing | undefined)[],
): number | undefined {
  const ways = crossings.reduce((sum, crossing) => sum + (crossing?.cells.length ?? 0), 0)
  return small_counts === 0 && ways > MOST_WAYS ? ways : undefined
}
