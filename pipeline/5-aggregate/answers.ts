import { NOTHING } from '../artefacts.ts'
import { answerColumns, baseColumn, type Question } from '../definition/index.ts'
import { identifier, literal, literals } from '../engine/index.ts'

/** A row of a question's table, as an SQL condition over responses: it holds for nobody outside the base. */
export interface AnswerRow {
  readonly label: string
  readonly holds: string
}

/** The columns that the conditions of a question's base and rows are about. */
export const columnsOfQuestion = (question: Question): readonly string[] => [
  ...new Set(answerColumns(question).map(({ name }) => name)),
  ...(question.base.of === 'rule' ? [baseColumn(question.id)] : []),
]

/** What "no reply" is called in the row that a base of all who were asked needs. */
const NO_REPLY = 'No reply'

/**
 * The rows of a question: its answers (for a ranking, its items ranked first), those who were asked and did
 * not reply where they are in the base, and its nets.
 */
export function answerRows(question: Question): readonly AnswerRow[] {
  const answers = answerColumns(question).flatMap(({ name, option, labels, kind }): readonly AnswerRow[] => {
    const column = identifier(name)
    if (option === undefined)
      return labels.map((label) => ({ label, holds: `${column} = ${literal(label)}` }))
    return [{ label: option, holds: `${column} = ${kind === 'ticked' ? "'true'" : "'1'"}` }]
  })
  const nets = Object.entries(question.nets).map(([label, members]): AnswerRow => {
    const parts = answers.filter((answer) => members.includes(answer.label)).map(({ holds }) => `(${holds})`)
    return { label, holds: parts.join(' OR ') || 'false' }
  })
  const asked = question.base.of === 'asked' ? [{ label: NO_REPLY, holds: silentSql(question) }] : []
  const rows = [...answers, ...asked, ...nets]
  if (question.base.of !== 'rule') return rows
  const rule = identifier(baseColumn(question.id))
  return rows.map(({ label, holds }) => ({ label, holds: `${rule} AND (${holds})` }))
}

/**
 * SQL: whether a response is in the base of a question. Those who were not asked are in none; errors are in
 * none either, for nobody knows what they were meant to say.
 */
export function baseSql(question: Question): string {
  const answered = answeredSql(question)
  switch (question.base.of) {
    case 'answered':
      return answered
    case 'asked':
      return `(${answered}) OR (${silentSql(question)})`
    case 'rule':
      return `(${answered}) AND ${identifier(baseColumn(question.id))}`
  }
}

const answeredSql = (question: Question): string =>
  answerColumns(question)
    .map(({ name, labels }) => `${identifier(name)} IN (${literals(labels)})`)
    .join(' OR ')

/** Asked and silent. A file may not have had every answer: then its cells say [not asked], and one is enough. */
function silentSql(question: Question): string {
  const silent = answerColumns(question).map(
    ({ name }) => `${identifier(name)} = ${literal(NOTHING.noReply)}`,
  )
  return `NOT (${answeredSql(question)}) AND (${silent.join(' OR ')})`
}
