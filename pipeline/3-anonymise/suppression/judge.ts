import { isBlank } from './masks.ts'
import type { Facet, Problem } from './model.ts'

/** Whether there are enough true values behind every blank of a class. */
export function hidesEnough(
  { variables, labels, hidden }: Problem,
  mask: number,
  groups: Iterable<number>,
): boolean {
  if (mask === 0) return true
  const all = [...groups]
  for (let variable = 0; variable < variables; variable += 1) {
    if (!isBlank(mask, variable)) continue
    const behind = new Set<number | undefined>()
    const needed = hidden[variable] ?? 1
    for (const group of all) {
      behind.add(labels[group * variables + variable])
      if (behind.size >= needed) break
    }
    if (behind.size < needed) return false
  }
  return true
}

/** Facets in which a class gives its members away: too few different answers where anybody answered. */
export function poorFacets({ facets, limits }: Problem, groups: Iterable<number>): readonly Facet[] {
  if (facets.length === 0) return []
  const all = [...groups]
  return facets.filter((facet) => isPoor(facet, all, limits.diversity))
}

/** Whether too few different answers stand together in these groups, where anybody answered at all. */
export function isPoor(facet: Facet, groups: readonly number[], diversity: number): boolean {
  const { kind, values, counts } = facet
  let different = 0
  let first = false
  for (let value = 0; value < values; value += 1) {
    for (const group of groups) {
      if ((counts[group * values + value] ?? 0) === 0) continue
      different += 1
      if (value === 0) first = true
      break
    }
  }
  if (kind === 'tick') return diversity > 1 && first && different === 1
  return different > 0 && different < diversity
}

/** Responses of a group that answered a question, by its facets: the most that any of them counts. */
export function answersOf(facets: readonly Facet[], question: number, group: number): number {
  let most = 0
  for (const { question: own, values, counts } of facets) {
    if (own !== question) continue
    let sum = 0
    for (let value = 0; value < values; value += 1) sum += counts[group * values + value] ?? 0
    most = Math.max(most, sum)
  }
  return most
}
