import type { Figure, Table } from '../artefacts.ts'
import { type Definition, type Id, spokenTitle } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { countFigure, percentFigure } from './figure.ts'
import { rateCells, rateColumns } from './rate-tables.ts'

/** How many units are covered when organisations' responses count for those they speak for. */
export async function coverageTable(
  engine: Engine,
  definition: Definition,
  units: string,
): Promise<Table<Figure>> {
  const [row] =
    await engine.rows(`SELECT count(*)::INTEGER AS frame, (count(*) FILTER (WHERE responded))::INTEGER AS responded,
    (count(*) FILTER (WHERE covered))::INTEGER AS covered FROM ${identifier(units)}`)
  const many = definition.frame?.unit.many ?? 'units'
  const { decimals } = definition.reporting
  const frame = Number(row?.['frame'])
  return {
    id: 'coverage',
    title: `Coverage of ${many}`,
    kind: 'response rate',
    columns: rateColumns(many, decimals),
    rows: [
      {
        label: 'At least one response received',
        cells: rateCells(Number(row?.['responded']), frame, decimals),
      },
      {
        label: 'Covered by a response, its own or that of an organisation that speaks for it',
        cells: rateCells(Number(row?.['covered']), frame, decimals),
      },
    ],
    notes: [],
  }
}

/** What the units that responded are like, by a variable of the frame. */
export async function profileTable(
  engine: Engine,
  definition: Definition,
  id: Id,
  units: string,
): Promise<Table<Figure>> {
  const variable = definition.variables.find((candidate) => candidate.id === id)
  const many = definition.frame?.unit.many ?? 'units'
  const column = identifier(id)
  const rows = await engine.rows(`SELECT ${column}::VARCHAR AS label, count(*)::INTEGER AS units
    FROM ${identifier(units)} WHERE responded GROUP BY ${column} ORDER BY ${column}`)
  const base = rows.reduce((sum, row) => sum + Number(row['units']), 0)
  const { decimals } = definition.reporting
  const baseDescription = `all ${many} from which at least one response was received`
  const shared = { population: many, base, baseDescription }
  return {
    id: `profile_${id}`,
    title: `${many[0]?.toUpperCase()}${many.slice(1)} that responded: ${spokenTitle(variable?.title ?? id)}`,
    kind: 'response rate',
    columns: [
      { ...shared, title: 'Number', statistic: 'count', decimals: 0 },
      { ...shared, title: 'Per cent', statistic: 'percent', decimals },
    ],
    rows: [
      ...rows.map((row) => ({
        label: String(row['label']),
        cells: [countFigure(Number(row['units'])), percentFigure(Number(row['units']), base, decimals)],
      })),
      { label: 'Total', cells: [countFigure(base), percentFigure(base, base, decimals)] },
    ],
    notes: [],
  }
}
