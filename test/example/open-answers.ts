import { isAsked } from './closed-answers.ts'
import type { Answers } from './model.ts'
import { OPEN_SENTENCES } from './open-sentences.ts'
import { QUESTIONS } from './questions.ts'
import type { Random } from './random.ts'
import { randomStream } from './random.ts'

/** The same answers with short answers to some of the open questions; `name` seeds them. */
export function withOpenAnswers(name: string, answers: Answers): Answers {
  const random = randomStream(`open/${name}`)
  const written: Record<string, string> = { ...answers }
  for (const question of QUESTIONS) {
    if (question.answers !== undefined || !isAsked(question, answers)) continue
    if (random.chance(question.id === 'q2' ? 72 : 42)) written[question.id] = openAnswer(question.id, random)
  }
  return written
}

/** One to three sentences, now and then on lines of their own. */
export function openAnswer(question: string, random: Random): string {
  const length = random.chance(50) ? 1 : random.chance(80) ? 2 : 3
  const sentences = random.shuffle(OPEN_SENTENCES[question] ?? []).slice(0, length)
  return sentences.map((sentence) => filled(sentence, random)).join(random.chance(8) ? '\n' : ' ')
}

function filled(sentence: string, random: Random): string {
  return sentence.replace(/\{([^}]*)\}/g, (_, choices: string) => random.pick(choices.split('|')))
}
