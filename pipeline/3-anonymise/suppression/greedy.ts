import { donorsOf } from './donors.ts'
import { hidesEnough } from './judge.ts'
import { merge } from './merge.ts'
import { allBlank, type Part, type Problem } from './model.ts'
import { classesOf, type Plan, planOf } from './plan.ts'
import { join, settle } from './settle.ts'

/** More classes in need than this are settled among themselves, which takes time in proportion. */
const MOST_MERGED = 400

/**
 * A good plan in little time. Where few classes are in need they are merged one by one, or settled mask by mask
 * and what is left merged, whichever loses less; where many are, they are settled, and what is left joins them.
 */
export function greedy(problem: Problem): Plan {
  const { counts, limits } = problem
  const responses = counts.reduce((sum, count) => sum + count, 0)
  if (responses < limits.minimumClass) return planOf(problem, allBlank(problem))
  const small = counts.reduce((sum, count) => sum + (count < limits.minimumClass ? 1 : 0), 0)
  const proposals = small > MOST_MERGED ? mergeMany(problem) : mergeFew(problem)
  return proposals
    .map((parts) => planOf(problem, parts))
    .reduce((best, one) => (one.cost < best.cost ? one : best))
}

function mergeFew(problem: Problem): readonly (readonly Part[])[] {
  const { parts, waiting } = settle(problem)
  const whole: Part[] = []
  const small: number[] = []
  for (const [group, count] of problem.counts.entries()) {
    if (count < problem.limits.minimumClass) small.push(group)
    else whole.push({ group, mask: 0, count })
  }
  return [...merge(problem, parts, waiting), ...merge(problem, whole, small)]
}

/** What is left takes from some large groups alone, where that is enough: not all classes need be looked at. */
function mergeMany(problem: Problem): readonly (readonly Part[])[] {
  const { parts, waiting } = join(problem, settle(problem))
  if (problem.facets.length > 0 || waiting.length === 0) return merge(problem, parts, waiting)
  const donors = donorsOf(problem, parts, waiting)
  const isSafe = ({ mask, size, groups }: ReturnType<typeof classesOf>[number]) =>
    size >= problem.limits.minimumClass && hidesEnough(problem, mask, groups)
  const merged = merge(problem, donors, waiting)
  if (!merged.every((own) => classesOf(problem, own).every(isSafe))) return merge(problem, parts, waiting)
  const taken = new Set(donors)
  const others = parts.filter((part) => !taken.has(part))
  return merged.map((own) => [...others, ...own])
}
