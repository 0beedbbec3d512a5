import { type PlannedQuestion, routingComponents } from '../../disclosure/index.ts'
import type { Solver } from '../../solver/index.ts'
import { choose } from './choose.ts'
import { plannedColumns } from './columns.ts'
import type { HiddenColumns } from './implied.ts'
import type { Suppression, SuppressionInput } from './model.ts'
import { isPrimary } from './primary.ts'
import { type Asking, askingOf, wishesOf } from './targets.ts'

/**
 * Chooses the figures to hide, one routing component after the other. Work for a solving thread. The same tables give the
 * same choice: effort is counted, not timed.
 */
export function suppress(solver: Solver, input: SuppressionInput): Suppression {
  const asking = askingOf(input)
  const { cases, unsearched } = casesOf(input, asking)
  const choices = cases.map((one) => choose(solver, input, one, asking))
  const items = choices.flatMap(({ problem, choice: { hidden } }) =>
    [...hidden].flatMap((index) => problem.items[index] ?? []),
  )
  const primary = items.filter((item) => item.primary).length
  return {
    hidden: items.flatMap(({ shown }) => shown.map(({ question, group, row }) => ({ question, group, row }))),
    unprotectable: choices.flatMap(({ choice: { unprotectable } }) =>
      unprotectable.map(({ question, group, row, rule }) => ({ question, group, row, rule })),
    ),
    unsearched,
    report: {
      targets: choices.reduce((sum, { targets }) => sum + targets, 0),
      primary,
      secondary: items.length - primary,
      optimal: choices.every(({ choice }) => choice.optimal),
      rounds: choices.reduce((sum, { choice }) => sum + choice.rounds, 0),
    },
  }
}

/** Whether any group or count of these tables needs protection at all: most consultations need none. */
export const needsSuppression = (input: SuppressionInput): boolean =>
  questionsOf(input).some((question) => {
    const { wishes, complete } = wishesOf(input, question, hiddenForItself(input, question))
    return wishes.length > 0 || !complete
  })

/** The routing components in which something is to be protected, and questions that cannot be searched. */
function casesOf(
  input: SuppressionInput,
  asking: Asking,
): {
  readonly cases: readonly (readonly PlannedQuestion[])[]
  readonly unsearched: readonly string[]
} {
  const asked = questionsOf(input)
  const found = new Map(
    asked.map((question) => [question.id, asking(question, hiddenForItself(input, question))]),
  )
  const cases = routingComponents(input.plan).flatMap((ids) =>
    ids.some((id) => (found.get(id)?.wishes.length ?? 0) > 0)
      ? [asked.filter(({ id }) => ids.includes(id))]
      : [],
  )
  return { cases, unsearched: [...found].flatMap(([id, { complete }]) => (complete ? [] : [id])) }
}

const questionsOf = (input: SuppressionInput): readonly PlannedQuestion[] =>
  input.plan.questions.filter(({ id }) => plannedColumns(input, id).length > 0)

const hiddenForItself =
  ({ plan }: SuppressionInput, question: PlannedQuestion): HiddenColumns =>
  (column) =>
    isPrimary(column, question, plan.rules)
