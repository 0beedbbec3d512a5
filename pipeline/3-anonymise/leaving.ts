import type { Definition, Question } from '../definition/index.ts'

/**
 * Whether the answers to a question may stand in rows: not where it asks for a fact about the person that others can
 * know, unless it is published as part of the key of the rows.
 */
export const leavesRows = ({ privacy }: Definition, question: Question): boolean =>
  question.identifying !== true || privacy.publish.includes(question.id)

/** The questions whose answers may stand in rows. */
export const leavingQuestions = (definition: Definition): readonly Question[] =>
  definition.questions.filter((question) => leavesRows(definition, question))
