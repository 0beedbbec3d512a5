import { NOTHING, type SubmissionSource } from '../artefacts.ts'
import {
  type AnswerColumn,
  answerColumns,
  type Definition,
  type Id,
  isMeasured,
  measureColumn,
  type Question,
} from '../definition/index.ts'
import { identifier, literal } from '../engine/index.ts'
import { answerType, rawColumn, ruleColumn } from './answer-names.ts'
import { answerProjections } from './answer-projections.ts'
import { answeredSql, givenSql, isAsked, isCarried, unlistedSql } from './answered.ts'
import { conditionSql } from './condition-sql.ts'

/** Column that says which rule changed the answers to a question, 0 for none. */
export const editColumn = (question: Id): string => identifier(`edit_${question}`)

/**
 * SELECT items that apply routing (GSBPM 5.4) to one file's staged rows: each answer column as it will
 * be published, and `edit_<question>`, the coding rule or 5 where an answer was removed. Items refer
 * to earlier items by name, so questions come in routing order.
 */
export function routedItems(
  definition: Definition,
  ordered: readonly Question[],
  source: SubmissionSource,
): readonly string[] {
  return ordered.flatMap((question) => {
    const columns = answerColumns(question)
    if (!isAsked(question, source)) {
      const nothing = (name: string) =>
        `${literal(NOTHING.notAsked)}::${identifier(answerType(name))} AS ${identifier(name)}`
      const unmeasured = isMeasured(question)
        ? [`NULL::DOUBLE AS ${identifier(measureColumn(question.id))}`]
        : []
      return [
        ...columns.map(({ name }) => nothing(name)),
        ...unmeasured,
        `0::UTINYINT AS ${editColumn(question.id)}`,
      ]
    }
    const condition = question.askedIf === undefined ? 'true' : conditionSql(definition, question.askedIf)
    const answered = answeredSql(question, source)
    return [
      ...columns.map(
        (column) => `${routed(column, condition, answered, source)} AS ${identifier(column.name)}`,
      ),
      ...(isMeasured(question) ? [measured(question.id, condition)] : []),
      `(CASE WHEN NOT (${condition}) AND (${givenSql(question, source)}) THEN 5
        ELSE ${hasRule(question, source) ? identifier(ruleColumn(question.id)) : '0'} END)::UTINYINT
        AS ${editColumn(question.id)}`,
    ]
  })
}

function routed(column: AnswerColumn, condition: string, answered: string, source: SubmissionSource): string {
  const type = identifier(answerType(column.name))
  const raw = identifier(rawColumn(column.name))
  const notAsked = `WHEN NOT (${condition}) THEN ${literal(NOTHING.notAsked)}`
  if (column.kind === 'category') {
    return condition === 'true' ? raw : `CASE ${notAsked}::${type} ELSE ${raw} END`
  }
  if (!isCarried(column, source)) return `${literal(NOTHING.notAsked)}::${type}`
  const unlisted = unlistedSql(column.question, source)
  const silent =
    unlisted === undefined
      ? literal(NOTHING.noReply)
      : `CASE WHEN ${unlisted} THEN ${literal(NOTHING.error)} ELSE ${literal(NOTHING.noReply)} END`
  return `CASE ${condition === 'true' ? '' : notAsked} WHEN NOT (${answered}) THEN ${silent}
    WHEN ${raw} THEN 'true' ELSE 'false' END::${type}`
}

function measured(question: Id, condition: string): string {
  const measure = identifier(measureColumn(question))
  return `CASE WHEN ${condition} THEN s.${measure} END AS ${measure}`
}

const hasRule = (question: Question, source: SubmissionSource): boolean =>
  answerProjections(question, source).some(({ name }) => name === ruleColumn(question.id))
