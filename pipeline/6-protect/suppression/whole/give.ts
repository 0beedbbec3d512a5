import type { PlannedQuestion } from '../../../disclosure/index.ts'
import { type PlannedColumn, plannedColumns } from '../columns.ts'
import type { Suppression, SuppressionInput } from '../model.ts'
import type { Wish } from '../targets.ts'
import { tiedQuestions } from './conditions.ts'

/** A column that is hidden because of what all that is published tells together. */
export type GivenColumn = SuppressionInput['given'][number]

/**
 * For each wish that is not kept a column to hide besides: the one of fewest people that tells something of the group, of its own
 * question first, then of those that routing ties to it; columns of everybody last. Undefined of a wish for which none is left.
 */
export function columnsToGive(
  input: SuppressionInput,
  hidden: Suppression['hidden'],
  broken: readonly Wish[],
): readonly (GivenColumn | undefined)[] {
  const gone = new Set(
    hidden.flatMap(({ question, group, row }) => (row === null ? [JSON.stringify([question, group])] : [])),
  )
  const isShown = ({ question, groups }: PlannedColumn) =>
    !groups.some((group) => gone.has(JSON.stringify([question, group])))
  const components = tiedQuestions(input.plan, input.conditions)
  return broken.map(({ question, at }) => {
    const tied = components.find((ids) => ids.includes(question)) ?? []
    const inside = new Set(at.cells)
    const telling = (id: PlannedQuestion['id']): readonly PlannedColumn[] =>
      plannedColumns(input, id).filter(
        (one) => isShown(one) && one.crossing === at.crossing && one.cells.some((cell) => inside.has(cell)),
      )
    const everybody = (one: PlannedColumn): boolean =>
      plannedColumns(input, one.question).every(({ cells }) => cells.length <= one.cells.length)
    const all = [question, ...tied.filter((id) => id !== question)].map(telling)
    const parts = all.map((columns) => columns.filter((one) => !everybody(one)))
    const found = [...parts, ...all].map(least).find((one) => one !== undefined)
    return found === undefined ? undefined : { question: found.question, groups: found.groups }
  })
}

const least = (columns: readonly PlannedColumn[]): PlannedColumn | undefined =>
  columns.reduce<PlannedColumn | undefined>(
    (found, one) => (found === undefined || one.base < found.base ? one : found),
    undefined,
  )
