import type { Projection, SubmissionSource } from '../artefacts.ts'
import {
  answerColumns,
  labelKey,
  type MultipleQuestion,
  type RankingQuestion,
  type ResponseSource,
} from '../definition/index.ts'
import { literal, literals } from '../engine/index.ts'
import { knownColumn, rawColumn, ruleColumn } from './answer-names.ts'
import { partsSql } from './parts.ts'
import { tickedSql } from './ticked.ts'

/** What must be looked up of the one cell with all answers before `multipleProjections`, which use it often. */
export function partsLookups(
  question: MultipleQuestion | RankingQuestion,
  plan: ResponseSource,
  source: SubmissionSource,
): readonly Projection[] {
  const cell = source.columns.get(question.id)
  const spread = answerColumns(question).some(({ name }) => source.columns.has(name))
  return cell === undefined || spread
    ? []
    : [{ name: knownColumn(question.id), sql: partsSql(cell, question, plan, source) }]
}

/** For each option whether it was ticked: from a column of its own, or from the one cell with all answers. */
export function multipleProjections(
  question: MultipleQuestion,
  source: SubmissionSource,
): readonly Projection[] {
  const typed = source.columns.get(`${question.id}_other`)
  const written = typed === undefined ? 'false' : `(${typed} IS NOT NULL AND has_text(${typed}))`
  const isOther = (option: string) => question.other !== undefined && option === question.other
  const ofOptions = optionProjections(question, source, (option) => (isOther(option) ? written : 'false'))
  const cell = source.columns.get(question.id)
  if (ofOptions.length > 0 || cell === undefined) return ofOptions
  const parts = knownColumn(question.id)
  const known = literals(['', ...question.answers.map(labelKey)])
  const listed = `list_has_all([${known}], ${parts})`
  return [
    ...answerColumns(question).map(({ name, option = '' }) => {
      const ticked = `list_contains(${parts}, ${literal(labelKey(option))})`
      const any = isOther(option) ? `(${ticked} OR NOT ${listed})` : ticked
      const beside = isOther(option) && typed !== undefined ? ` OR ${written}` : ''
      return { name: rawColumn(name), sql: `((${cell} IS NOT NULL AND ${any})${beside})` }
    }),
    {
      name: ruleColumn(question.id),
      sql: `(CASE WHEN ${cell} IS NULL OR ${listed} THEN 0 ELSE ${question.other === undefined ? 4 : 7} END)::UTINYINT`,
    },
  ]
}

/** From a column an option; the words typed beside "other" tick it too. */
function optionProjections(
  question: MultipleQuestion,
  source: SubmissionSource,
  beside: (option: string) => string,
): readonly Projection[] {
  const unticked = [...question.unticked, ...source.conventions.unticked]
  const columns = answerColumns(question)
  if (!columns.some(({ name }) => source.columns.has(name))) return []
  return columns.flatMap(({ name, option = '' }) => {
    const cell = source.columns.get(name)
    const written = beside(option)
    if (cell === undefined) return written === 'false' ? [] : [{ name: rawColumn(name), sql: written }]
    const ticked = tickedSql(cell, option, unticked)
    return [{ name: rawColumn(name), sql: written === 'false' ? ticked : `(${ticked} OR ${written})` }]
  })
}
