import {
  crossingsOf,
  type Interval,
  intervals,
  routingComponents,
  structureOf,
} from '../../disclosure/index.ts'
import type { Solver } from '../../solver/index.ts'
import { type Choice, cheapestSuppression } from './benders.ts'
import { safeSuppression } from './heuristic.ts'
import { freeTargets } from './intruder.ts'
import type { Suppression, SuppressionInput } from './model.ts'
import { type Problem, problemOf } from './problem.ts'
import { allImpliedGroups, type Target, targetsOf } from './targets.ts'

/** A problem with more figures than this goes to the heuristic at once. */
const MOST_ITEMS = 20_000
/** Times that a choice is made safe against whole-number reasoning. */
const MOST_PASSES = 8

interface Case {
  readonly problem: Problem
  readonly targets: readonly Target[]
  /** Answers that nobody of a small group gave. */
  readonly zeros: readonly Target[]
}

/**
 * Chooses the figures to hide, one routing component after the other. Work for a solving thread. The
 * same tables give the same choice: effort is counted, not timed.
 */
export function suppress(solver: Solver, input: SuppressionInput): Suppression {
  const cases = casesOf(input)
  const choices = cases.map((one) => choose(solver, one))
  const hidden = choices.flatMap(({ hidden: some }, index) =>
    [...some].flatMap((item) => cases[index]?.problem.items[item]?.shown ?? []),
  )
  const primary = cases.reduce(
    (sum, { problem }) => sum + problem.items.filter((item) => item.primary).length,
    0,
  )
  const all = choices.reduce((sum, choice) => sum + choice.hidden.size, 0)
  return {
    hidden: hidden.map(({ question, group, row }) => ({ question, group, row })),
    unprotectable: choices.flatMap(({ unprotectable }) =>
      unprotectable.map(({ question, group, row, rule }) => ({ question, group, row, rule })),
    ),
    report: {
      targets: cases.reduce((sum, { targets }) => sum + targets.length, 0),
      primary,
      secondary: all - primary,
      optimal: choices.every(({ optimal }) => optimal),
      rounds: choices.reduce((sum, { rounds }) => sum + rounds, 0),
    },
  }
}

/** Whether any group or count of these tables needs protection at all: most consultations need none. */
export const needsSuppression = (input: SuppressionInput): boolean => casesOf(input).length > 0

/** The routing components in which something is to be protected. */
function casesOf(input: SuppressionInput): readonly Case[] {
  const crossings = crossingsOf(input.plan)
  // Of a crossing that no table shows nothing follows but what follows for everybody.
  const groupsShown = new Set(input.shown.map(({ group }) => group))
  const isShown = crossings.map(({ groups }) => [...groups.keys()].some((id) => groupsShown.has(id)))
  return routingComponents(input.plan).flatMap((questions) => {
    const structure = structureOf(input.plan, crossings, questions)
    const groups = allImpliedGroups({ structure }).filter(({ crossing }) => isShown[crossing])
    const problem = problemOf(input, structure)
    const all = targetsOf(input.plan, problem, groups)
    const targets = all.filter(({ ifOpen }) => ifOpen !== true)
    const zeros = all.filter(({ ifOpen }) => ifOpen === true)
    return targets.length === 0 ? [] : [{ problem, targets, zeros }]
  })
}

/**
 * The cheapest choice where the effort allows, else a safe one; then checked with whole numbers, which
 * an intruder can use and the linear program does not: what they still give away is asked to be wider.
 */
function choose(solver: Solver, { problem, targets: first, zeros }: Case): Choice {
  let targets = first
  let asked = first
  for (let pass = 1; ; pass += 1) {
    const cheapest =
      problem.items.length > MOST_ITEMS ? undefined : cheapestSuppression(solver, problem, asked)
    const choice = cheapest ?? safeSuppression(solver, problem, asked)
    const given = new Set(choice.unprotectable)
    const narrow = stillNarrow(solver, problem, targets, choice.hidden).map(
      (is, index) => is && !given.has(asked[index] as Target),
    )
    // That nobody said it may be certain; that one or nobody did may not.
    const open = zeros.filter((zero) => !targets.includes(zero))
    const uncertain = openZeros(solver, problem, open, choice.hidden)
    if (!narrow.includes(true) && uncertain.length === 0) return choice
    if (pass === MOST_PASSES) {
      const left = targets.filter((_, index) => narrow[index])
      return { ...choice, unprotectable: [...choice.unprotectable, ...left, ...uncertain] }
    }
    asked = [...asked.map((target, index) => (narrow[index] ? wider(target) : target)), ...uncertain]
    targets = [...targets, ...uncertain]
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

/** Zeros that an intruder takes for one of few values, but not for certain. */
function openZeros(
  solver: Solver,
  problem: Problem,
  zeros: readonly Target[],
  hidden: ReadonlySet<number>,
): readonly Target[] {
  const found = derivable(solver, problem, zeros, hidden)
  return zeros.filter((zero, index) => (found[index]?.most ?? 0) >= 1 && !isWide(zero, found[index]))
}

/** What whole numbers leave each target, for one who sees all that is not hidden. */
function derivable(
  solver: Solver,
  { structure, truth, most, items, known }: Problem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
): readonly Interval[] {
  const shown = new Set([
    ...known,
    ...items.flatMap(({ column }, index) => (hidden.has(index) ? [] : [column])),
  ])
  const model = {
    columns: structure.names.map((_, column) => {
      const count = truth[column] ?? 0
      return shown.has(column)
        ? { lower: count, upper: count, integer: true }
        : { lower: 0, upper: most, integer: true }
    }),
    rows: structure.relations,
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
