import { type Ample, intervals, type Seen } from '../../disclosure/index.ts'
import type { LinearModel, Row, Solver, Term } from '../../solver/index.ts'
import { total } from './columns.ts'
import type { HiddenColumns } from './implied.ts'
import type { Suppression, SuppressionInput, Unprotectable } from './model.ts'
import { pointedWishes } from './pointed.ts'
import { type RecordShares, recordShares } from './record-shares.ts'
import { type Asking, termsOfWish, type Wish } from './targets.ts'
import { isWide } from './whole-numbers.ts'

/** With more wishes than this rows are not joined with tables. */
const MOST_WISHES = 4_000

/**
 * What of small groups follows when published rows are taken as wholes: a record that tables of one question place tells its
 * answers to all others, which no look at one question sees. In: what is hidden. Out: what the rules ask for and
 * these tables beside these rows do not keep. Rows and tables that are too many are not joined: there is nothing then.
 */
export function joinedWithRows(
  solver: Solver,
  input: SuppressionInput,
  hidden: Suppression['hidden'],
  asking: Asking,
): readonly Unprotectable[] {
  const shares = recordShares(input)
  if (shares === undefined) return []
  const keys = new Set(hidden.map(({ question, group, row }) => JSON.stringify([question, group, row])))
  const isHidden = (question: string, group: string, row: string | null) =>
    keys.has(JSON.stringify([question, group, null])) || keys.has(JSON.stringify([question, group, row]))
  const wishes = shares.questions.flatMap((question) => {
    // What a hidden column would have told is no reason to tell it of a part of its people.
    const gone: HiddenColumns = ({ groups }) => groups.some((group) => isHidden(question.id, group, null))
    const asked = asking(question, gone, gone)
    return [...asked.wishes, ...pointedWishes(input, question, gone)].filter(({ at }) =>
      shares.shows(question.id, at.cells),
    )
  })
  if (wishes.length === 0 || wishes.length > MOST_WISHES) return []
  const facts = factsOf(input, shares, isHidden)
  const most = input.inner.reduce((sum, { people }) => Math.max(sum, total(people, [...people.keys()])), 0)
  const model: LinearModel = {
    columns: shares.columns.map(({ upper }) => ({ lower: 0, upper: Math.min(upper, most), integer: true })),
    rows: [...shares.rows, ...facts],
  }
  const found = intervals(
    solver,
    model,
    wishes.map((wish) =>
      summed(
        termsOfWish(input.plan.questions, wish, (row, by) =>
          shares.terms(wish.question, row, wish.at.cells).map(([column, one]): Term => [column, by * one]),
        ),
      ),
    ),
    undefined,
    (index) => ampleFor(wishes[index]),
  )
  if (found === undefined) throw new Error('the true rows must be possible')
  return wishes.flatMap((wish, index) => {
    const { question, group, row, rule } = wish
    return isWide(wish, found[index]) ? [] : [{ question, group, row, rule }]
  })
}

/** The figures that are shown, of questions that rows show. */
function factsOf(
  { inner, shown }: SuppressionInput,
  { terms, questions }: RecordShares,
  isHidden: (question: string, group: string, row: string | null) => boolean,
): readonly Row[] {
  const rows = new Map(questions.map(({ id, answers }) => [id, new Set<string | null>([null, ...answers])]))
  return shown.flatMap(({ question, group, row, count }): readonly Row[] => {
    const cells = inner[0]?.crossing.groups.get(group)
    if (rows.get(question)?.has(row) !== true || cells === undefined || isHidden(question, group, row))
      return []
    return [{ lower: count, upper: count, terms: terms(question, row, cells) }]
  })
}

/** Each column once. */
function summed(terms: readonly Term[]): readonly Term[] {
  const by = new Map<number, number>()
  for (const [column, times] of terms) by.set(column, (by.get(column) ?? 0) + times)
  return [...by].filter(([, times]) => times !== 0)
}

const hasWidth = ({ wide }: Wish, { least, most }: Seen): boolean => most - least >= wide

function ampleFor(wish: Wish | undefined): Ample {
  if (wish === undefined) return { isAmple: () => true, isHigh: () => true, isLow: () => true }
  return {
    isAmple: (seen) => isWide(wish, seen),
    isHigh: (seen) => seen.most >= wish.truth + wish.above && hasWidth(wish, seen),
    isLow: (seen) => seen.least <= wish.truth - wish.below && hasWidth(wish, seen),
  }
}
