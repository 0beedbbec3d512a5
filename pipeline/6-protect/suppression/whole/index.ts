/**
 * Holds what is chosen against everything that is published, taken together: tables of all questions, who was asked and
 * counted, and the rows as wholes. In: what is hidden. Out: what the rules ask for and all this together does not keep.
 */
import { type Ample, intervals, type PlannedQuestion, type Seen } from '../../../disclosure/index.ts'
import type { LinearModel, Row, Solver, Term } from '../../../solver/index.ts'
import { total } from '../columns.ts'
import type { HiddenColumns } from '../implied.ts'
import { isInRows } from '../in-rows.ts'
import type { Suppression, SuppressionInput } from '../model.ts'
import { peopleTold } from '../people.ts'
import { pointedWishes } from '../pointed.ts'
import { type Asking, termsOfWish, type Wish } from '../targets.ts'
import { isWide } from '../whole-numbers.ts'
import { wholeSystem } from './build.ts'
import { partsAbout, tiedQuestions } from './conditions.ts'
import type { System } from './system.ts'

export { type Conditions, conditionsOf } from './conditions.ts'

/** With more wishes than this rows are not joined with tables. */
const MOST_WISHES = 4_000

/** The wishes that everything together does not keep. What is too much to be taken together keeps all. */
export function brokenTogether(
  solver: Solver,
  input: SuppressionInput,
  hidden: Suppression['hidden'],
  asking: Asking,
): readonly Wish[] {
  const keys = new Set(hidden.map(({ question, group, row }) => JSON.stringify([question, group, row])))
  const isHidden = (question: string, group: string, row: string | null) =>
    keys.has(JSON.stringify([question, group, null])) || keys.has(JSON.stringify([question, group, row]))
  return systemsIn(input).flatMap((questions) => {
    const wishes = questions.flatMap((question) => {
      // What a hidden column would have told is no reason to tell it of a part of its people.
      const gone: HiddenColumns = ({ groups }) => groups.some((group) => isHidden(question.id, group, null))
      return [...asking(question, gone, gone).wishes, ...pointedWishes(input, question, gone)]
    })
    if (wishes.length === 0 || wishes.length > MOST_WISHES) return []
    const system = wholeSystem(input, questions)
    if (system === undefined) return []
    const found = widths(solver, input, system, factsOf(input, questions, system, isHidden), wishes)
    return wishes.filter((wish, index) => found !== undefined && !isWide(wish, found[index]))
  })
}

/** Questions that are to be seen together: all that rows show; else those that conditions tie. */
function systemsIn(input: SuppressionInput): readonly (readonly PlannedQuestion[])[] {
  const { plan, inner, conditions } = input
  const rows = (inner[0]?.records ?? []).length > 0
  const of = (ids: readonly string[]) => plan.questions.filter(({ id }) => ids.includes(id))
  const seen = rows ? plan.questions.filter(({ id }) => isInRows(input, id)).map(({ id }) => id) : []
  const parts = tiedQuestions(plan, conditions)
  const joined = parts.filter((ids) => ids.some((id) => seen.includes(id))).flat()
  const alone = parts.filter((ids) => !ids.some((id) => seen.includes(id)))
  const isTold = (ids: readonly string[]) => partsAbout(conditions, new Set(ids)).size > 0
  return [...(joined.length === 0 ? [] : [joined]), ...alone.filter(isTold)].map(of)
}

/** What is left of each wish; undefined where what is taken for granted is not so. */
function widths(
  solver: Solver,
  input: SuppressionInput,
  system: System,
  facts: readonly Row[],
  wishes: readonly Wish[],
): readonly Seen[] | undefined {
  const { inner, plan } = input
  const most = inner.reduce((sum, { people }) => Math.max(sum, total(people, [...people.keys()])), 0)
  const people = inner.flatMap((one) =>
    peopleTold(input, one).map(
      ({ cells, least, most: greatest }): Row => ({
        lower: least,
        upper: greatest,
        terms: system.people(cells),
      }),
    ),
  )
  const model: LinearModel = {
    columns: Array.from({ length: system.columns }, () => ({ lower: 0, upper: most, integer: true })),
    rows: [...system.rows, ...facts, ...people],
  }
  const targets = wishes.map((wish) =>
    summed(
      termsOfWish(plan.questions, wish, (row, by) =>
        system.terms(wish.question, row, wish.at.cells).map(([column, one]): Term => [column, by * one]),
      ),
    ),
  )
  return intervals(solver, model, targets, undefined, (index) => ampleFor(wishes[index]))
}

/** The figures that are shown. */
function factsOf(
  { inner, shown }: SuppressionInput,
  questions: readonly PlannedQuestion[],
  { terms }: System,
  isHidden: (question: string, group: string, row: string | null) => boolean,
): readonly Row[] {
  const rows = new Map(
    questions.map(({ id, answers, nets }) => [
      id,
      new Set<string | null>([null, ...answers, ...Object.keys(nets)]),
    ]),
  )
  return shown.flatMap(({ question, group, row, count }): readonly Row[] => {
    const cells = inner[0]?.crossing.groups.get(group)
    if (rows.get(question)?.has(row) !== true || cells === undefined || isHidden(question, group, row))
      return []
    return [{ lower: count, upper: count, terms: summed(terms(question, row, cells)) }]
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
