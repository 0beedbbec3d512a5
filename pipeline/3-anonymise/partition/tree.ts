import { NOTHING } from '../../artefacts.ts'
import type { Identifying } from '../classes.ts'

/** A set of values of one variable, and how it comes apart. Leaves are single values. */
export interface ValueNode {
  readonly values: readonly number[]
  /** People who have any of them. */
  readonly people: number
  /** The declared group that these values are. */
  readonly name?: string
  readonly parts?: readonly [ValueNode, ValueNode]
}

/**
 * The binary tree of a variable's values by which they are merged: declared groups are inner nodes; values in an
 * order join their neighbours, others the two smallest again and again, by code unit where they are equal; "no reply"
 * and its like are joined with each other first. Values that nobody has stand apart from the others. `people` counts
 * by value. Cost: values squared.
 */
export function valueTree({ levels, ordered = false }: Identifying, people: readonly number[]): ValueNode {
  const [labels = [], ...coarser] = levels
  const leaves = labels.map((_, value): ValueNode => ({ values: [value], people: people[value] ?? 0 }))
  const isNothing = ({ values }: ValueNode) => NOTHINGS.has(labels[values[0] ?? 0] ?? '')
  const joining = (nodes: readonly ValueNode[], inOrder: boolean) => join(nodes, labels, inOrder)
  let nodes: readonly ValueNode[] = leaves.filter((leaf) => !isNothing(leaf))
  for (const level of coarser) nodes = grouped(nodes, level, (members) => joining(members, ordered))
  const nothing = joining(
    leaves.filter((leaf) => isNothing(leaf) && leaf.people > 0),
    false,
  )
  const there = nodes.filter((node) => node.people > 0)
  const absent = [...nodes, ...leaves.filter(isNothing)].filter((node) => node.people === 0)
  // In an order, what is not stated has no neighbours: it joins last.
  const all = joining([...(ordered ? joining(there, true) : there), ...nothing], false)
  return joining([...all, ...joining(absent, true)], true)[0] ?? { values: [], people: 0 }
}

const NOTHINGS: ReadonlySet<string> = new Set(Object.values(NOTHING))

/** The nodes of each group of a level as one node with its name; nodes of no group, or of several, stay. */
function grouped(
  nodes: readonly ValueNode[],
  level: readonly string[],
  joining: (members: readonly ValueNode[]) => readonly ValueNode[],
): readonly ValueNode[] {
  const groups = new Map<string, ValueNode[]>()
  for (const node of nodes) {
    const names = new Set(node.values.map((value) => level[value] ?? ''))
    const name = names.size === 1 ? [...names].join() : node.values.join(' ')
    groups.set(name, [...(groups.get(name) ?? []), node])
  }
  return [...groups].flatMap(([name, members]) =>
    members.length === 1 ? members : joining(members).map((node) => ({ ...node, name })),
  )
}

/** One node of all of them, or none where there are none. */
function join(
  nodes: readonly ValueNode[],
  labels: readonly string[],
  inOrder: boolean,
): readonly ValueNode[] {
  const list = [...nodes]
  const first = ({ values }: ValueNode) => labels[values[0] ?? 0] ?? ''
  if (!inOrder) list.sort((a, b) => a.people - b.people || (first(a) < first(b) ? -1 : 1))
  while (list.length > 1) {
    const at = inOrder ? smallestPair(list) : 0
    const [left, right] = list.splice(at, 2)
    if (left === undefined || right === undefined) break
    const joined: ValueNode = {
      values: [...left.values, ...right.values].sort((a, b) => a - b),
      people: left.people + right.people,
      parts: [left, right],
    }
    // Those that were joined come after others of the same size, or a chain would be made of them.
    const after = list.findIndex(({ people }) => people > joined.people)
    list.splice(inOrder ? at : after < 0 ? list.length : after, 0, joined)
  }
  return list
}

/** The first pair of neighbours with the fewest people. */
function smallestPair(nodes: readonly ValueNode[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + 1 < nodes.length; at += 1) {
    const people = (nodes[at]?.people ?? 0) + (nodes[at + 1]?.people ?? 0)
    if (people < least) [best, least] = [at, people]
  }
  return best
}
