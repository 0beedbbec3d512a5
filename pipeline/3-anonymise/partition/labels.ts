import { NOTHING } from '../../artefacts.ts'
import type { ValueNode } from './tree.ts'

/** Most values that the label of a merged value lists. */
const MOST_LISTED = 4

/**
 * What is published for each value of a code list (`labels`) where these nodes are: the name of a declared group,
 * else "North or East", or "Other (12 values)"; `[not released]` where one node stands for everybody. No two nodes
 * have the same label.
 */
export function publishedLabels(
  nodes: readonly ValueNode[],
  labels: readonly string[],
  people: readonly number[],
): readonly string[] {
  const published: string[] = labels.map(() => NOTHING.notReleased)
  const taken = new Set<string>()
  const everybody = people.reduce((sum, count) => sum + count, 0)
  const isThere = (value: number) => (people[value] ?? 0) > 0
  for (const node of nodes) {
    const there = node.values.filter(isThere)
    const shown = there.length > 0 ? there : node.values
    if (there.length > 1 && node.people === everybody) continue
    const others = labels.filter((_, value) => !node.values.includes(value))
    const label = unique(labelOf(node, shown, labels), taken, others)
    for (const value of node.values) published[value] = label
  }
  return published
}

function labelOf({ name }: ValueNode, shown: readonly number[], labels: readonly string[]): string {
  const own = shown.map((value) => labels[value] ?? '')
  if (own.length === 1) return own[0] ?? ''
  if (name !== undefined) return name
  const words = own.map((label) => SPOKEN[label] ?? label)
  if (words.length > MOST_LISTED) return `Other (${words.length} values)`
  const listed = `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
  return own.every((label) => label in SPOKEN)
    ? `${listed.charAt(0).toUpperCase()}${listed.slice(1)}`
    : listed
}

/** What stands for nothing, within a label. */
const SPOKEN: Readonly<Record<string, string>> = {
  [NOTHING.noReply]: 'no reply',
  [NOTHING.error]: 'error',
  [NOTHING.notAsked]: 'not asked',
}

/** The label, or with a number behind it where it stands for something else already. */
function unique(label: string, taken: Set<string>, others: readonly string[]): string {
  let own = label
  for (let number = 2; taken.has(own) || others.includes(own); number += 1) own = `${label} (${number})`
  taken.add(own)
  return own
}
