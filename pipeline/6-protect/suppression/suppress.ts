import { type PlannedQuestion, routingComponents } from '../../disclosure/index.ts'
import type { Solver } from '../../solver/index.ts'
import type { SuppressionPart, SuppressionReport } from '../../suppression-report.ts'
import { type Chosen, choose } from './choose.ts'
import { plannedColumns } from './columns.ts'
import type { HiddenColumns } from './implied.ts'
import { joinedWithRows } from './joined-rows.ts'
import type { Suppression, SuppressionInput, Unprotectable } from './model.ts'
import { pointedWishes } from './pointed.ts'
import { isPrimary } from './primary.ts'
import { type Asking, askingOf, wishesOf } from './targets.ts'

/**
 * Chooses the figures to hide, one routing component after the other. Work for a solving thread. The same tables give the
 * same choice: effort is counted, not timed.
 */
export function suppress(solver: Solver, input: SuppressionInput): Suppression {
  const asking = askingOf(input)
  const { cases, unsearched } = casesOf(input, asking)
  const settled = new Map(input.settled.map((part) => [JSON.stringify(part.questions), part]))
  const chosen = cases.map((questions) => {
    const before = settled.get(JSON.stringify(questions.map(({ id }) => id)))
    return before === undefined
      ? partOf(questions, choose(solver, input, questions, asking))
      : { part: before, unprotectable: [] }
  })
  const parts = chosen.map(({ part }) => part)
  const sum = (of: (report: SuppressionReport) => number) =>
    parts.reduce((total, { report }) => total + of(report), 0)
  const hidden = parts.flatMap((part) => part.hidden)
  return {
    hidden,
    unprotectable: [
      ...chosen.flatMap(({ unprotectable }) => unprotectable),
      ...joinedWithRows(solver, input, hidden, asking),
    ],
    unsearched,
    report: {
      targets: sum(({ targets }) => targets),
      primary: sum(({ primary }) => primary),
      secondary: sum(({ secondary }) => secondary),
      optimal: parts.every(({ report }) => report.optimal),
      rounds: sum(({ rounds }) => rounds),
    },
    parts,
  }
}

function partOf(
  questions: readonly PlannedQuestion[],
  { problem, choice, targets }: Chosen,
): { readonly part: SuppressionPart; readonly unprotectable: readonly Unprotectable[] } {
  const items = [...choice.hidden].flatMap((index) => problem.items[index] ?? [])
  const primary = items.filter((item) => item.primary).length
  return {
    part: {
      questions: questions.map(({ id }) => id),
      hidden: items.flatMap(({ shown }) =>
        shown.map(({ question, group, row }) => ({ question, group, row })),
      ),
      report: {
        targets,
        primary,
        secondary: items.length - primary,
        optimal: choice.optimal,
        rounds: choice.rounds,
      },
    },
    unprotectable: choice.unprotectable.map(({ question, group, row, rule }) => ({
      question,
      group,
      row,
      rule,
    })),
  }
}

/** Whether any group or count of these tables needs protection at all: most consultations need none. */
export const needsSuppression = (input: SuppressionInput): boolean =>
  questionsOf(input).some((question) => {
    const gone = hiddenForItself(input, question)
    const { wishes, complete } = wishesOf(input, question, gone, gone)
    return wishes.length > 0 || !complete || pointedWishes(input, question, gone).length > 0
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
    asked.map((question) => {
      const gone = hiddenForItself(input, question)
      const { wishes, complete } = asking(question, gone, gone)
      return [
        question.id,
        { asks: wishes.length > 0 || pointedWishes(input, question, gone).length > 0, complete },
      ]
    }),
  )
  const cases = routingComponents(input.plan).flatMap((ids) => {
    const own = asked.filter(({ id }) => ids.includes(id))
    return own.some(({ id }) => found.get(id)?.asks === true) ? [own] : []
  })
  return { cases, unsearched: [...found].flatMap(([id, { complete }]) => (complete ? [] : [id])) }
}

const questionsOf = (input: SuppressionInput): readonly PlannedQuestion[] =>
  input.plan.questions.filter(({ id }) => plannedColumns(input, id).length > 0)

const hiddenForItself =
  ({ plan }: SuppressionInput, question: PlannedQuestion): HiddenColumns =>
  (column) =>
    isPrimary(column, question, plan.rules)
