import type { Figure, ProtectionReport, ReleasedFigure, Table, TableColumn } from '../artefacts.ts'
import type { RiskModel } from '../policy.ts'
import { alternativesTo } from './alternatives.ts'
import { changesOf } from './changes.ts'
import type { Why } from './release-table.ts'

/** A table that passed, and why each of its figures that is hidden is. */
export interface Judged {
  readonly table: Table<ReleasedFigure>
  readonly why: (column: TableColumn, row: string) => Why | undefined
}

/** What the tables lost, beside those that were made; and what other ways of protecting them would cost. */
export function protectionReport(
  tables: readonly Table<Figure>[],
  judged: readonly Judged[],
  refused: ReadonlySet<string>,
  model: RiskModel,
  groups: 'nested' | 'partition',
): ProtectionReport {
  const hidden = { base: 0, quality: 0, derived: 0, refused: 0, unrounded: 0 }
  const moved: { readonly statistic: string; readonly by: number }[] = []
  const released = new Map(judged.map((one) => [one.table.id, one]))
  let figures = 0
  for (const table of tables) {
    const one = released.get(table.id)
    for (const { label, cells } of table.rows) {
      for (const [index, cell] of cells.entries()) {
        const made = table.columns[index]
        if (made === undefined || cell.status === 'z') continue
        figures += 1
        if (one === undefined) {
          hidden[refused.has(table.of ?? table.id) ? 'refused' : 'unrounded'] += 1
          continue
        }
        const shown = one.table.rows.find((row) => row.label === label)?.cells[columnLike(one.table, made)]
        if (shown === undefined) hidden.unrounded += 1
        else if (shown.status === 'c' || shown.status === 'x') hidden[one.why(made, label) ?? 'derived'] += 1
        else
          moved.push({
            statistic: made.statistic,
            by: Math.abs((shown.value ?? 0) - cell.value),
          })
      }
    }
  }
  const changed = changesOf(moved)
  const lost = Object.values(hidden).reduce((sum, one) => sum + one, 0)
  return {
    figures,
    hidden,
    changed,
    alternatives: alternativesTo({ made: tables, refused, model, groups, lost, changed }),
  }
}

/** Where the column of a made table stands in another state of it, which may have fewer columns, or more. */
export const columnLike = (
  { columns }: Table<unknown>,
  { population, statistic, title }: TableColumn,
): number =>
  columns.findIndex(
    (one) => one.population === population && one.statistic === statistic && one.title === title,
  )
