import type { Group, Identifying } from './classes.ts'

/** One level of a variable: what stands for each value of its code list. */
export interface Level {
  /** Number of each value's label; counted from 0 over the labels that responses have, -1 for the others. */
  readonly codes: Int32Array
  readonly labels: readonly string[]
  /** What a label has lost, by its number: 0 for a single value, 1 for one that stands for all. */
  readonly lost: readonly number[]
  /** What it costs to blank a label, by its number. */
  readonly blankCost: readonly number[]
  /** What this level costs in all responses together. */
  readonly cost: number
}

/** How much more a loss in the first-named variable costs than in the last-named: authors list the most important first. */
const PREFERENCE = 0.25

/**
 * The levels of every variable, finest first. Loss is the normalised certainty penalty (Xu, Wang, Pei, Wang, Shi,
 * Fu, KDD 2006): a label that stands for v of V values loses (v - 1) / (V - 1), a blank loses 1.
 */
export function levelsOf(
  groups: readonly Group[],
  variables: readonly Identifying[],
): readonly (readonly Level[])[] {
  return variables.map(({ levels }, variable) => {
    const responses: number[] = []
    for (const { values, count } of groups) {
      const value = values[variable] ?? 0
      responses[value] = (responses[value] ?? 0) + count
    }
    const weight = 1 + (PREFERENCE * (variables.length - 1 - variable)) / Math.max(variables.length - 1, 1)
    return levels.map((labels) => levelOf(labels, responses, weight))
  })
}

function levelOf(labels: readonly string[], responses: readonly number[], weight: number): Level {
  const width = new Map<string, number>()
  for (const label of labels) width.set(label, (width.get(label) ?? 0) + 1)
  const share = (label: string) => ((width.get(label) ?? 1) - 1) / Math.max(labels.length - 1, 1)
  const numbers = new Map<string, number>()
  const codes = new Int32Array(labels.length).fill(-1)
  let cost = 0
  for (const [value, label] of labels.entries()) {
    const count = responses[value] ?? 0
    if (count === 0) continue
    if (!numbers.has(label)) numbers.set(label, numbers.size)
    codes[value] = numbers.get(label) ?? 0
    cost += count * share(label) * weight
  }
  const present = [...numbers.keys()]
  const lost = present.map(share)
  return { codes, labels: present, lost, blankCost: lost.map((one) => (1 - one) * weight), cost }
}
