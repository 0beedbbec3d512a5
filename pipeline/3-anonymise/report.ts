import type { AnonymityReport } from '../artefacts.ts'
import type { Group, Identifying } from './classes.ts'
import type { Anonymised } from './generalise.ts'

/** What anonymising came to, counted on what is published. */
export function anonymityReport(
  variables: readonly Identifying[],
  groups: readonly Group[],
  { level, released, loss }: Anonymised,
  minimumClass: number,
): AnonymityReport {
  const classes = new Map<string, number>()
  for (const [index, { count }] of groups.entries()) {
    const key = JSON.stringify(released[index])
    classes.set(key, (classes.get(key) ?? 0) + count)
  }
  const blanked = (variable: number) =>
    groups.reduce((sum, { count }, index) => sum + (released[index]?.[variable] === null ? count : 0), 0)
  return {
    minimumClass,
    identifying: variables.map(({ id }, index) => ({
      variable: id,
      level: level[index] ?? 0,
      blanked: blanked(index),
    })),
    classes: classes.size,
    smallestClass: [...classes.values()].reduce(
      (least, count) => Math.min(least, count),
      Number.POSITIVE_INFINITY,
    ),
    loss,
  }
}
