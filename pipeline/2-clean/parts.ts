import type { SubmissionSource } from '../artefacts.ts'
import {
  labelKey,
  type MultipleQuestion,
  type RankingQuestion,
  type ResponseSource,
} from '../definition/index.ts'
import { literal, literals } from '../engine/index.ts'
import { placeSql, recoded } from './cells.ts'

/** Stands for a separator that belongs to an answer; no export holds it. */
const KEPT = '\u0001'

/**
 * SQL: the keys of the answers in one cell, in their order; NULL for a blank cell. Answers that hold the separator themselves are
 * found first, the longest first, so that they are not taken apart.
 */
export function partsSql(
  cell: string,
  question: MultipleQuestion | RankingQuestion,
  plan: ResponseSource,
  source: SubmissionSource,
): string {
  const separator = question.separator ?? source.conventions.separator
  const wordings = plan.recode[question.id] ?? {}
  const whole = [...question.answers, ...Object.keys(wordings)]
    .filter((answer) => answer.includes(separator))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .reduce(
      (sql, answer) => `replace(${sql}, ${literal(answer)}, ${literal(answer.replaceAll(separator, KEPT))})`,
      cell,
    )
  const text = whole === cell ? 'part' : `replace(part, ${literal(KEPT)}, ${literal(separator)})`
  const keys = literals(question.answers.map(labelKey))
  // Most parts are written as in the list, which costs a look-up; only the others are normalised.
  const listed = `list_extract([${keys}], list_position([${literals(question.answers)}], ${text}))`
  const key = `coalesce(${listed}, label_key(${text}))`
  const numbered =
    plan.answersAs === 'labels' ? key : `coalesce(list_extract([${keys}], ${placeSql('part')}), ${key})`
  const meant =
    Object.keys(wordings).length === 0
      ? numbered
      : `coalesce(label_key(${recoded(wordings, key)}), ${numbered})`
  return `list_transform(string_split(${whole}, ${literal(separator)}), lambda part: ${meant})`
}
