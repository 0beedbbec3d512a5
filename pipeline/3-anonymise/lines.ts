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
  const { parts } = best.plan
  // Parts are in the order of their groups: where those of each begin.
  const starts = new Int32Array(best.node.problem.groups)
  for (let at = parts.length - 1; at >= 0; at -= 1) starts[parts[at]?.group ?? 0] = at
  const lines: Line[] = []
  for (const [index, group] of groups.entries()) {
    const place = places[index] ?? 0
    const start = starts[place] ?? 0
    for (let at = start; parts[at]?.group === place; at += 1) {
      const part = parts[at]
      if (part !== undefined) lines.push({ group, place, piece: at - start, part })
    }
  }
  return lines
}
