import type { Group } from '../classes.ts'
import { isBlank } from '../suppression/index.ts'
import type { Candidate } from './model.ts'

/**
 * Whether at least so many values stand behind every blank of every class, or as many as there are at all. Counted
 * from the candidate, not from how it was made.
 */
export function hidesEnough(
  groups: readonly Group[],
  { labels, masks, classes }: Candidate,
  least: number,
): boolean {
  if (masks === undefined) return true
  const there = labels.map(() => new Set<string>())
  const behind = new Map<string, Set<string>>()
  for (const [group, { values }] of groups.entries()) {
    for (const [variable, value] of values.entries()) {
      const label = labels[variable]?.[value] ?? ''
      there[variable]?.add(label)
      if (!isBlank(masks[group] ?? 0, variable)) continue
      const key = `${classes[group]} ${variable}`
      const own = behind.get(key) ?? new Set()
      own.add(label)
      behind.set(key, own)
    }
  }
  return [...behind].every(
    ([key, own]) => own.size >= Math.min(least, there[Number(key.split(' ')[1])]?.size ?? 0),
  )
}
