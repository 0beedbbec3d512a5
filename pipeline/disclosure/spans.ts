import type { Id } from '../definition/index.ts'
import type { PlannedGroup, TabulationPlan } from './tabulation-plan.ts'

/** What one crossing tells people apart by. */
export interface Span {
  readonly variables: readonly Id[]
  readonly populations: readonly Id[]
}

/**
 * Groups of a plan that are told by the same things, directly or through others, belong together: populations by what they
 * rest on, groups of breakdowns by their variables. Where the whole of two spans can be had by no sum of the columns of
 * either, nothing that follows exactly from both together follows from neither alone: cells of all
 * combinations can occur.
 */
export function spansOf(plan: TabulationPlan): readonly Span[] {
  const root = new Map<string, string>()
  const find = (name: string): string => {
    let one = name
    for (let next = root.get(one); next !== undefined && next !== one; next = root.get(one)) one = next
    return one
  }
  const named = plan.groups.map((group) => ({ group, names: namesOf(plan, group) }))
  for (const { names } of named) {
    const [first] = names
    for (const name of names) {
      if (!root.has(name)) root.set(name, name)
      if (first !== undefined) root.set(find(name), find(first))
    }
  }
  const spans = new Map<string, { readonly variables: Set<Id>; readonly populations: Set<Id> }>()
  const everywhere = new Set<Id>()
  for (const { group, names } of named) {
    const [first] = names
    const used = [...group.populations, ...group.without]
    if (first === undefined) {
      for (const id of used) everywhere.add(id)
      continue
    }
    const key = find(first)
    const span = spans.get(key) ?? { variables: new Set(), populations: new Set() }
    for (const name of Object.keys(group.values)) span.variables.add(name)
    for (const id of used) span.populations.add(id)
    spans.set(key, span)
  }
  const all =
    spans.size === 0 ? [{ variables: new Set<Id>(), populations: new Set<Id>() }] : [...spans.values()]
  return all
    .map(({ variables, populations }) => ({
      variables: [...variables].sort(),
      populations: [...new Set([...everywhere, ...populations])].sort(),
    }))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

/** Everything of a plan as one span. */
export function wholeSpan(plan: TabulationPlan): Span {
  const all = spansOf(plan)
  return {
    variables: [...new Set(all.flatMap(({ variables }) => variables))].sort(),
    populations: [...new Set(all.flatMap(({ populations }) => populations))].sort(),
  }
}

const keyOf = ({ variables, populations }: Span): string => JSON.stringify([variables, populations])

/** Variables and questions that a group rests on; none for a group of everybody. */
function namesOf({ populations }: TabulationPlan, group: PlannedGroup): readonly string[] {
  const rules = [...group.populations, ...group.without].flatMap((id) =>
    Object.keys(populations.find((one) => one.id === id)?.where ?? {}),
  )
  return [...Object.keys(group.values), ...rules]
}
