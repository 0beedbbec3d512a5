import { MOST_WHOLE, type PlannedQuestion } from '../../disclosure/index.ts'
import type { Row, Solver } from '../../solver/index.ts'
import { type Choice, cheapestSuppression } from './benders.ts'
import { cutsOfExact, cutsOfFollowing, type HiddenOf, hiddenColumns } from './following.ts'
import { safeSuppression } from './heuristic.ts'
import type { SuppressionInput } from './model.ts'
import { proverOf } from './near-by.ts'
import { pointedWishes } from './pointed.ts'
import { type Problem, problemOf, structureFor } from './problem.ts'
import { type Asking, isMore, type Target, targetOf, type Wish, wishKey } from './targets.ts'
import { narrowTargets, seenWholly } from './whole-numbers.ts'

/** A problem with more items than this goes to the heuristic at once. */
const MOST_ITEMS = 20_000
/** Times that a choice is made safe against whole-number reasoning. */
const MOST_PASSES = 8

/** What is hidden of some questions, and the problem it solves. */
export interface Chosen {
  readonly problem: Problem
  readonly choice: Choice
  readonly targets: number
}

/**
 * Hides what the rules ask for and what follows exactly from the columns that are left; then looks what bounds give away, and
 * what follows now, until nothing new does: only groups that do follow are ever asked for, however many could.
 */
export function choose(
  solver: Solver,
  input: SuppressionInput,
  questions: readonly PlannedQuestion[],
  asking: Asking,
): Chosen {
  const wishes = new Map<string, Wish>()
  // Whether any is new, or asks for more than before.
  const add = (found: readonly Wish[]): boolean => {
    const more = found.filter((wish) => {
      const known = wishes.get(wishKey(wish))
      return known === undefined || isMore(wish, known)
    })
    for (const wish of more) wishes.set(wishKey(wish), wish)
    return more.length > 0
  }
  const wishesWhere = (hidden: HiddenOf, gone?: HiddenOf): readonly Wish[] =>
    questions.flatMap((question) => asking(question, hidden(question), gone?.(question)).wishes)
  const noted = (hidden: HiddenOf): readonly Wish[] => {
    const found = wishesWhere(hidden)
    add(found)
    return found
  }
  const planned = problemOf(input, structureFor(input, questions))
  const cuts = [...cutsOfExact(solver, planned, noted)]
  for (;;) {
    const chosen = chooseFor(solver, input, questions, [...wishes.values()], cuts)
    const { hidden } = chosen.choice
    // What a hidden column would have told is no longer told of those in it.
    const gone = hiddenColumns(chosen.problem.items, hidden)
    const following = wishesWhere(gone, gone)
    cuts.push(...chosen.choice.cuts, ...cutsOfFollowing(planned, following, hidden))
    if (add(following)) continue
    if (!add(narrowGroups(solver, input, questions, wishes, hidden, gone))) return chosen
  }
}

/**
 * Groups that somebody can point at of which bounds give away a count, or that all said the same, though nothing follows of
 * them from any sum of columns: looked for when all else is protected, and asked for only then.
 */
function narrowGroups(
  solver: Solver,
  input: SuppressionInput,
  questions: readonly PlannedQuestion[],
  known: ReadonlyMap<string, Wish>,
  hidden: ReadonlySet<number>,
  gone: HiddenOf,
): readonly Wish[] {
  const wishes = questions.flatMap((question) => pointedWishes(input, question, gone(question)))
  const open = wishes.filter((wish) => {
    const before = known.get(wishKey(wish))
    return before === undefined || isMore(wish, before)
  })
  if (open.length === 0) return []
  const structure = structureFor(input, questions)
  const targets = open.map((wish) => targetOf(structure, wish))
  if (structure.names.length > MOST_WHOLE) return []
  const problem = problemOf(input, structure)
  const free = seenWholly(solver, problem, targets, hidden)
  const doubtful = targets.filter((target) => !free.has(target))
  const narrow = narrowTargets(solver, problem, doubtful, hidden)
  return open.filter((_, index) => narrow.has(targets[index] as Target))
}

/**
 * The cheapest choice where the effort allows, else a safe one; then checked with whole numbers, which
 * an intruder can use and the linear program does not: what they still give away is asked to be wider.
 */
function chooseFor(
  solver: Solver,
  input: SuppressionInput,
  questions: readonly PlannedQuestion[],
  wishes: readonly Wish[],
  cuts: readonly Row[],
): Chosen {
  const structure = structureFor(input, questions)
  const targets = wishes.map((wish) => targetOf(structure, wish))
  const problem = problemOf(input, structure)
  const prove = proverOf(solver, input, questions, problem)
  let asked = targets
  for (let pass = 1; ; pass += 1) {
    const cheapest =
      problem.items.length > MOST_ITEMS ? undefined : cheapestSuppression(solver, problem, asked, cuts, prove)
    const choice = cheapest ?? safeSuppression(solver, problem, asked)
    const given = new Set([...choice.wholly, ...choice.unprotectable])
    const doubtful = targets.filter((_, index) => !given.has(asked[index] as Target))
    const narrow = narrowTargets(solver, problem, doubtful, choice.hidden)
    if (narrow.size === 0) return { problem, choice, targets: targets.length }
    if (pass === MOST_PASSES) {
      const unprotectable = [...choice.unprotectable, ...narrow]
      return { problem, choice: { ...choice, unprotectable }, targets: targets.length }
    }
    asked = asked.map((target, index) => (narrow.has(targets[index] as Target) ? wider(target) : target))
  }
}

const wider = (target: Target): Target => ({
  ...target,
  ...(target.above > 0 ? { above: target.above + 1 } : {}),
  ...(target.wide > 0 ? { wide: target.wide + 1 } : {}),
})
