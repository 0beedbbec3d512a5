/**
 * The ways to publish what is known of respondents, a room of its own within the stage. In: counted combinations of
 * values, and the variables. Out: candidates that each keep k, best first. Knows no rows and no engine.
 */
import type { Group, Identifying } from '../classes.ts'
import type { RowLimits } from '../limits.ts'
import type { Facet } from '../suppression/index.ts'
import { blankings } from './blank.ts'
import { candidateOf } from './candidate.ts'
import type { Candidate } from './model.ts'
import { recodings } from './recode.ts'

export type { Candidate } from './model.ts'

/**
 * Every way that was found to publish these combinations in classes of at least k, those in which every variable says something
 * before others, and of them the one that loses least first:
 * all variables recoded, in several orders; and those that no table tells people apart by blanked in some rows, where
 * the others are recoded. Without variables there is one, the class of everybody. The same whatever the order of
 * the groups.
 */
export async function candidatePartitions(
  unsorted: readonly Group[],
  variables: readonly Identifying[],
  facets: readonly Omit<Facet, 'counts'>[],
  limits: RowLimits,
): Promise<readonly Candidate[]> {
  const groups = inOrder(unsorted)
  const all = variables.map(() => true)
  // Of very many combinations, values that may be blanked in some rows need not be recoded in all to be tried.
  const isCrowd = groups.length > CROWD && variables.every(({ tabulated = false }) => !tabulated)
  const recoded = isCrowd ? [] : recodings(groups, variables, limits, all)
  const candidates = [
    ...recoded.map(({ way, labels }) => candidateOf(way, groups, labels)),
    ...(await blankings(groups, variables, facets, limits, recoded)),
  ]
  const distinct = new Map<string, Candidate>()
  for (const one of candidates) {
    const key = JSON.stringify([one.labels, one.masks])
    if (one.smallest >= limits.minimumClass && !distinct.has(key)) distinct.set(key, one)
  }
  return [...distinct.values()].sort((a, b) => a.silent - b.silent || a.cost - b.cost)
}

/** More combinations than this are a crowd. */
const CROWD = 20_000

/** Groups in the order of their values, in which candidates number them. */
export const inOrder = (groups: readonly Group[]): readonly Group[] =>
  [...groups].sort((a, b) => compareValues(a.values, b.values))

function compareValues(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
