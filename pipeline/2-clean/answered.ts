import { NOTHING, type SubmissionSource } from '../artefacts.ts'
import { type AnswerColumn, answerColumns, optionColumn, type Question } from '../definition/index.ts'
import { identifier, literal } from '../engine/index.ts'
import { rawColumn, ruleColumn } from './answer-names.ts'

/**
 * Whether a source has the cell of an answer column: its own, the one cell of its question, or the words
 * typed beside it.
 */
export function isCarried({ name, question, option }: AnswerColumn, source: SubmissionSource): boolean {
  if (source.columns.has(name) || source.columns.has(question.id)) return true
  if (question.kind === 'single') return isSpread(question, source)
  const other = question.kind === 'multiple' && option !== undefined && option === question.other
  return other && source.columns.has(`${question.id}_other`)
}

/** Whether a source asked a question at all. */
export const isAsked = (question: Question, source: SubmissionSource): boolean =>
  source.columns.has(question.id) || isSpread(question, source)

/** Whether a source has columns for the answers or items of a question. */
const isSpread = (question: Question, source: SubmissionSource): boolean =>
  'answers' in question &&
  question.answers.some((_, index) => source.columns.has(optionColumn(question.id, index)))

/** SQL over staged rows: whether a question that the source asked was answered, before routing. */
export function answeredSql(question: Question, source: SubmissionSource): string {
  const columns = answerColumns(question)
  const raw = identifier(rawColumn(question.id))
  if (columns.length === 0) return raw
  const carried = columns.filter((column) => isCarried(column, source))
  return carried
    .map(({ name, kind }) =>
      kind === 'ticked'
        ? identifier(rawColumn(name))
        : `${identifier(rawColumn(name))} <> ${literal(NOTHING.noReply)}`,
    )
    .join(' OR ')
}

/** SQL over staged rows: the same, or something was given that is not on the list. */
export function givenSql(question: Question, source: SubmissionSource): string {
  const unlisted = unlistedSql(question, source)
  const answered = answeredSql(question, source)
  return unlisted === undefined ? answered : `${answered} OR ${unlisted}`
}

/**
 * SQL over staged rows: whether something was given to a question with several answers in one cell that is
 * not on its list. undefined where the source cannot tell: a column an answer has only listed ones.
 */
export const unlistedSql = (question: Question, source: SubmissionSource): string | undefined =>
  question.kind === 'multiple' && source.columns.has(question.id) && !isSpread(question, source)
    ? `${identifier(ruleColumn(question.id))} = 4`
    : undefined
