import type { Group } from './classes.ts'
import type { Generalised } from './generalise.ts'
import { placesIn } from './roll-up.ts'
import type { Part } from './suppression/index.ts'

/** What is published of a combination of true values; no combination is divided. */
export interface Line {
  readonly group: Group
  /** Position of the combination. */
  readonly at: number
  readonly part: Part
}

/** Combinations in their order. */
export function linesOf({ groups, levels, best }: Generalised): readonly Line[] {
  const places = placesIn(best.node, groups, levels)
  const partOf = new Map(best.plan.parts.map((part) => [part.group, part]))
  return groups.flatMap((group, at) => {
    const part = partOf.get(places[at] ?? 0)
    return part === undefined ? [] : [{ group, at, part }]
  })
}
