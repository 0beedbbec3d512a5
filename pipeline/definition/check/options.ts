import type { Fault } from '../fault.ts'
import { labelKey } from '../label-key.ts'
import type { ClosedQuestion, Id, MultipleQuestion, RankingQuestion } from '../model.ts'
import { nearest } from '../nearest.ts'
import { unknownLabel } from './conditions.ts'

/** Answers of a multiple question that their encoding cannot tell apart, or that have no column. */
export function checkOptions(
  question: MultipleQuestion | RankingQuestion | ClosedQuestion,
): readonly Fault[] {
  const { id, answers, headings } = question
  const separator = 'separator' in question ? question.separator : undefined
  return [
    ...(separator === undefined ? [] : checkSeparator(id, answers, separator)),
    ...(Object.keys(headings).length === 0 ? [] : checkHeadings(id, answers, headings)),
    ...('other' in question ? checkOther(question) : []),
  ]
}

/**
 * An answer may hold the separator: cells are then taken apart by what is on the list, longest first.
 * Only where such an answer could also be read as several others is there no telling.
 */
function checkSeparator(id: Id, answers: readonly string[], separator: string): readonly Fault[] {
  const keys = new Set(answers.map(labelKey))
  return answers.flatMap((answer, index): readonly Fault[] => {
    const parts = answer.split(separator).map(labelKey)
    if (parts.length < 2 || !parts.every((part) => keys.has(part))) return []
    const message = `The answer '${answer}' contains the separator '${separator}' and reads like other answers one after another, so cells cannot be taken apart.`
    const advice =
      'Export the answers in a column each and name them under columns, or with another separator.'
    return [{ code: 'separator-in-answer', path: ['questions', id, 'answers', index], message, advice }]
  })
}

function checkOther({ id, other, answers }: MultipleQuestion | ClosedQuestion): readonly Fault[] {
  return other === undefined ? [] : unknownLabel(other, answers, id, ['questions', id, 'other'])
}

function checkHeadings(
  id: Id,
  answers: readonly string[],
  headings: Readonly<Record<string, string>>,
): readonly Fault[] {
  const path = ['questions', id, 'columns']
  const taken = new Set<string>()
  const named = Object.entries(headings).flatMap(([answer, heading]): readonly Fault[] => {
    const at = { path: [...path, answer], atKey: true }
    const unknown = unknownLabel(answer, answers, id, at.path)
    if (unknown.length > 0) return unknown.map((fault) => ({ ...fault, ...at }))
    if (!taken.has(heading)) {
      taken.add(heading)
      return []
    }
    const message = `The heading '${heading}' is given to two answers.`
    return [{ code: 'same-heading', ...at, message, advice: 'Each answer has a column of its own.' }]
  })
  const misspelt = Object.keys(headings).map((answer) => nearest(answer, answers))
  const missing = answers.flatMap((answer): readonly Fault[] => {
    if (Object.hasOwn(headings, answer) || misspelt.includes(answer)) return []
    const message = `The answer '${answer}' has no column.`
    return [
      { code: 'no-heading', path, atKey: true, message, advice: 'Name the heading of its column here.' },
    ]
  })
  return [...named, ...missing]
}
