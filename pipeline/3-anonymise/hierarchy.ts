import type { Group, Identifying } from './classes.ts'
import { weightOf } from './partition/weight.ts'

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
  /** Whether a label may be blanked in some rows. */
  readonly blankable: boolean
}

/**
 * The levels of every variable, finest first. Loss is the normalised certainty penalty (Xu, Wang, Pei, Wang, Shi,
 * Fu, KDD 2006): a label that stands for v of V values loses (v - 1) / (V - 1), a blank loses 1.
 */
export function levelsOf(
  groups: readonly Group[],
  variables: readonly Identifying[],
): readonly (readonly Level[])[] {
  return variables.map(({ levels, tabulated = false }, variable) => {
    const responses: number[] = []
    for (const { values, count } of groups) {
      const value = values[variable] ?? 0
      responses[value] = (responses[value] ?? 0) + count
    }
    const weight = weightOf(variable, variables.length)
    return levels.map((labels) => ({ ...levelOf(labels, responses, weight), blankable: !tabulated }))
  })
}

function levelOf(
  labels: readonly string[],
  responses: readonly number[],
  weight: number,
): Omit<Level, 'blankable'> {
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
