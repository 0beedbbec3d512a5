import type { Answer, Respondent } from '../answers.ts'
import type { Format } from '../format.ts'
import { isoMoment } from '../notations.ts'
import { SURVEY, type SurveyQuestion } from '../questions.ts'

/** A list of objects: lists for several answers and rankings, an object for a matrix, no key for no answer. */
export const surveyjs = (): Format => ({
  file: 'surveyjs.json',
  keeps: [],
  bytes: (respondents) => new TextEncoder().encode(`${JSON.stringify(respondents.map(record), null, 1)}\n`),
})

function record({ number, started, submitted, address, answers, otherWords }: Respondent) {
  const asked = SURVEY.flatMap((question) => {
    const answer = answers[question.id]
    if (answer === undefined) return []
    const comment =
      question.other === undefined || otherWords === undefined
        ? []
        : [[`${question.text}-Comment`, otherWords]]
    return [[question.text, jsonValue(question, answer)], ...comment]
  })
  return {
    id: number,
    startedAt: `${isoMoment(started)}Z`,
    submittedAt: `${isoMoment(submitted)}Z`,
    ipAddress: address,
    ...Object.fromEntries(asked),
  }
}

/** "Other" has a value of its own; numbers are numbers. */
function jsonValue({ kind, other }: SurveyQuestion, answer: Answer): unknown {
  if (kind === 'number') return Number(answer)
  return Array.isArray(answer) ? answer.map((one: string) => (one === other ? 'other' : one)) : answer
}
