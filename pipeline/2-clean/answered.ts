import { NOTHING, type SubmissionSource } from '../artefacts.ts'
import { type AnswerColumn, answerColumns, type Question } from '../definition/index.ts'
import { identifier, literal } from '../engine/index.ts'
import { rawColumn } from './answer-projections.ts'

/** Whether a source has the cell of an answer column: its own, or the one cell of its question. */
export const isCarried = ({ name, question }: AnswerColumn, source: SubmissionSource): boolean =>
  source.columns.has(name) || source.columns.has(question.id)

/** Whether a source asked a question at all. */
export const isAsked = (question: Question, source: SubmissionSource): boolean =>
  source.columns.has(question.id) || answerColumns(question).some((column) => isCarried(column, source))

/** SQL over staged rows: whether a question that the source asked was answered, before routing. */
export function answeredSql(question: Question, source: SubmissionSource): string {
  const columns = answerColumns(question)
  const raw = identifier(rawColumn(question.id))
  if (columns.length === 0) return raw
  if (question.kind !== 'multiple') return `${raw} <> ${literal(NOTHING.noReply)}`
  return columns
    .filter((column) => isCarried(column, source))
    .map(({ name }) => identifier(rawColumn(name)))
    .join(' OR ')
}
