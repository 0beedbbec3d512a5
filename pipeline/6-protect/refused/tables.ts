import type { Figure, Refusal, Table } from '../../artefacts.ts'
import type { RiskModel } from '../../policy.ts'
import { type Hidden, whyHidden } from '../release-table.ts'
import { countsAnswers } from '../shown-counts.ts'

/** Breakdowns of which nothing is left, with the reason that may be published, and their ids. */
export function refusedTables(
  tables: readonly Table<Figure>[],
  hidden: Hidden,
  model: RiskModel,
): { readonly refusals: readonly Refusal[]; readonly refused: ReadonlySet<string> } {
  const gone = tables.filter(
    (table) => table.kind === 'breakdown' && countsAnswers(table) && isEmpty(table, hidden, model),
  )
  return {
    refusals: gone.map(({ id, title }) => ({
      table: id,
      title,
      reason: `no group can be shown: in each fewer than ${model.minimum_base} people answered, or it would give away such a group`,
    })),
    refused: new Set(gone.map(({ id }) => id)),
  }
}

const isEmpty = (table: Table<Figure>, hidden: Hidden, model: RiskModel): boolean =>
  table.columns.every((_, column) =>
    table.rows.every(({ label }) => whyHidden(table, column, label, hidden, model) !== undefined),
  )
