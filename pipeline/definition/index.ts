export type { AnswerColumn } from './answer-columns.ts'
export {
  allAnswerColumns,
  answerColumns,
  baseColumn,
  groupColumn,
  isMeasured,
  measureColumn,
  optionColumn,
  populationColumn,
  UNTICKED,
} from './answer-columns.ts'
export { civilTimeText, instantOf, isZone, parseCivilTime } from './civil-time.ts'
export { CURLY_MARKS, labelKey, oneLine, withPlainMarks } from './label-key.ts'
export type * from './model.ts'
export { nearest } from './nearest.ts'
export { readDefinition } from './read.ts'
export { readWritten } from './read-written.ts'
export { routingOrder } from './routing-order.ts'
export { spokenTitle, spokenValue } from './spoken-title.ts'
export { type YamlDocument, yamlDocument } from './text/yaml-document.ts'
export {
  type CodedQuestion,
  codedQuestions,
  readQuestions,
  textColumn,
  themeColumns,
  themeId,
  themeQuestion,
  variablesIn,
} from './themes.ts'
