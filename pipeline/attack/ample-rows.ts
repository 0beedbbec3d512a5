import type { Ample, Interval, Seen, TabulationPlan } from '../disclosure/index.ts'

/**
 * What of a row of a group is ample for no rule to forbid it, of how many are in the row and of how many are not:
 * the opposite of what `findingsOf` finds.
 */
export function ampleRow(
  rules: TabulationPlan['rules'],
  base: Interval,
): readonly [count: Ample, others: Ample] {
  const needed = Math.min(rules.values_left, Math.max(1, base.least) + 1)
  const isWide = ({ least, most }: Seen) =>
    base.most >= rules.minimum_base ? least <= most : most - least + 1 >= needed
  const isAmple = (seen: Seen) => isWide(seen) && (seen.least < 1 || seen.most > rules.small_counts)
  const mayBeAll = base.least >= 1 && base.most < rules.unanimity_below
  // Of a sensitive question two others are asked for: enough for any.
  const hasOthers = ({ least, most }: Seen) => (mayBeAll ? most > 1 : least <= most)
  return [
    {
      isAmple,
      isHigh: (seen) => isAmple(seen) || (isWide(seen) && seen.most > rules.small_counts),
      isLow: (seen) => isAmple(seen) || (isWide(seen) && seen.least < 1),
    },
    { isAmple: hasOthers, isHigh: hasOthers, isLow: hasOthers },
  ]
}

/** What of the size of a group is ample: that it may be large. */
export function largeBase(small: number): Ample {
  const isLarge = ({ most }: Seen) => most >= small
  return { isAmple: isLarge, isHigh: isLarge, isLow: () => true }
}
