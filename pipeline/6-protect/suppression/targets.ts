import {
  NO_REPLY,
  type PlannedQuestion,
  type Structure,
  unstatedIn,
  withoutRowIn,
} from '../../disclosure/index.ts'
import type { Term } from '../../solver/index.ts'
import { aroundIn } from './around.ts'
import { answeredIn, plannedColumns, total } from './columns.ts'
import {
  answerGroups,
  type HiddenColumns,
  type ImpliedGroup,
  impliedGroups,
  largeGroups,
  plannedGroups,
} from './implied.ts'
import type { SuppressionInput, Unprotectable } from './model.ts'
import { once } from './once.ts'
import { rowWishes, withinReach } from './row-wishes.ts'

/**
 * A sum of counts that must stay uncertain: its interval must reach down by `below` and up by `above` from the
 * truth, and be `wide` between its ends.
 */
export interface Target extends Unprotectable {
  /** Names the people it is about, one name for the same people. */
  readonly people: string
  readonly terms: readonly Term[]
  readonly truth: number
  readonly below: number
  readonly above: number
  readonly wide: number
}

/** A target before its counts have columns: a group, a row of a question, and what is asked of it. */
export type Wish = Omit<Target, 'terms' | 'people'> & {
  readonly at: ImpliedGroup
  /** Whether it is about those of the group who are not in the row. */
  readonly others: boolean
}

export interface Wishes {
  readonly wishes: readonly Wish[]
  /** Whether all groups were searched for. */
  readonly complete: boolean
}

/**
 * What the rules ask to be protected, shown or not, of a question: of every planned column, and of every group that follows
 * from those that are not `hidden`, each count of a group that is too small, each small count, and that not all of a group
 * said the same. What columns tell that are `gone` is no reason to tell it of a part of their people.
 */
export function wishesOf(
  input: SuppressionInput,
  question: PlannedQuestion,
  hidden: HiddenColumns,
  gone: HiddenColumns = NONE,
): Wishes {
  const { rules } = input.plan
  const below = Math.max(rules.minimum_base, rules.unanimity_below)
  if (below <= 1 && rules.small_counts === 0) return { wishes: [], complete: true }
  const { groups: follow, complete } = impliedGroups(input, question, below, hidden)
  const groups = distinct([
    ...plannedGroups(input, question),
    ...follow,
    // Where every small count matters, it matters in groups of any size: also in what is left between two.
    ...(rules.small_counts > 0 ? largeGroups(input, question, hidden) : []),
  ])
  const shown = rules.small_counts > 0 ? wishesFor(input, question, answerGroups(input, question), gone) : []
  return {
    wishes: [
      ...wishesFor(input, question, groups, gone),
      // A small count that is hidden must not follow from the figures beside it, whoever is counted.
      ...shown.filter(({ rule }) => rule === 'small count'),
    ],
    complete,
  }
}

/** What the rules ask of these groups of a question. */
export function wishesFor(
  input: SuppressionInput,
  question: PlannedQuestion,
  groups: readonly ImpliedGroup[],
  gone: HiddenColumns,
): readonly Wish[] {
  const { rules } = input.plan
  const { withoutRow, unstated } = namelessIn(input, question.id)
  const around = aroundIn(input, question.id)(gone)
  return groups.flatMap((at): readonly Wish[] => {
    const counts = input.inner[at.crossing]?.questions.get(question.id)
    const size = total(answeredIn(counts), at.cells)
    const base = total(counts?.base, at.cells)
    if (counts === undefined || base < 1 || withoutRow[at.crossing]?.(at.cells) === true) return []
    const pointable = at.pointable === true || unstated[at.crossing]?.(at.cells) !== true
    const told = around(at)
    // Where response rates tell how many people a group has, nobody takes a count for more.
    const most =
      input.rates.length === 0 ? Number.POSITIVE_INFINITY : total(input.inner[at.crossing]?.people, at.cells)
    return repliesOf(question).flatMap((row) => {
      const count = total(counts.rows.get(row), at.cells)
      const wishes = rowWishes(rules, question, at, row, { base, size, count, most }, pointable)
      return wishes.flatMap((wish) => withinReach(wish, told))
    })
  })
}

const NONE: HiddenColumns = () => false

/** What the rules ask of a question when some columns are hidden, and those that are `gone` are no reason to tell anything. */
export type Asking = (question: PlannedQuestion, hidden: HiddenColumns, gone?: HiddenColumns) => Wishes

/** `wishesOf` that remembers: the same columns of a question are hidden again and again while those of others change. */
export function askingOf(input: SuppressionInput): Asking {
  const known = new Map<string, Wishes>()
  return (question, hidden, gone = NONE) => {
    const places = (of: HiddenColumns) =>
      plannedColumns(input, question.id).flatMap((column, index) => (of(column) ? [index] : []))
    const key = `${question.id} ${places(hidden).join()} ${places(gone).join()}`
    const found = known.get(key) ?? wishesOf(input, question, hidden, gone)
    known.set(key, found)
    return found
  }
}

/** Tells of groups of each crossing that nobody can point at them. */
const namelessIn = once(({ inner }: SuppressionInput, question: string) => ({
  withoutRow: inner.map(({ crossing }) => withoutRowIn(crossing)),
  unstated: inner.map(({ crossing, questions }) => {
    const people = answeredIn(questions.get(question))
    return unstatedIn(crossing, (cell) => (people[cell] ?? 0) > 0)
  }),
}))

/** Groups of the same people once, under the first of their names, with the columns that they follow from. */
function distinct(groups: readonly ImpliedGroup[]): readonly ImpliedGroup[] {
  const found = new Map<string, ImpliedGroup>()
  for (const group of groups) {
    const key = keyOf(group)
    const first = found.get(key)
    if (first === undefined) found.set(key, group)
    else if (first.from.length === 0 && group.from.length > 0) found.set(key, { ...first, from: group.from })
  }
  return [...found.values()]
}

const keyOf = ({ crossing, cells }: ImpliedGroup): string => `${crossing} ${cells.join()}`

/** Whether a wish asks for more than another that is about the same. */
export const isMore = (one: Wish, other: Wish): boolean =>
  one.wide > other.wide || one.above > other.above || one.below > other.below

/** What tells one wish from another. */
export const wishKey = ({ at, question, row, rule }: Wish): string =>
  JSON.stringify([question, row, rule, keyOf(at)])

/** The rows that are answers: that somebody gave none is no answer. */
const repliesOf = ({ answers }: PlannedQuestion): readonly string[] =>
  answers.filter((row) => row !== NO_REPLY)

/** A wish as a target of a structure: the columns of its counts, cell by cell. */
export function targetOf({ column, questions }: Structure, { at, others, ...wish }: Wish): Target {
  const counts = (row: string | null, by: number): readonly Term[] =>
    at.cells.map((cell) => [
      column({ question: wish.question, crossing: at.crossing, cells: [cell], row }),
      by,
    ])
  return { ...wish, people: keyOf(at), terms: termsOfWish(questions, { ...wish, others }, counts) }
}

/** What a wish is about, of counts that are found by their row: those in it, or those who answered and are not. */
export function termsOfWish(
  questions: readonly PlannedQuestion[],
  { question, row, others }: Pick<Wish, 'question' | 'row' | 'others'>,
  counts: (row: string | null, by: number) => readonly Term[],
): readonly Term[] {
  if (!others) return counts(row, 1)
  const silent = questions.find(({ id }) => id === question)?.answers.includes(NO_REPLY) === true
  return [...counts(null, 1), ...(silent ? counts(NO_REPLY, -1) : []), ...counts(row, -1)]
}
