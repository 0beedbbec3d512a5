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
  type TableColumn,
  type Tables,
} from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type RiskModel, reasons, riskModel } from '../policy.ts'
import { blankedGroups } from './blanked-groups.ts'

export function protect(definition: Definition, { tables, responses }: Tables): ReleasedTables {
  const model = riskModel(definition.privacy)
  const blanked = new Map(
    tables
      .filter(({ kind, of }) => kind === 'breakdown' && of === undefined)
      .map((table) => [table.id, blankedGroups(table, model.minimum_group)] as const),
  )
  const ofTable = ({ id, of }: Table<Figure>) => blanked.get(of ?? id) ?? new Set<string>()
  const refusals: Refusal[] = tables
    .filter((table) => ofTable(table) === 'all' && table.of === undefined)
    .map(({ id, title }) => ({ table: id, title, reason: reasons(model).group }))
  return seal<ReleasedTables>({
    tables: tables.flatMap((table) => {
      const hidden = ofTable(table)
      return hidden === 'all' ? [] : [release(table, hidden, model)]
    }),
    refusals,
    responses,
  })
}

function release(table: Table<Figure>, hidden: ReadonlySet<string>, model: RiskModel): Table<ReleasedFigure> {
  const isHidden = ({ population, among = [population] }: TableColumn) =>
    among.some((group) => hidden.has(group))
  const tooFew = ({ base }: TableColumn) =>
    table.kind !== 'response rate' && base !== null && base > 0 && base < model.minimum_base
  const confidential = table.columns.map((column) => isHidden(column) || tooFew(column))
  return {
    ...table,
    columns: table.columns.map((column, index) => (confidential[index] ? withoutBase(column) : column)),
    rows: table.rows.map(({ label, cells }) => ({
      label,
      cells: cells.map(({ value, status }, index): ReleasedFigure => {
        if (confidential[index]) return { value: null, status: 'c' }
        return status === '' ? { value, status: '' } : { value: null, status }
      }),
    })),
    notes: [
      ...table.notes,
      ...(table.columns.some(tooFew) ? [`Figures are not shown where ${reasons(model).base}.`] : []),
      ...(table.columns.some(isHidden) ? [`Some groups are not shown: ${reasons(model).blanked}.`] : []),
    ],
  }
}

/** Of a column that is not shown the number of people is not either. */
function withoutBase({ weightedBase: _, ...column }: TableColumn): TableColumn {
  return { ...column, base: null }
}
