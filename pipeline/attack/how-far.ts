import { crossingsOf, type TabulationPlan } from '../disclosure/index.ts'

/** In more ways than this people are not looked at with all their answers where the sizes of groups settle a question. */
export const MOST_WAYS = 500

/** In how many ways tables tell people apart, where these are too many to look at all of them with all answers. */
export function waysBeyond(plan: TabulationPlan): number | undefined {
  const ways = crossingsOf(plan).reduce((sum, crossing) => sum + (crossing?.cells.length ?? 0), 0)
  return ways > MOST_WAYS ? ways : undefined
}
