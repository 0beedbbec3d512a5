import type { Definition, Question } from './model.ts'

/**
 * The questions so that each comes after those its routing refers to; otherwise as in the questionnaire:
 * next is always the first question that waits for none. Cycles are refused when a definition is read;
 * here they would leave questions out, so they throw.
 */
export function routingOrder(definition: Definition): readonly Question[] {
  const ids = new Set(definition.questions.map(({ id }) => id))
  const waiting = [...definition.questions]
  const ordered: Question[] = []
  const placed = new Set<string>()
  while (waiting.length > 0) {
    const first = waiting.findIndex(({ askedIf = {} }) =>
      Object.keys(askedIf).every((name) => !ids.has(name) || placed.has(name)),
    )
    if (first < 0) throw new Error('routing runs in a circle')
    const next = waiting.splice(first, 1)
    for (const { id } of next) placed.add(id)
    ordered.push(...next)
  }
  return ordered
}
