/**
 * Facts about persons. In: the wording of a question, its answers, what cells hold. Out: whether it asks for what
 * others can know of a person (a quasi-identifier), and so whether its answers may leave row by row. Pure word
 * lists of our own. Does not belong here: what is done about it (the draft, 3-anonymise).
 */
export { isConsent, keepsBack, mayPublishLabels } from './consent.ts'
export type { Asked, Fact, FactKind } from './fact.ts'
export { factsInQuestions, leavesRows, personalFactIssues, type RecognisedFact } from './in-questions.ts'
export { personalFact } from './recognise.ts'
