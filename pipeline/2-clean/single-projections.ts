import { NOTHING, type Projection, type SubmissionSource } from '../artefacts.ts'
import { type ClosedQuestion, optionColumn, UNTICKED } from '../definition/index.ts'
import { literal } from '../engine/index.ts'
import { answerType, knownColumn, rawColumn, ruleColumn } from './answer-names.ts'
import { codeSql, codingRuleSql, knownLabelSql } from './labels.ts'
import { tickedSql } from './ticked.ts'

/**
 * One choice, as SQL: the cell of the question, or the one of its option columns that is ticked. Nothing
 * where the file has neither.
 */
export function choiceSql(question: ClosedQuestion, source: SubmissionSource): string | undefined {
  const cell = source.columns.get(question.id)
  if (cell !== undefined) return cell
  const unticked = [...(question.unticked ?? UNTICKED), ...source.conventions.unticked]
  const ticked = question.answers.flatMap((answer, index) => {
    const option = source.columns.get(optionColumn(question.id, index))
    if (option === undefined) return []
    return [`CASE WHEN ${tickedSql(option, answer, unticked)} THEN ${literal(answer)} END`]
  })
  if (ticked.length === 0) return undefined
  const chosen = `list_filter([${ticked.join(', ')}], lambda answer: answer IS NOT NULL)`
  // Two ticked where one was allowed is an answer that the question does not allow.
  return `CASE WHEN len(${chosen}) > 1 THEN ${literal(NOTHING.error)} ELSE ${chosen}[1] END`
}

/** What must be looked up of the choice before `singleProjections`, which use it twice. */
export function singleLookups(question: ClosedQuestion, source: SubmissionSource): readonly Projection[] {
  const choice = choiceSql(question, source)
  if (choice === undefined) return []
  return [{ name: knownColumn(question.id), sql: knownLabelSql(choice, answerType(question.id)) }]
}

/**
 * The label chosen, or a kind of nothing, and the coding rule it needed. Text that is not on the list, or
 * was typed beside the question, is the answer that stands for others, where there is one.
 */
export function singleProjections(question: ClosedQuestion, source: SubmissionSource): readonly Projection[] {
  const choice = choiceSql(question, source)
  if (choice === undefined) return []
  const { id, answers, other } = question
  const type = answerType(id)
  const coded = { raw: choice, known: knownColumn(id), type, labels: answers }
  const code = codeSql(coded, NOTHING.noReply, other ?? NOTHING.error)
  const rule = `CASE WHEN ${choice} = ${literal(NOTHING.error)} THEN 4::UTINYINT ELSE ${codingRuleSql(coded)} END`
  if (other === undefined) {
    return [
      { name: rawColumn(id), sql: code },
      { name: ruleColumn(id), sql: rule },
    ]
  }
  const typed = source.columns.get(`${id}_other`)
  const blank = `(${choice} IS NULL OR NOT has_text(${choice}))`
  const beside = typed === undefined ? 'false' : `(${blank} AND ${typed} IS NOT NULL AND has_text(${typed}))`
  return [
    {
      name: rawColumn(id),
      sql: `CASE WHEN ${beside} THEN ${literal(other)}::"${type}" ELSE ${code} END`,
    },
    {
      name: ruleColumn(id),
      sql: `(CASE WHEN ${beside} THEN 7 WHEN ${choice} = ${literal(NOTHING.error)} THEN 4
        ELSE CASE ${codingRuleSql(coded)} WHEN 4 THEN 7 ELSE ${rule} END END)::UTINYINT`,
    },
  ]
}
