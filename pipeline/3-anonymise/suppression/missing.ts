import { poorFacets } from './judge.ts'
import { isBlank } from './masks.ts'
import type { Facet, Problem } from './model.ts'

/** What a class must be: safe, or diverse as well. */
export type Wanted = 'safe' | 'diverse'

/** What a class has too little of. */
export interface Missing {
  readonly responses: number
  /** Variables whose blanks hide too few values, and those they hide. */
  readonly labels: readonly { readonly variable: number; readonly behind: ReadonlySet<number> }[]
  /** Facets with too few answers, and which of them there are. */
  readonly answers: readonly { readonly facet: Facet; readonly given: readonly boolean[] }[]
}

/** What these groups, so many responses together, lack as a class under a mask; undefined where nothing. */
export function missingOf(
  problem: Problem,
  wanted: Wanted,
  mask: number,
  size: number,
  groups: readonly number[],
): Missing | undefined {
  const { limits, variables, labels, hidden } = problem
  const responses = Math.max(0, limits.minimumClass - size)
  const betrayed: { variable: number; behind: Set<number> }[] = []
  for (let variable = 0; variable < variables; variable += 1) {
    if (!isBlank(mask, variable)) continue
    const behind = new Set<number>()
    for (const group of groups) {
      behind.add(labels[group * variables + variable] ?? 0)
      if (behind.size >= (hidden[variable] ?? 1)) break
    }
    if (behind.size < (hidden[variable] ?? 1)) betrayed.push({ variable, behind })
  }
  const poor = wanted === 'diverse' ? poorFacets(problem, groups) : []
  if (responses === 0 && betrayed.length === 0 && poor.length === 0) return undefined
  return {
    responses,
    labels: betrayed,
    answers: poor.map((facet) => ({ facet, given: givenBy(facet, groups) })),
  }
}

/** Whether responses of a group bring some of what is missing. */
export function brings({ variables, labels }: Problem, missing: Missing, group: number): boolean {
  if (missing.responses > 0) return true
  for (const { variable, behind } of missing.labels)
    if (!behind.has(labels[group * variables + variable] ?? 0)) return true
  for (const { facet, given } of missing.answers)
    for (let value = 0; value < facet.values; value += 1)
      if (given[value] !== true && (facet.counts[group * facet.values + value] ?? 0) > 0) return true
  return false
}

/** Which answers anybody in these groups gave. */
function givenBy({ values, counts }: Facet, groups: readonly number[]): readonly boolean[] {
  const given = new Array<boolean>(values).fill(false)
  for (const group of groups)
    for (let value = 0; value < values; value += 1)
      if ((counts[group * values + value] ?? 0) > 0) given[value] = true
  return given
}
