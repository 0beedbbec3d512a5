import type { Group } from './classes.ts'
import type { Generalised } from './generalise.ts'
import { placesIn } from './roll-up.ts'
import type { Part } from './suppression/index.ts'

/** What is published of a combination of true values, or of a piece of it where it is divided. */
export interface Line {
  readonly group: Group
  /** The group of the node that the combination is in: divided groups are divided as a whole. */
  readonly place: number
  readonly piece: number
  readonly part: Part
}

/** Combinations in their order, the pieces of each in the order of their masks. */
export function linesOf({ groups, levels, best }: Generalised): readonly Line[] {
  const places = placesIn(best.node, groups, levels)
  const partsOf: Part[][] = Array.from({ length: best.node.problem.groups }, () => [])
  for (const part of best.plan.parts) partsOf[part.group]?.push(part)
  return groups.flatMap((group, index) => {
    const place = places[index] ?? 0
    return (partsOf[place] ?? []).map((part, piece) => ({ group, place, piece, part }))
  })
}
