import type { Group, Identifying } from './classes.ts'
import { detailOf, peopleBy, weightOf } from './partition/detail.ts'

/** One level of a variable: what stands for each value of its code list. */
export interface Level {
  /** Number of each value's label; counted from 0 over the labels that responses have, -1 for the others. */
  readonly codes: Int32Array
  readonly labels: readonly string[]
  /** What it costs to blank a label, by its number. */
  readonly blankCost: readonly number[]
  /** What this level costs in all responses together. */
  readonly cost: number
  /** Whether a label may be blanked in some rows. */
  readonly blankable: boolean
}

/** The levels of every variable, finest first, with what they lose and what a blank in them would. */
export function levelsOf(
  groups: readonly Group[],
  variables: readonly Identifying[],
): readonly (readonly Level[])[] {
  return variables.map(({ levels, tabulated = false }, variable) => {
    const people = peopleBy(groups, variable, levels[0]?.length ?? 0)
    const weight = weightOf(variable, variables.length)
    return levels.map((labels) => ({ ...levelOf(labels, people, weight), blankable: !tabulated }))
  })
}

function levelOf(
  labels: readonly string[],
  people: readonly number[],
  weight: number,
): Omit<Level, 'blankable'> {
  const { lost } = detailOf(people)
  const everybody = people.reduce((sum, count) => sum + count, 0)
  const sizes = new Map<string, number>()
  const codes = new Int32Array(labels.length).fill(-1)
  for (const [value, label] of labels.entries()) {
    const count = people[value] ?? 0
    if (count === 0) continue
    sizes.set(label, (sizes.get(label) ?? 0) + count)
    codes[value] = [...sizes.keys()].indexOf(label)
  }
  const cost = labels.reduce(
    (sum, label, value) =>
      sum + (people[value] ?? 0) * lost(people[value] ?? 0, sizes.get(label) ?? 0) * weight,
    0,
  )
  const present = [...sizes.keys()]
  return {
    codes,
    labels: present,
    blankCost: present.map((label) => lost(sizes.get(label) ?? 0, everybody) * weight),
    cost,
  }
}
