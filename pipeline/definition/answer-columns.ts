import type { Definition, Id, Question } from './model.ts'

/**
 * A column that holds answers: one for a single or banded question, one an option for a multiple one,
 * one an item (its rank) for a ranking.
 */
export interface AnswerColumn {
  readonly name: string
  readonly question: Question
  readonly kind: 'category' | 'ticked'
  /** Labels an answer may have, in order; for `ticked` only `true` and `false`. */
  readonly labels: readonly string[]
  /** The option of a multiple question, the item of a ranking. */
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
    case 'ranking':
      return question.answers.map((option, index) => ({
        name: optionColumn(question.id, index),
        question,
        kind: 'category',
        labels: question.answers.map((_, rank) => String(rank + 1)),
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

/** What the cell of an option that was not ticked holds, in the exports we know. */
export const UNTICKED: readonly string[] = ['', '0', 'No', 'False', 'Not selected']

/** Name of the column of a question's option, item or row, counted from 1. */
export const optionColumn = (question: Id, index: number): string => `${question}_${index + 1}`

/** Every answer column of a consultation, in the order of the questionnaire. */
export const allAnswerColumns = (definition: Definition): readonly AnswerColumn[] =>
  definition.questions.flatMap(answerColumns)

/** Name of the column that says whether a response is in the base that a question's rule states. */
export const baseColumn = (question: Id): string => `base_${question}`

/** Name of the private column with a variable that tables are broken down by without being published. */
export const groupColumn = (variable: Id): string => `by_${variable}`

/** Whether the numbers themselves are needed: their mean, median or total is asked for. */
export const isMeasured = ({ kind, statistics }: Question): boolean =>
  kind === 'number' && statistics.some((statistic) => ['mean', 'median', 'total'].includes(statistic))

/** Name of the private column with the number itself, for means and medians; it is in no release. */
export const measureColumn = (question: Id): string => `measure_${question}`

/** Name of the column that says whether a response belongs to a population. */
export const populationColumn = (population: Id): string => `population_${population}`
