import type { Definition, Question } from '../definition/index.ts'
import { leavesRows } from '../personal-facts/index.ts'

/** The questions whose answers may stand in rows: those that ask for no fact about the person, or are let out all the same. */
export const leavingQuestions = (definition: Definition): readonly Question[] =>
  definition.questions.filter((question) => leavesRows(definition, question))
