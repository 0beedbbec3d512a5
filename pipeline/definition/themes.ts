import { optionColumn } from './answer-columns.ts'
import type { Definition, Id } from './model.ts'
import type { MultipleQuestion, OpenQuestion } from './question.ts'

/** An open question with a code frame. */
export type CodedQuestion = OpenQuestion & { readonly themes: NonNullable<OpenQuestion['themes']> }

/** The open questions that have a code frame, in the order of the questionnaire. */
export const codedQuestions = ({ questions }: Definition): readonly CodedQuestion[] =>
  questions.filter(
    (question): question is CodedQuestion => question.kind === 'open' && question.themes !== undefined,
  )

/** The open questions whose words are needed: some of them are coded or may be quoted. */
export const readQuestions = (definition: Definition): readonly OpenQuestion[] =>
  definition.openText === undefined && codedQuestions(definition).length === 0
    ? []
    : definition.questions.filter((question) => question.kind === 'open')

/**
 * Themes as answers to a question with several of them, so that they are tabulated like any. Its columns,
 * one a theme in the order of the frame, are in no release: `true`, `false`, or no reply where nothing was
 * coded. The base is those whose answers were coded.
 */
export const themeQuestion = (question: CodedQuestion): MultipleQuestion => ({
  ...question,
  id: themeId(question.id),
  kind: 'multiple',
  answers: question.themes.map(({ label }) => label),
  headings: {},
  unticked: [],
  statistics: ['count', 'percent'],
})

/** Identifier of the themes of a question, and of their table. */
export const themeId = (question: Id): Id => `themes_${question}`

/** Columns of the themes of a question. */
export const themeColumns = ({ id, themes }: CodedQuestion): readonly string[] =>
  themes.map((_, index) => optionColumn(themeId(id), index))

/** Name of the private column with the words of an open answer. */
export const textColumn = (question: Id): string => `text_${question}`

/** The variables that an attribution names in braces. */
export const variablesIn = (template: string): readonly Id[] =>
  [...template.matchAll(/\{([a-z][a-z0-9_]*)\}/g)].map(([, id = '']) => id)
