import { isBlank } from './masks.ts'
import type { Problem } from './model.ts'

/** What a class is known by: its visible labels, a blank being a value of its own. */
export type Key = number | string

/** The class that a group is in under a mask. A number where the labels of all variables fit into one. */
export function keysOf({
  labels,
  variables,
  sizes,
}: Pick<Problem, 'labels' | 'variables' | 'sizes'>): (group: number, mask: number) => Key {
  const steps: number[] = []
  let product = 1
  for (const size of sizes) {
    steps.push(product)
    product *= size + 1
  }
  if (product > Number.MAX_SAFE_INTEGER) {
    return (group, mask) =>
      sizes
        .map((_, variable) => (isBlank(mask, variable) ? '' : labels[group * variables + variable]))
        .join(' ')
  }
  return (group, mask) => {
    let key = 0
    for (let variable = 0; variable < variables; variable += 1) {
      if (!isBlank(mask, variable))
        key += ((labels[group * variables + variable] ?? 0) + 1) * (steps[variable] ?? 0)
    }
    return key
  }
}
