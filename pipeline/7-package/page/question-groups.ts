import { type Definition, type Question, themeId } from '../../definition/index.ts'
import type { NamedTable } from '../names.ts'
import type { QuestionGroup, QuestionPart } from './model.ts'

/** Questions in the order of the questionnaire, each with its tables; the items of a grid together. */
export function questionGroups(
  { questions }: Definition,
  tables: readonly NamedTable[],
): readonly QuestionGroup[] {
  const groups: { heading: string; parts: QuestionPart[]; grid?: string | undefined }[] = []
  for (const question of questions) {
    const asked = question.kind === 'open' ? themeId(question.id) : question.id
    const [main, ...further] = tables.filter(
      ({ table }) => table.question === asked && table.kind === 'question',
    )
    if (main === undefined) continue
    const matrix = question.kind === 'single' ? question.matrix : undefined
    const part = { question, main, further, ...(matrix === undefined ? {} : { item: matrix.item }) }
    const last = groups.at(-1)
    if (matrix !== undefined && last?.grid === matrix.text) last.parts.push(part)
    else groups.push({ heading: matrix?.text ?? question.text, parts: [part], grid: matrix?.text })
  }
  return groups
}

/** What could be answered, as the rows of its table are labelled, in order. */
export function answersOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'number':
      return question.bands.map(({ label }) => label)
    case 'open':
      return (question.themes ?? []).map(({ label }) => label)
    default:
      return question.answers
  }
}
