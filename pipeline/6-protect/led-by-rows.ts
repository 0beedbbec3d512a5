import { classColumns, plannedColumns } from './suppression/columns.ts'
import { isInRows } from './suppression/in-rows.ts'
import type { Suppression, SuppressionInput } from './suppression/model.ts'
import { isPrimary } from './suppression/primary.ts'

/**
 * Questions of which a population had to be hidden although enough people answered, or whose small groups nothing protects, while
 * published rows show their answers: the rows leave so little else to hide. Were they out of the rows, tables could
 * show more.
 */
export function ledByRows(input: SuppressionInput, suppression: Suppression | undefined): readonly string[] {
  const { plan } = input
  const gone = new Set(
    (suppression?.hidden ?? []).flatMap(({ question, group, row }) =>
      row === null ? [JSON.stringify([question, group])] : [],
    ),
  )
  const populations = new Set(
    plan.groups.filter(({ values }) => Object.keys(values).length === 0).map(({ id }) => id),
  )
  const open = new Set(suppression?.leaving)
  return (
    plan.questions
      // Where all rows are one class, rows show no more than the column of everybody does.
      .filter(({ id }) => isInRows(input, id) && (open.has(id) || classColumns(input, id).length > 1))
      .filter(
        (question) =>
          open.has(question.id) ||
          plannedColumns(input, question.id).some(
            (column) =>
              column.groups.some(
                (group) => populations.has(group) && gone.has(JSON.stringify([question.id, group])),
              ) && !isPrimary(column, question, plan.rules),
          ),
      )
      .map(({ id }) => id)
  )
}
