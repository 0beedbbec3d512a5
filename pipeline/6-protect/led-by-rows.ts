import { plannedColumns } from './suppression/columns.ts'
import type { Suppression, SuppressionInput } from './suppression/model.ts'
import { isPrimary } from './suppression/primary.ts'

/**
 * Questions of which a population had to be hidden although enough people answered, while published rows show their answers: the
 * rows leave so little else to hide. Were they out of the rows, tables could show more.
 */
export function ledByRows(input: SuppressionInput, suppression: Suppression | undefined): readonly string[] {
  const { plan, classes } = input
  const gone = new Set(
    (suppression?.hidden ?? []).flatMap(({ question, group, row }) =>
      row === null ? [JSON.stringify([question, group])] : [],
    ),
  )
  const populations = new Set(
    plan.groups.filter(({ values }) => Object.keys(values).length === 0).map(({ id }) => id),
  )
  const inRows = plan.rules.microdata !== 0
  return plan.questions
    .filter(({ id, columns }) => inRows && columns.length > 0 && !classes.leftOut.has(id))
    .filter((question) =>
      plannedColumns(input, question.id).some(
        (column) =>
          column.groups.some(
            (group) => populations.has(group) && gone.has(JSON.stringify([question.id, group])),
          ) && !isPrimary(column, question, plan.rules),
      ),
    )
    .map(({ id }) => id)
}
