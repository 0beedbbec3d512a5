import { MOST_WHOLE, type PlannedQuestion } from '../../disclosure/index.ts'
import { toldByRows } from './columns.ts'
import { conjunctionsOf } from './conjunctions.ts'
import type { SuppressionInput } from './model.ts'
import { once } from './once.ts'
import { type Wish, wishesFor } from './targets.ts'

/**
 * What the rules ask of groups of a question that somebody can point at, though no figure need follow of them: that no count is
 * known, and not that all said the same. Left out: what the published rows show by themselves, which is judged there.
 */
export const pointedWishes = (input: SuppressionInput, { id }: PlannedQuestion): readonly Wish[] =>
  wishesPointed(input, id)

const wishesPointed = once((input: SuppressionInput, id: string): readonly Wish[] => {
  const question = input.plan.questions.find((one) => one.id === id)
  if (question === undefined) return []
  // Where there are too many counts for whole numbers to be asked, bounds of single cells are no help to anybody.
  const cells = input.inner.reduce((sum, { crossing }) => sum + crossing.cells.length, 0)
  if (cells * (question.answers.length + 1) > MOST_WHOLE) return []
  const { minimum_base, unanimity_below } = input.plan.rules
  const isTold = toldByRows(input, id)
  const groups = conjunctionsOf(input, id, Math.max(minimum_base, unanimity_below)).filter(
    ({ crossing, cells }) => !isTold(crossing, cells),
  )
  return wishesFor(input, question, groups).map((wish) => ({ ...wish, wide: Math.min(wish.wide, 1) }))
})
