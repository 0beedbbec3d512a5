import type { Group, Identifying, Limits, Released } from './classes.ts'
import { suppress } from './suppress.ts'

export interface Anonymised {
  /** Level of generalisation of each variable; 0 is as in the code list. */
  readonly level: readonly number[]
  /** What is published for each group. */
  readonly released: readonly Released[]
  /** Normalised certainty penalty, 0 (nothing lost) to 1 (nothing released). */
  readonly loss: number
}

/**
 * Full-domain generalisation first, then local suppression: tries every combination of the variables'
 * levels, blanks what is still too small, and keeps the one that loses least. Loss is the normalised
 * certainty penalty (Xu, Wang, Pei, Wang, Shi, Fu, KDD 2006): a label that stands for v of V values
 * loses (v-1)/(V-1), a blank loses 1. Ties go to the finer levels of the first-named variables.
 */
export function generalise(
  groups: readonly Group[],
  variables: readonly Identifying[],
  limits: Limits,
): Anonymised {
  let best: Anonymised | undefined
  for (const level of lattice(variables.map(({ levels }) => levels.length))) {
    const released = suppress(groups, variables, level, limits)
    const loss = penalty(groups, variables, level, released)
    if (best === undefined || loss < best.loss - 1e-12) best = { level, released, loss }
  }
  return best ?? { level: [], released: groups.map(() => []), loss: 0 }
}

/** Every choice of one level a variable, finest first, the last-named variable changing fastest. */
function lattice(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (nodes, size) => nodes.flatMap((node) => Array.from({ length: size }, (_, level) => [...node, level])),
    [[]],
  )
}

function penalty(
  groups: readonly Group[],
  variables: readonly Identifying[],
  level: readonly number[],
  released: readonly Released[],
): number {
  const width = variables.map(({ levels }, index) => {
    const labels = levels[level[index] ?? 0] ?? []
    const counts = new Map<string, number>()
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
    return { counts, values: labels.length }
  })
  let lost = 0
  let total = 0
  for (const [index, group] of groups.entries()) {
    for (const [variable, label] of (released[index] ?? []).entries()) {
      const { counts, values } = width[variable] ?? { counts: new Map(), values: 1 }
      const share = label === null ? 1 : ((counts.get(label) ?? 1) - 1) / Math.max(values - 1, 1)
      lost += share * group.count
      total += group.count
    }
  }
  return total === 0 ? 0 : lost / total
}
