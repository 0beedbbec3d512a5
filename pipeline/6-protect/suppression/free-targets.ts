import { type Seen, seenRanges } from '../../disclosure/index.ts'
import type { Effort, Program } from '../../solver/index.ts'
import type { Target } from './targets.ts'

const TINY = 1e-6

/**
 * Targets that were seen, in counts which fit all that is shown, as far from the truth as they must be able to go: few
 * programs settle most of them. Nothing is said of the others. `isProof` says which values count.
 */
export function freeAmong(
  program: Program,
  targets: readonly Target[],
  effort: Effort,
  isProof?: (values: Float64Array) => boolean,
): ReadonlySet<Target> {
  const wanted = targets.map(({ terms, truth, below, above, wide }) => {
    const isWide = ({ least, most }: Seen) => most - least >= wide - TINY
    return {
      terms,
      isHigh: (seen: Seen) => seen.most >= truth + above - TINY && isWide(seen),
      isLow: (seen: Seen) => seen.least <= truth - below + TINY && isWide(seen),
    }
  })
  // The true counts fit, whatever is hidden.
  const truths = targets.map(({ truth }) => ({ least: truth, most: truth }))
  const seen = seenRanges(program, wanted, truths, effort, isProof)
  return new Set(
    targets.filter((_, index) => {
      const [range, want] = [seen[index], wanted[index]]
      return range !== undefined && want?.isHigh(range) === true && want.isLow(range)
    }),
  )
}
