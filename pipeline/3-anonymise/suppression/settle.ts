import { hidesEnough } from './judge.ts'
import { type Key, keysOf } from './keys.ts'
import type { Part, Problem } from './model.ts'

/** What is published already, and the groups that no class is large enough for yet. */
export interface Settled {
  readonly parts: readonly Part[]
  readonly waiting: readonly number[]
  /** Classes with blanks. */
  readonly classes: ReadonlySet<Key>
}

/**
 * Groups that are large enough stay as they are; the rest wait, and are published mask by mask, cheapest
 * first, as soon as those that wait make a class together that is safe. Cost: groups times masks.
 */
export function settle(problem: Problem): Settled {
  const { counts, limits } = problem
  const keyOf = keysOf(problem)
  const parts: Part[] = []
  const settled = new Set<Key>()
  let waiting: number[] = []
  for (let group = 0; group < problem.groups; group += 1) {
    const count = counts[group] ?? 0
    if (count >= limits.minimumClass) parts.push({ group, mask: 0, count })
    else waiting.push(group)
  }
  for (const mask of problem.masks) {
    const classes = new Map<Key, { size: number; readonly groups: number[] }>()
    for (const group of waiting) {
      const key = keyOf(group, mask)
      const found = classes.get(key)
      if (found === undefined) classes.set(key, { size: counts[group] ?? 0, groups: [group] })
      else {
        found.size += counts[group] ?? 0
        found.groups.push(group)
      }
    }
    waiting = []
    for (const [key, { size, groups }] of classes) {
      if (size >= limits.minimumClass && hidesEnough(problem, mask, groups)) {
        settled.add(key)
        for (const group of groups) parts.push({ group, mask, count: counts[group] ?? 0 })
      } else for (const group of groups) waiting.push(group)
    }
  }
  return { parts, waiting, classes: settled }
}

/** What waits still joins classes that are safe already, by the cheapest mask under which there is one. */
export function join(problem: Problem, { parts, waiting, classes }: Settled): Settled {
  const keyOf = keysOf(problem)
  const joined: Part[] = []
  const left = waiting.filter((group) => {
    const mask = problem.masks.find((one) => classes.has(keyOf(group, one)))
    if (mask === undefined) return true
    joined.push({ group, mask, count: problem.counts[group] ?? 0 })
    return false
  })
  return { parts: [...parts, ...joined], waiting: left, classes }
}
