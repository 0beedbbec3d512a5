import type { Part, Problem } from './model.ts'

/** So many donors are kept for each class that a waiting group could be in. */
const KEPT = 8

/**
 * Of groups that are published as they are those that could help a few waiting ones: the largest of every class
 * that one of these could be in. Cost: parts times waiting groups times masks.
 */
export function donorsOf(
  { variables, labels, masks }: Problem,
  parts: readonly Part[],
  waiting: readonly number[],
): readonly Part[] {
  const kept = new Set<Part>()
  for (const group of waiting) {
    const best = masks.map((): Part[] => [])
    for (const part of parts) {
      if (part.mask !== 0) continue
      let different = 0
      for (let variable = 0; variable < variables; variable += 1)
        if (labels[part.group * variables + variable] !== labels[group * variables + variable])
          different |= 1 << variable
      for (let index = 0; index < masks.length; index += 1)
        if ((different & ~(masks[index] ?? 0)) === 0) keep(best[index] ?? [], part)
    }
    for (const part of best.flat()) kept.add(part)
  }
  return [...kept]
}

/** Keeps the largest, largest first; of equals the first. */
function keep(list: Part[], part: Part): void {
  const last = list.at(-1)
  if (list.length === KEPT && last !== undefined && part.count <= last.count) return
  list.push(part)
  list.sort((a, b) => b.count - a.count)
  if (list.length > KEPT) list.pop()
}
