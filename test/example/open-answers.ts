import { isAsked } from './closed-answers.ts'
import type { Answers } from './model.ts'
import { openAnswer } from './open-text/index.ts'
import { QUESTIONS } from './questions.ts'
import { randomStream } from './random.ts'

/** The same answers with answers in their own words to some of the open questions; `name` seeds them. */
export function withOpenAnswers(name: string, answers: Answers): Answers {
  const random = randomStream(`open/${name}`)
  const written: Record<string, string> = { ...answers }
  for (const question of QUESTIONS) {
    if (question.answers !== undefined || !isAsked(question, answers)) continue
    if (random.chance(question.id === 'q2' ? 72 : 42)) written[question.id] = openAnswer(question.id, random)
  }
  return written
}
