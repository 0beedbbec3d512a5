import type { Id } from '../definition/index.ts'
import type { TabulationPlan } from './tabulation-plan.ts'

/**
 * Questions that are tied to each other by routing, directly or through others, in the order of the
 * plan: what is known of one says something of the others. Unrelated questions stand alone.
 */
export function routingComponents({ questions }: TabulationPlan): readonly (readonly Id[])[] {
  const root = new Map(questions.map(({ id }) => [id, id]))
  const find = (id: Id): Id => {
    let one = id
    for (let next = root.get(one); next !== undefined && next !== one; next = root.get(one)) one = next
    return one
  }
  for (const { id, askedIf } of questions) {
    for (const { question } of askedIf) {
      if (root.has(question)) root.set(find(id), find(question))
    }
  }
  const components = new Map<Id, Id[]>()
  for (const { id } of questions) {
    const key = find(id)
    const members = components.get(key)
    if (members === undefined) components.set(key, [id])
    else members.push(id)
  }
  return [...components.values()]
}
