import { labelKey, oneLine } from '../definition/index.ts'
import type { DraftColumn } from './draft.ts'
import { headingKey, unnumbered } from './headings.ts'
import { type Identifiers, idOf, sharedCode } from './ids.ts'
import type { JudgedQuestion } from './judge.ts'
import type { ColumnProfile } from './profile.ts'
import { surveyName } from './survey-name.ts'

/** Identifier of a question: its platform's short name, or heading that is one, else its number in the file. */
export function questionId(
  { columns }: JudgedQuestion,
  index: number,
  ids: Identifiers,
  isPlatform: boolean,
): string {
  const own = isPlatform
    ? sharedCode(columns.map(({ code }) => code))
    : columns.length === 1
      ? columns[0]?.heading
      : undefined
  const { number = index + 1 } = unnumbered(oneLine(columns[0]?.question ?? ''))
  const wishes = [idOf(own), `q${number}`, `q${index + 1}`]
  return ids.take(wishes, columns.length === 1 ? 0 : columns.length + 1)
}

/** The heading of a question's column, where it is not found by the wording alone. */
export function statedHeading(
  { columns, text }: JudgedQuestion,
  id: string,
  all: readonly ColumnProfile[],
): readonly DraftColumn[] {
  const [column] = columns
  if (column === undefined || columns.length > 1) return []
  const isShared = all.filter(({ heading }) => headingKey(heading) === headingKey(column.heading)).length > 1
  return isShared || labelKey(unnumbered(oneLine(column.heading)).text) !== labelKey(text)
    ? [{ name: id, heading: column.heading, doubts: [] }]
    : []
}

/** The name of a file as a title, until there is a better one. */
export function titleOf(file: string): string {
  const words = oneLine(surveyName(file).replace(/[_-]+/g, ' '))
  return words === '' ? 'Consultation' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
