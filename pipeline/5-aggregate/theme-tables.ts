import type { Figure, Table } from '../artefacts.ts'
import { codedQuestions, type Definition, type MultipleQuestion, themeQuestion } from '../definition/index.ts'

/** Open questions as questions about their themes, where somebody coded answers. */
export const questionsOfThemes = (definition: Definition): readonly MultipleQuestion[] =>
  (definition.openText?.coders ?? []).length === 0 ? [] : codedQuestions(definition).map(themeQuestion)

/**
 * A table of themes, as tabulated like a question with several answers: how many mention each, of those whose
 * answers were coded. It is called after its question and has no number: those are of the questionnaire.
 */
export const asThemeTable = (table: Table<Figure>): Table<Figure> => ({
  ...table,
  title: `${table.title} (themes)`,
  rowHeading: 'Theme',
  notes: table.notes.map((note) => (note.startsWith('More than one answer') ? NOTE : note)),
})

const NOTE =
  'Themes of answers in respondents\u2019 own words, as people coded them. The base is those who answered and whose answers were coded. An answer may mention several themes, so percentages may add to more than 100; who mentions a sub-theme mentions its theme.'
