/** How many groups of a breakdown any protection could show: a bound from the rules alone, found without the product. */
import { NO_REPLY, type Person, type Question, type Variable, type World } from './model.ts'
import { isInBase, isInRow, labelOf } from './truth.ts'

/**
 * Of the groups of a breakdown, the most that can be shown beside figures for everybody: those that must be hidden for
 * themselves are, and the hidden ones together are neither too few nor all of one answer. Who left the variable unsaid is company
 * for them that nobody knows. Other tables, bounds and rows can only ask for more.
 */
export function mostShown(world: World, question: Question, variable: Variable, least: number): number {
  const groupOf = (value: string) =>
    world.people.filter(
      (person) => labelOf(world, person, variable.id) === value && isInBase(world, person, question),
    )
  const all = variable.values.map(groupOf).filter((members) => members.length > 0)
  const large = all.filter((members) => members.length >= least)
  const judged = (members: readonly Person[]) => mayBeSeen(world, question, members)
  const [seen, hidden] = [all.filter(judged), all.filter((members) => !judged(members))]
  const forced = large.filter((members) => hidden.includes(members)).length
  const isCovered = hidden.length === 0 || groupOf('').length > 0 || judged(hidden.flat())
  const extra = isCovered ? 0 : fewestMore(hidden.flat(), seen, judged)
  return Math.max(0, large.length - forced - extra)
}

/** How many groups that could be seen are hidden beside others, so that all of these together may be. */
function fewestMore(
  hidden: readonly Person[],
  seen: readonly (readonly Person[])[],
  judged: (members: readonly Person[]) => boolean,
): number {
  if (seen.some((one) => judged([...hidden, ...one]))) return 1
  return Math.min(2, seen.length)
}

/** Whether the rules let figures of a group be seen: enough people, not all of one answer, no small count. */
function mayBeSeen(world: World, question: Question, members: readonly Person[]): boolean {
  const { minimum_base, unanimity_below, small_counts } = world.rules
  const answers = question.kind === 'number' ? question.bands.map(({ label }) => label) : question.answers
  const silent = members.filter((person) => isInRow(world, person, question, NO_REPLY)).length
  const answered = members.length - silent
  const counts = answers.map((row) => members.filter((one) => isInRow(world, one, question, row)).length)
  if (answered < minimum_base) return false
  if (answered < unanimity_below && counts.includes(answered)) return false
  return !counts.some((count) => count >= 1 && count <= small_counts)
}
