/**
 * Protect (GSBPM 6.4). In: tables with their counts. Out: tables as they may be seen, and what was
 * refused with its reason. Rules work on the counts; only values and statuses leave. This is the proper
 * place of the disclosure engine: joint model of all tables, secondary suppression, and the attack join
 * here, behind the same door. Does not belong here: how a mark is printed (7-package).
 */
import {
  type Figure,
  type Refusal,
  type ReleasedFigure,
  type ReleasedTables,
  seal,
  type Table,
  type Tables,
} from '../artefacts.ts'
import { POLICY, REASONS } from '../policy.ts'

export function protect({ tables, responses }: Tables): ReleasedTables {
  const refusals: Refusal[] = tables
    .filter(isTooThin)
    .map(({ id, title }) => ({ table: id, title, reason: REASONS.group }))
  const refused = new Set(refusals.map(({ table }) => table))
  return seal<ReleasedTables>({
    tables: tables.filter(({ id }) => !refused.has(id)).map(release),
    refusals,
    responses,
  })
}

/** A breakdown is refused whole: with one group blanked, the total less the others would give it. */
const isTooThin = ({ kind, columns }: Table<Figure>): boolean =>
  kind === 'breakdown' && columns.some(({ base }) => base !== null && base < POLICY.minimumGroup)

function release(table: Table<Figure>): Table<ReleasedFigure> {
  const rows = table.rows.map(({ label, cells }) => ({
    label,
    cells: cells.map((cell, index): ReleasedFigure => {
      const base = table.columns[index]?.base ?? null
      const tooFew = table.kind !== 'response rate' && base !== null && base > 0 && base < POLICY.minimumBase
      if (tooFew) return { value: null, status: 'c' }
      return cell.status === '' ? { value: cell.value, status: '' } : { value: null, status: cell.status }
    }),
  }))
  const hidden = rows.some(({ cells }) => cells.some(({ status }) => status === 'c'))
  return {
    ...table,
    rows,
    notes: hidden ? [...table.notes, `Figures are not shown where ${REASONS.base}.`] : table.notes,
  }
}
