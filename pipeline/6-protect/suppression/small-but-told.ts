import { plannedColumns, toldByRows } from './columns.ts'
import type { SuppressionInput } from './model.ts'

/**
 * Columns of too few people whose figures the published rows tell all the same: keys of question and group. A row says so much of
 * few people only because nobody can tell which of a class they are; such figures are no secret, but no basis
 * for conclusions either.
 */
export const smallButTold = (input: SuppressionInput): ReadonlySet<string> =>
  new Set(
    input.plan.questions.flatMap(({ id }) => {
      const small = plannedColumns(input, id).filter(({ base }) => base < input.plan.rules.minimum_base)
      if (small.length === 0) return []
      const isTold = toldByRows(input, id)
      return small
        .filter(({ crossing, cells }) => isTold(crossing, cells))
        .flatMap(({ groups }) => groups.map((group) => JSON.stringify([id, group])))
    }),
  )
