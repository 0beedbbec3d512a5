import { labelKey } from '../definition/index.ts'
import type { Judged, JudgedQuestion } from './judge.ts'
import { isOther } from './labels/residual.ts'
import type { ColumnProfile } from './profile.ts'

/**
 * Gives text boxes of "other" to the question they belong to: of a platform the one with the same wording, of
 * a plain table the closed question right before, if it has such an answer. Boxes of a plain table that
 * belong to none are open questions.
 */
export function withOtherTexts(
  judged: readonly Judged[],
  isPlatform: boolean,
): { readonly judged: readonly Judged[]; readonly typed: ReadonlyMap<number, ColumnProfile> } {
  const typed = new Map<number, ColumnProfile>()
  const result = judged.flatMap((one, index): readonly Judged[] => {
    if (one.is === 'question' || one.verdict.is !== 'other text') return [one]
    const { column } = one
    const owner = isPlatform
      ? judged
          .filter((each) => each.is === 'question')
          .find((each) => each.wording === column.question && isChoice(each))
      : before(judged, index)
    const [first] = owner?.columns ?? []
    if (first !== undefined && !typed.has(first.index)) {
      typed.set(first.index, column)
      return [one]
    }
    if (isPlatform) return [one]
    const { question: wording, heading } = column
    return [{ is: 'question', kind: 'open', text: heading, wording, columns: [column], doubts: [] }]
  })
  return { judged: result, typed }
}

const isChoice = ({ kind }: JudgedQuestion): boolean =>
  kind === 'single' || kind === 'scale' || kind === 'multiple'

/** The closed question right before a text box, with an answer "other". */
function before(judged: readonly Judged[], index: number): JudgedQuestion | undefined {
  const previous = judged[index - 1]
  if (previous?.is !== 'question' || !isChoice(previous)) return undefined
  const labels = previous.list?.labels ?? previous.columns.map(({ part = '' }) => part)
  return labels.some((label) => isOther(labelKey(label))) ? previous : undefined
}
