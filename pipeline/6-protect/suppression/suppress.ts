import {
  type Interval,
  intervals,
  type PlannedQuestion,
  routingComponents,
  structureOf,
} from '../../disclosure/index.ts'
import type { Solver } from '../../solver/index.ts'
import { type Choice, cheapestSuppression } from './benders.ts'
import { plannedColumns } from './columns.ts'
import { safeSuppression } from './heuristic.ts'
import type { HiddenColumns } from './implied.ts'
import { columnsHidden, freeTargets } from './intruder.ts'
import type { Suppression, SuppressionInput } from './model.ts'
import { isPrimary } from './primary.ts'
import { type Problem, problemOf } from './problem.ts'
import { type Target, targetOf, type Wish, wishesOf, wishKey } from './targets.ts'

/** A problem with more items than this goes to the heuristic at once. */
const MOST_ITEMS = 20_000
/** Times that a choice is made safe against whole-number reasoning. */
const MOST_PASSES = 8

/**
 * Chooses the figures to hide, one routing component after the other. Work for a solving thread. The same tables give the
 * same choice: effort is counted, not timed.
 */
export function suppress(solver: Solver, input: SuppressionInput): Suppression {
  const { cases, unsearched } = casesOf(input)
  const choices = cases.map((one) => choose(solver, input, one))
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
export function needsSuppression(input: SuppressionInput): boolean {
  const { cases, unsearched } = casesOf(input)
  return cases.length > 0 || unsearched.length > 0
}

/** The routing components in which something is to be protected, and questions that cannot be searched. */
function casesOf(input: SuppressionInput): {
  readonly cases: readonly (readonly PlannedQuestion[])[]
  readonly unsearched: readonly string[]
} {
  const asked = input.plan.questions.filter(({ id }) => plannedColumns(input, id).length > 0)
  const found = new Map(
    asked.map((question) => [
      question.id,
      wishesOf(input, question, (column) => isPrimary(column, question, input.plan.rules)),
    ]),
  )
  const cases = routingComponents(input.plan).flatMap((ids) =>
    ids.some((id) => (found.get(id)?.wishes.length ?? 0) > 0)
      ? [asked.filter(({ id }) => ids.includes(id))]
      : [],
  )
  return { cases, unsearched: [...found].flatMap(([id, { complete }]) => (complete ? [] : [id])) }
}

interface Chosen {
  readonly problem: Problem
  readonly choice: Choice
  readonly targets: number
}

/**
 * Hides what the rules ask for, then looks what follows from the columns that are left, and asks for that to be protected
 * too, until nothing new follows: only groups that do follow are ever asked for, however many could.
 */
function choose(solver: Solver, input: SuppressionInput, questions: readonly PlannedQuestion[]): Chosen {
  const wishes = new Map<string, Wish>()
  const take = (hidden: (question: PlannedQuestion) => HiddenColumns): boolean => {
    const before = wishes.size
    for (const question of questions)
      for (const wish of wishesOf(input, question, hidden(question)).wishes) wishes.set(wishKey(wish), wish)
    return wishes.size > before
  }
  take((question) => (column) => isPrimary(column, question, input.plan.rules))
  for (;;) {
    const chosen = chooseFor(solver, input, questions, [...wishes.values()])
    const gone = hiddenGroups(chosen)
    if (
      !take(
        ({ id }) =>
          ({ groups: [group = ''] }) =>
            gone.has(JSON.stringify([id, group])),
      )
    )
      return chosen
  }
}

/** Columns that are hidden as a whole: question and group. */
const hiddenGroups = ({ problem, choice }: Chosen): ReadonlySet<string> =>
  new Set(
    [...choice.hidden].flatMap((index) =>
      (problem.items[index]?.shown ?? []).flatMap(({ question, group, row }) =>
        row === null ? [JSON.stringify([question, group])] : [],
      ),
    ),
  )

/**
 * The cheapest choice where the effort allows, else a safe one; then checked with whole numbers, which
 * an intruder can use and the linear program does not: what they still give away is asked to be wider.
 */
function chooseFor(
  solver: Solver,
  input: SuppressionInput,
  questions: readonly PlannedQuestion[],
  wishes: readonly Wish[],
): Chosen {
  const structure = structureOf(
    input.plan,
    input.inner.map(({ crossing }) => crossing),
    questions.map(({ id }) => id),
  )
  const targets = wishes.map((wish) => targetOf(structure, wish))
  const problem = problemOf(input, structure)
  let asked = targets
  for (let pass = 1; ; pass += 1) {
    const cheapest =
      problem.items.length > MOST_ITEMS ? undefined : cheapestSuppression(solver, problem, asked)
    const choice = cheapest ?? safeSuppression(solver, problem, asked)
    const given = new Set(choice.unprotectable)
    const narrow = stillNarrow(solver, problem, targets, choice.hidden).map(
      (is, index) => is && !given.has(asked[index] as Target),
    )
    if (!narrow.includes(true)) return { problem, choice, targets: targets.length }
    if (pass === MOST_PASSES) {
      const left = targets.filter((_, index) => narrow[index])
      const unprotectable = [...choice.unprotectable, ...left]
      return { problem, choice: { ...choice, unprotectable }, targets: targets.length }
    }
    asked = asked.map((target, index) => (narrow[index] ? wider(target) : target))
  }
}

const wider = (target: Target): Target => ({
  ...target,
  ...(target.above > 0 ? { above: target.above + 1 } : {}),
  ...(target.wide > 0 ? { wide: target.wide + 1 } : {}),
})

/** For each target whether whole numbers hold it closer than it may be. */
const stillNarrow = (
  solver: Solver,
  problem: Problem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
): readonly boolean[] => {
  const free = freeTargets(solver, problem, targets, hidden, 'whole')
  const doubtful = targets.filter((target) => !free.has(target))
  const found = doubtful.length === 0 ? [] : derivable(solver, problem, doubtful, hidden)
  const narrow = new Set(doubtful.filter((target, index) => !isWide(target, found[index])))
  return targets.map((target) => narrow.has(target))
}

/** What whole numbers leave each target, for one who sees all that is not hidden. */
function derivable(
  solver: Solver,
  { structure, relations, truth, most, items, known }: Problem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
): readonly Interval[] {
  const gone = columnsHidden(items, hidden)
  const shown = new Set([
    ...known,
    ...items.flatMap(({ columns }) => columns.filter((column) => !gone.has(column))),
  ])
  const model = {
    columns: structure.names.map((_, column) => {
      const count = truth[column] ?? 0
      return shown.has(column)
        ? { lower: count, upper: count, integer: true }
        : { lower: 0, upper: most, integer: true }
    }),
    rows: relations,
  }
  const found = intervals(
    solver,
    model,
    targets.map(({ terms }) => terms),
  )
  if (found === undefined) throw new Error('the true counts must be possible')
  return found
}

function isWide({ truth, below, above, wide }: Target, found: Interval | undefined): boolean {
  if (found === undefined) return false
  return found.least <= truth - below && found.most >= truth + above && found.most - found.least >= wide
}
