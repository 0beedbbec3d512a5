import type { Suppression, SuppressionInput } from './suppression/model.ts'

/** Means, medians and totals that would give away those of few people: keys of question, group and label. */
export function hiddenMeasures(
  _input: SuppressionInput,
  _suppression: Suppression | undefined,
): ReadonlySet<string> {
  return new Set()
}
