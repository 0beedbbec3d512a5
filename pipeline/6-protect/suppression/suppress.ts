import { type PlannedQuestion, routingComponents } from '../../disclosure/index.ts'
import type { Solver } from '../../solver/index.ts'
import type { SuppressionPart, SuppressionReport } from '../../suppression-report.ts'
import { type Chosen, choose } from './choose.ts'
import { plannedColumns } from './columns.ts'
import type { HiddenColumns } from './implied.ts'
import { isInRows } from './in-rows.ts'
import type { Suppression, SuppressionInput, Unprotectable } from './model.ts'
import { pointedWishes } from './pointed.ts'
import { isPrimary } from './primary.ts'
import { type Asking, askingOf, wishesOf } from './targets.ts'
import { tiedQuestions } from './whole/conditions.ts'
import { columnsToGive, type GivenColumn } from './whole/give.ts'
import { brokenTogether } from './whole/index.ts'

/** Times that columns are given up because of what all tables and rows tell together. */
const MOST_TIMES = 12

/**
 * Chooses the figures to hide, one routing component after the other; then holds the choice against everything that is
 * published together, and gives up more columns where that tells too much. Work for a solving thread. The same tables
 * give the same choice: effort is counted, not timed.
 */
export function suppress(solver: Solver, input: SuppressionInput): Suppression {
  let now = input
  for (let times = 1; ; times += 1) {
    const asking = askingOf(now)
    const chosen = chosenFor(solver, now, asking)
    const broken = brokenTogether(solver, now, chosen.hidden, asking)
    // What rows tell is not hidden by hiding figures: rather they give way.
    const rows = (question: string) => (input.rowsGiveWay ? rowsTelling(input, question) : [])
    const own = broken.filter(({ question }) => rows(question).length === 0)
    const more = columnsToGive(now, chosen.hidden, own).filter((column) => column !== undefined)
    if (more.length > 0 && times < MOST_TIMES) {
      now = giving(now, chosen, more)
      continue
    }
    const open = [...chosen.unprotectable, ...broken.map(unprotectable)]
    return {
      ...chosen,
      unprotectable: open.filter(({ question }) => rows(question).length === 0),
      leaving: [...new Set(open.flatMap(({ question }) => rows(question)))],
    }
  }
}

/** Questions that rows show, of those that conditions tie to a question. */
const rowsTelling = (input: SuppressionInput, question: string): readonly string[] =>
  (tiedQuestions(input.plan, input.conditions).find((ids) => ids.includes(question)) ?? []).filter((id) =>
    isInRows(input, id),
  )

/** The input with more columns given up; what does not hang together with them stays as it was chosen. */
function giving(
  input: SuppressionInput,
  { parts }: Suppression,
  more: readonly GivenColumn[],
): SuppressionInput {
  const touched = new Set(more.map(({ question }) => question))
  return {
    ...input,
    given: [...input.given, ...more],
    settled: parts.filter(({ questions }) => !questions.some((id) => touched.has(id))),
  }
}

function chosenFor(solver: Solver, input: SuppressionInput, asking: Asking): Suppression {
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
  return {
    hidden: parts.flatMap((part) => part.hidden),
    unprotectable: chosen.flatMap((one) => one.unprotectable),
    leaving: [],
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

const unprotectable = ({ question, group, row, rule }: Unprotectable): Unprotectable => ({
  question,
  group,
  row,
  rule,
})

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
    unprotectable: choice.unprotectable.map(unprotectable),
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
    const isGiven = ({ id }: PlannedQuestion) => input.given.some(({ question }) => question === id)
    return own.some((one) => found.get(one.id)?.asks === true || isGiven(one)) ? [own] : []
  })
  return { cases, unsearched: [...found].flatMap(([id, { complete }]) => (complete ? [] : [id])) }
}

const questionsOf = (input: SuppressionInput): readonly PlannedQuestion[] =>
  input.plan.questions.filter(({ id }) => plannedColumns(input, id).length > 0)

const hiddenForItself =
  ({ plan }: SuppressionInput, question: PlannedQuestion): HiddenColumns =>
  (column) =>
    column.given || isPrimary(column, question, plan.rules)
