import { NOTHING, type Projection, type SubmissionSource } from '../artefacts.ts'
import {
  answerColumns,
  labelKey,
  type MultipleQuestion,
  type NumberQuestion,
  type Question,
} from '../definition/index.ts'
import { literal } from '../engine/index.ts'
import { codeSql, codingRuleSql, knownLabelSql } from './labels.ts'

/** Name of the ENUM type of an answer column: its labels and the kinds of nothing. */
export const answerType = (column: string): string => `answer_${column}`

/** Column of the first reading that holds an answer before routing, and the one with its coding rule. */
export const rawColumn = (column: string): string => `raw_${column}`
export const ruleColumn = (column: string): string => `rule_${column}`

const knownColumn = (column: string): string => `known_${column}`

/** What must be looked up of a question before its projections, which use it twice. */
export function answerLookups(question: Question, source: SubmissionSource): readonly Projection[] {
  const cell = source.columns.get(question.id)
  if (cell === undefined) return []
  if (question.kind === 'single') {
    return [{ name: knownColumn(question.id), sql: knownLabelSql(cell, answerType(question.id)) }]
  }
  return question.kind === 'number' ? [{ name: knownColumn(question.id), sql: numberSql(cell) }] : []
}

/** A typed number: thousands separators and blanks around it are no part of it. */
const numberSql = (cell: string): string =>
  `coalesce(try_cast(${cell} AS DOUBLE), try_cast(replace(without_blanks(${cell}), ',', '') AS DOUBLE))`

/**
 * What to read of a question from one source: `raw_<column>` for each of its answer columns (a label
 * or a kind of nothing; for options of a multiple question whether ticked; for an open question
 * whether anything was written) and `rule_<question>`, the coding rule it needed. Empty when the source
 * did not ask the question.
 */
export function answerProjections(question: Question, source: SubmissionSource): readonly Projection[] {
  const cell = source.columns.get(question.id)
  switch (question.kind) {
    case 'multiple':
      return multiple(question, source)
    case 'open':
      return cell === undefined
        ? []
        : [{ name: rawColumn(question.id), sql: `(${cell} IS NOT NULL AND has_text(${cell}))` }]
    case 'single': {
      if (cell === undefined) return []
      const coded = {
        raw: cell,
        known: knownColumn(question.id),
        type: answerType(question.id),
        labels: question.answers,
      }
      return [
        { name: rawColumn(question.id), sql: codeSql(coded, NOTHING.noReply, NOTHING.error) },
        { name: ruleColumn(question.id), sql: codingRuleSql(coded) },
      ]
    }
    case 'number':
      return cell === undefined ? [] : number(question, cell)
  }
}

function number(question: NumberQuestion, cell: string): readonly Projection[] {
  if (question.bands.length === 0) return [{ name: rawColumn(question.id), sql: `(${cell} IS NOT NULL)` }]
  const value = knownColumn(question.id)
  const limits = [
    ...(question.minimum === undefined ? [] : [`${value} < ${question.minimum}`]),
    ...(question.maximum === undefined ? [] : [`${value} > ${question.maximum}`]),
    `NOT isfinite(${value})`,
    `${value} IS NULL`,
  ].join(' OR ')
  const bands = question.bands.map(({ label, below }) =>
    below === undefined ? `ELSE ${literal(label)}` : `WHEN ${value} < ${below} THEN ${literal(label)}`,
  )
  const blank = `${cell} IS NULL OR NOT has_text(${cell})`
  return [
    {
      name: rawColumn(question.id),
      sql: `CASE WHEN ${blank} THEN ${literal(NOTHING.noReply)} WHEN ${limits} THEN ${literal(NOTHING.error)}
        ${bands.join(' ')} END::"${answerType(question.id)}"`,
    },
    {
      name: ruleColumn(question.id),
      sql: `(CASE WHEN ${blank} THEN 0 WHEN ${limits} THEN 6 ELSE 0 END)::UTINYINT`,
    },
  ]
}

function multiple(question: MultipleQuestion, source: SubmissionSource): readonly Projection[] {
  const columns = answerColumns(question)
  if ('headings' in question.encoding) {
    const unticked = question.encoding.unticked.map((text) => literal(labelKey(text))).join(', ')
    return columns.flatMap(({ name, option = '' }) => {
      const cell = source.columns.get(name)
      if (cell === undefined) return []
      return [
        {
          name: rawColumn(name),
          sql: `CASE WHEN ${cell} IS NULL THEN false WHEN ${cell} = ${literal(option)} THEN true
            ELSE NOT list_contains(['', ${unticked}], label_key(${cell})) END`,
        },
      ]
    })
  }
  const cell = source.columns.get(question.id)
  if (cell === undefined) return []
  const parts = `list_transform(string_split(${cell}, ${literal(question.encoding.separator)}), lambda part: label_key(part))`
  const known = ['', ...question.answers.map(labelKey)].map(literal).join(', ')
  return [
    ...columns.map(({ name, option = '' }) => ({
      name: rawColumn(name),
      sql: `(${cell} IS NOT NULL AND list_contains(${parts}, ${literal(labelKey(option))}))`,
    })),
    {
      name: ruleColumn(question.id),
      sql: `(CASE WHEN ${cell} IS NULL OR list_has_all([${known}], ${parts}) THEN 0 ELSE 4 END)::UTINYINT`,
    },
  ]
}
