import type { Figure, Table, TableColumn } from '../artefacts.ts'
import type { Definition, Id, Variable } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { countFigure, percentFigure } from './figure.ts'

/** A response-rate table without its number. */
export type Unnumbered = Omit<Table<Figure>, 'id'>

/** Where response rates are counted: people invited, or units of the frame. */
interface Counted {
  readonly relation: string
  readonly population: string
  readonly inFrame: string
  readonly responded: string
}

/**
 * How many responded, of how many, by a variable: people for a variable of the invitees, units for one
 * of the frame (an authority with two responses counts once). Rows in code-list order, then the total.
 */
export async function rateTable(
  engine: Engine,
  definition: Definition,
  id: Id,
  people: string | undefined,
  units: string | undefined,
): Promise<Unnumbered | undefined> {
  const variable = definition.variables.find((candidate) => candidate.id === id)
  const counted = place(definition, id, people, units)
  if (variable === undefined || counted === undefined) return undefined
  return table(definition, variable, counted, await countRows(engine, variable, counted))
}

function place(definition: Definition, id: Id, people?: string, units?: string): Counted | undefined {
  if (people !== undefined && definition.invitees?.columns[id] !== undefined) {
    return { relation: people, population: 'people', inFrame: 'sum(in_frame)', responded: 'sum(responded)' }
  }
  if (units !== undefined && definition.frame?.columns[id] !== undefined) {
    return {
      relation: units,
      population: definition.frame.unit.many,
      inFrame: 'count(*)',
      responded: 'count(*) FILTER (WHERE responded)',
    }
  }
  return undefined
}

interface Count {
  readonly label: string
  readonly inFrame: number
  readonly responded: number
}

async function countRows(engine: Engine, variable: Variable, counted: Counted): Promise<readonly Count[]> {
  const column = identifier(variable.id)
  const rows = await engine.rows(`SELECT ${column}::VARCHAR AS label, (${counted.inFrame})::INTEGER AS frame,
    (${counted.responded})::INTEGER AS responded FROM ${identifier(counted.relation)} GROUP BY ${column} ORDER BY ${column}`)
  return rows
    .map((row) => ({
      label: String(row['label']),
      inFrame: Number(row['frame']),
      responded: Number(row['responded']),
    }))
    .filter(({ inFrame, responded }) => inFrame + responded > 0)
}

function table(
  definition: Definition,
  variable: Variable,
  counted: Counted,
  counts: readonly Count[],
): Unnumbered {
  const sum = (pick: (count: Count) => number) => counts.reduce((total, count) => total + pick(count), 0)
  const total = {
    label: 'Total',
    inFrame: sum(({ inFrame }) => inFrame),
    responded: sum(({ responded }) => responded),
  }
  return {
    title: `Response breakdown by ${variable.id.replaceAll('_', ' ')}`,
    kind: 'response rate',
    by: variable.id,
    columns: rateColumns(counted.population, definition.reporting.decimals),
    rows: [...counts, total].map(({ label, inFrame, responded }) => ({
      label,
      cells: rateCells(responded, inFrame, definition.reporting.decimals),
    })),
    notes: [],
  }
}

/** Columns of a response-rate table; `population` is what is counted. */
export function rateColumns(population: string, decimals: number): readonly TableColumn[] {
  const column = (statistic: string, title: string, digits = 0): TableColumn => ({
    population,
    title,
    statistic,
    base: null,
    baseDescription: '',
    decimals: digits,
  })
  return [
    column('responded', 'Responded'),
    column('in_frame', `All ${population}`),
    column('response_rate_percent', 'Response rate (per cent)', decimals),
  ]
}

/** The three cells of a response-rate row. */
export const rateCells = (responded: number, inFrame: number, decimals: number): readonly Figure[] => [
  countFigure(responded),
  countFigure(inFrame),
  percentFigure(responded, inFrame, decimals),
]
