import { ANSWER_COUNTS } from './answer-counts.ts'
import type { Answers, Group } from './model.ts'
import type { Asked } from './questions.ts'
import { QUESTIONS } from './questions.ts'
import { at, randomStream } from './random.ts'

/**
 * Closed answers for `size` respondents of a group, shared out to give exactly `ANSWER_COUNTS`.
 * A routed question is answered only by those it was asked of; who is left over left it blank.
 */
export function closedAnswers(group: Group, size: number): readonly Answers[] {
  const everyone: Record<string, string>[] = Array.from({ length: size }, () => ({}))
  for (const question of QUESTIONS) {
    if (question.answers === undefined) continue
    const asked = everyone.filter((answers) => isAsked(question, answers))
    const chosen = randomStream(`closed/${group}/${question.id}`).shuffle(asked)
    labels(question, group).forEach((label, index) => {
      at(chosen, index)[question.id] = label
    })
  }
  return everyone
}

/** Whether the routing asks this question of somebody with these answers. */
export function isAsked(question: Asked, answers: Answers): boolean {
  const rule = question.askedIf
  return rule === undefined || rule.answers.includes(answers[rule.id] ?? '')
}

/** Closed answers drawn at random, routing respected: for rows a right run does not count. */
export function randomClosedAnswers(name: string, unlike: Answers = {}): Answers {
  const random = randomStream(`random closed/${name}`)
  const answers: Record<string, string> = {}
  for (const question of QUESTIONS) {
    if (question.answers === undefined || !isAsked(question, answers)) continue
    answers[question.id] = random.pick(question.answers.filter((label) => label !== unlike[question.id]))
  }
  return answers
}

function labels(question: Asked, group: Group): string[] {
  const counts = ANSWER_COUNTS[question.id]?.[group] ?? []
  return (question.answers ?? []).flatMap((label, index) =>
    Array.from({ length: at(counts, index) }, () => label),
  )
}
