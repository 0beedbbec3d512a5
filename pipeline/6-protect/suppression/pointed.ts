import { MOST_WHOLE, type PlannedQuestion } from '../../disclosure/index.ts'
import { toldByRows } from './columns.ts'
import { conjunctionsOf, conjunctionsWithin } from './conjunctions.ts'
import type { HiddenColumns, ImpliedGroup } from './implied.ts'
import { leftOverIn } from './left-over.ts'
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
  wishesFor(
    input,
    question,
    [...groupsPointed(input, question.id), ...groupsTogether(input, question, gone)],
    gone,
  ).map((wish) => ({ ...wish, wide: Math.min(wish.wide, 1) }))

const groupsPointed = once((input: SuppressionInput, id: string): readonly ImpliedGroup[] => {
  const question = input.plan.questions.find((one) => one.id === id)
  if (question === undefined || isTooMuch(input, question)) return []
  const isTold = toldByRows(input, id)
  return conjunctionsOf(input, id, fewIn(input)).filter(({ crossing, cells }) => !isTold(crossing, cells))
})

/** Groups within what a breakdown shows as one column, for its groups are hidden. */
function groupsTogether(
  input: SuppressionInput,
  question: PlannedQuestion,
  gone: HiddenColumns,
): readonly ImpliedGroup[] {
  if (isTooMuch(input, question)) return []
  const isTold = toldByRows(input, question.id)
  const wholes = leftOverIn(input, question.id)(gone)
  return conjunctionsWithin(input, question.id, fewIn(input), wholes).filter(
    ({ crossing, cells }) => !isTold(crossing, cells),
  )
}

const fewIn = ({ plan: { rules } }: SuppressionInput): number =>
  Math.max(rules.minimum_base, rules.unanimity_below)

/** Where there are too many counts for whole numbers to be asked, bounds of single cells are no help to anybody. */
function isTooMuch({ inner }: SuppressionInput, { answers }: PlannedQuestion): boolean {
  const cells = inner.reduce((sum, { crossing }) => sum + crossing.cells.length, 0)
  return cells * (answers.length + 1) > MOST_WHOLE
}
