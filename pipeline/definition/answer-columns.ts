import type { Definition, Id, Question } from './model.ts'

/** A column that holds answers: one for a single or banded question, one an option for a multiple one. */
export interface AnswerColumn {
  readonly name: string
  readonly question: Question
  readonly kind: 'category' | 'ticked'
  /** Labels an answer may have, in order; for `ticked` only `true` and `false`. */
  readonly labels: readonly string[]
  /** The option of a multiple question. */
  readonly option?: string
}

/**
 * The columns a question's answers are kept in. Open questions have none, nor have numbers without
 * bands: they stay private.
 */
export function answerColumns(question: Question): readonly AnswerColumn[] {
  switch (question.kind) {
    case 'single':
      return [{ name: question.id, question, kind: 'category', labels: question.answers }]
    case 'multiple':
      return question.answers.map((option, index) => ({
        name: optionColumn(question.id, index),
        question,
        kind: 'ticked',
        labels: ['true', 'false'],
        option,
      }))
    case 'number':
      return question.bands.length === 0
        ? []
        : [
            {
              name: question.id,
              question,
              kind: 'category',
              labels: question.bands.map(({ label }) => label),
            },
          ]
    case 'open':
      return []
  }
}

/** Name of the column of a multiple question's option, counted from 1. */
export const optionColumn = (question: Id, index: number): string => `${question}_${index + 1}`

/** Every answer column of a consultation, in the order of the questionnaire. */
export const allAnswerColumns = (definition: Definition): readonly AnswerColumn[] =>
  definition.questions.flatMap(answerColumns)

/** Name of the column that says whether a response belongs to a population. */
export const populationColumn = (population: Id): string => `population_${population}`
