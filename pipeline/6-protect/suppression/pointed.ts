import { MOST_WHOLE, type PlannedQuestion } from '../../disclosure/index.ts'
import { toldByRows } from './columns.ts'
import { conjunctionsOf } from './conjunctions.ts'
import type { HiddenColumns, ImpliedGroup } from './implied.ts'
import type { SuppressionInput } from './model.ts'
import { once } from './once.ts'
import { type Wish, wishesFor } from './targets.ts'

/**
 * What the rules ask of groups of a question that somebody can point at, though no figure need follow of them: that no count is
 * known, and not that all said the same. Left out: what the published rows show by themselves, which is judged there.
 */
export const pointedWishes = (
  input: SuppressionInput,
  question: PlannedQuestion,
  gone: HiddenColumns = () => false,
): readonly Wish[] =>
  wishesFor(input, question, groupsPointed(input, question.id), gone).map((wish) => ({
    ...wish,
    wide: Math.min(wish.wide, 1),
  }))

const groupsPointed = once((input: SuppressionInput, id: string): readonly ImpliedGroup[] => {
  const question = input.plan.questions.find((one) => one.id === id)
  if (question === undefined) return []
  // Where there are too many counts for whole numbers to be asked, bounds of single cells are no help to anybody.
  const cells = input.inner.reduce((sum, { crossing }) => sum + crossing.cells.length, 0)
  if (cells * (question.answers.length + 1) > MOST_WHOLE) return []
  const { minimum_base, unanimity_below } = input.plan.rules
  const isTold = toldByRows(input, id)
  return conjunctionsOf(input, id, Math.max(minimum_base, unanimity_below)).filter(
    ({ crossing, cells }) => !isTold(crossing, cells),
  )
})
