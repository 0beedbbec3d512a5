import type { Figure, ProtectionReport, ReleasedFigure, Table } from '../artefacts.ts'
import type { RiskModel } from '../policy.ts'
import { alternativesTo } from './alternatives.ts'
import { changesOf } from './changes.ts'
import type { Why } from './release-table.ts'

/** A table that passed, and why each of its figures that is hidden is. */
export interface Judged {
  readonly table: Table<ReleasedFigure>
  readonly why: (column: number, row: string) => Why | undefined
}

/** What the tables lost, beside those that were made; and what other ways of protecting them would cost. */
export function protectionReport(
  made: readonly Table<Figure>[],
  judged: readonly Judged[],
  refused: ReadonlySet<string>,
  model: RiskModel,
  groups: 'nested' | 'partition',
): ProtectionReport {
  const hidden = { base: 0, quality: 0, derived: 0, refused: 0, unrounded: 0 }
  const moved: { readonly statistic: string; readonly by: number }[] = []
  const released = new Map(judged.map((one) => [one.table.id, one]))
  let figures = 0
  for (const table of made) {
    const one = released.get(table.id)
    for (const { label, cells } of table.rows) {
      for (const [index, cell] of cells.entries()) {
        if (cell.status === 'z') continue
        figures += 1
        if (one === undefined) {
          hidden[refused.has(table.of ?? table.id) ? 'refused' : 'unrounded'] += 1
          continue
        }
        const column = columnLike(one.table, table, index)
        const shown = one.table.rows.find((row) => row.label === label)?.cells[column]
        if (shown === undefined) hidden.unrounded += 1
        else if (shown.status === 'c' || shown.status === 'x')
          hidden[one.why(column, label) ?? 'derived'] += 1
        else
          moved.push({
            statistic: table.columns[index]?.statistic ?? '',
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
    alternatives: alternativesTo({ made, refused, model, groups, lost, changed }),
  }
}

/** Where the column of a made table stands in the released one, which may have fewer. */
function columnLike(released: Table<ReleasedFigure>, made: Table<Figure>, index: number): number {
  const wanted = made.columns[index]
  return released.columns.findIndex(
    ({ population, statistic, title }) =>
      population === wanted?.population && statistic === wanted.statistic && title === wanted.title,
  )
}
