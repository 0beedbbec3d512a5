import type { Id } from '../definition/index.ts'
import type { TabulationPlan } from './tabulation-plan.ts'

/**
 * Populations that are made of answers to a question, or of answers to one that it leads on to: what their members said to it is
 * how they came to be members.
 */
export function populationsMadeOf(
  { questions, populations }: Pick<TabulationPlan, 'questions' | 'populations'>,
  question: Id,
): ReadonlySet<Id> {
  const led = new Set([question])
  for (let before = 0; before < led.size; ) {
    before = led.size
    for (const { id, askedIf } of questions)
      if (askedIf.some(({ question: one, counts }) => led.has(one) && counts !== true)) led.add(id)
  }
  return new Set(
    populations.flatMap(({ id, where }) => (Object.keys(where).some((name) => led.has(name)) ? [id] : [])),
  )
}
