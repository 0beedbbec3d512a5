import { counted } from '../7-package/index.ts'
import type { CodingReport, QuestionCoding } from '../artefacts.ts'

/** How open answers were coded, a line a question: how many, how alike. */
export const codingLines = ({ coders, questions }: CodingReport): readonly string[] =>
  coders.length === 0
    ? []
    : questions.map((question) => {
        const { question: id, answers, counted: counts } = question
        return [
          `${id}: ${counts} of ${counted(answers, 'answer', 'answers')} coded`,
          ...agreement(question),
        ].join('; ')
      })

function agreement({ codedTwice, disagreeing, alpha }: QuestionCoding): readonly string[] {
  if (alpha === undefined || codedTwice === 0) return []
  const value =
    alpha.value === null
      ? []
      : [`alpha ${alpha.value.toFixed(2)} (${alpha.low?.toFixed(2)} to ${alpha.high?.toFixed(2)})`]
  return [`${codedTwice} by several coders, ${disagreeing} of them differently`, ...value]
}
