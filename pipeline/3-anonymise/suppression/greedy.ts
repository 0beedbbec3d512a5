import { merge } from './merge.ts'
import { allBlank, type Problem } from './model.ts'
import { type Plan, planOf } from './plan.ts'
import { settle } from './settle.ts'

/** More classes in need than this are first settled among themselves, which takes time in proportion. */
const MOST_MERGED = 400

/**
 * A good plan in little time: classes in need merged one by one where they are few, or settled mask by mask
 * and what is left merged, whichever loses less.
 */
export function greedy(problem: Problem): Plan {
  const responses = problem.counts.reduce((sum, count) => sum + count, 0)
  if (responses < problem.limits.minimumClass) return planOf(problem, allBlank(problem))
  const { parts, waiting } = settle(problem)
  const settled = merge(problem, parts, waiting)
  const groups = Array.from({ length: problem.groups }, (_, group) => group)
  const isLarge = (group: number) => (problem.counts[group] ?? 0) >= problem.limits.minimumClass
  const small = groups.filter((group) => !isLarge(group))
  const whole = groups.filter(isLarge).map((group) => ({ group, mask: 0, count: problem.counts[group] ?? 0 }))
  const merged = small.length > MOST_MERGED ? [] : merge(problem, whole, small)
  return [...settled, ...merged]
    .map((one) => planOf(problem, one))
    .reduce((best, one) => (one.cost < best.cost ? one : best))
}
