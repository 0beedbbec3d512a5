import type { Definition, Question } from './model.ts'

/**
 * The questions so that each comes after those its routing refers to; otherwise as in the questionnaire.
 * Cycles are refused when a definition is read; here they would leave questions out, so they throw.
 */
export function routingOrder(definition: Definition): readonly Question[] {
  const ordered: Question[] = []
  const placed = new Set<string>()
  const ids = new Set(definition.questions.map(({ id }) => id))
  let waiting = [...definition.questions]
  while (waiting.length > 0) {
    const ready = (question: Question) =>
      Object.keys(question.askedIf ?? {}).every((name) => !ids.has(name) || placed.has(name))
    const next = waiting.filter(ready)
    if (next.length === 0) throw new Error('routing runs in a circle')
    for (const question of next) placed.add(question.id)
    ordered.push(...next)
    waiting = waiting.filter((question) => !placed.has(question.id))
  }
  return ordered
}
