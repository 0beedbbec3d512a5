import { PRINTED_COLUMNS, type SubmissionSource, type Tables } from '../artefacts.ts'
import type { Engine } from '../engine/index.ts'
import { type Impossible, impossibleColumns, type PrintedColumn } from './impossible.ts'

/** How a run's figures stand beside figures printed earlier. */
export interface Reconciliation {
  readonly figures: number
  readonly equal: number
  readonly differing: readonly {
    readonly table: string
    readonly population: string
    readonly row: string
    readonly statistic: string
  }[]
  readonly bases: number
  readonly differingBases: readonly {
    readonly table: string
    readonly population: string
    readonly printed: number
    readonly run: number
  }[]
  /** Printed columns that arithmetic rules out, whatever the data. */
  readonly impossible: readonly Impossible[]
}

interface Printed {
  readonly table: string
  readonly population: string
  readonly row: string
  readonly statistic: string
  readonly value: number
  readonly base: number | null
}

/** Compares every printed figure and base with the run's (GSBPM 6.2), and checks that print is possible. */
export async function reconcile(
  engine: Engine,
  source: SubmissionSource,
  tables: Tables,
): Promise<Reconciliation> {
  await source.into(
    'printed',
    PRINTED_COLUMNS.map((name) => ({ name, sql: source.columns.get(name) ?? 'NULL' })),
  )
  const rows = await engine.rows('SELECT * FROM printed ORDER BY rowid')
  const printed = rows.map(
    (row): Printed => ({
      table: String(row['table']),
      population: String(row['population']),
      row: String(row['row']),
      statistic: String(row['statistic']),
      value: Number(row['value']),
      base: row['base'] === null ? null : Number(row['base']),
    }),
  )
  const run = figuresOf(tables)
  const differing = printed.filter((figure) => run.get(key(figure))?.value !== figure.value)
  const columns = printedColumns(printed)
  const differingBases = columns.flatMap(({ table, population, base }) => {
    const ours = run.get(`${table}|${population}`)?.value
    return ours === base || ours === undefined ? [] : [{ table, population, printed: base, run: ours }]
  })
  return {
    figures: printed.length,
    equal: printed.length - differing.length,
    differing: differing.map(({ table, population, row, statistic }) => ({
      table,
      population,
      row,
      statistic,
    })),
    bases: columns.length,
    differingBases,
    impossible: impossibleColumns(columns),
  }
}

const key = ({ table, population, row, statistic }: Printed): string =>
  `${table}|${population}|${row}|${statistic}`

/** The run's figures by key, and its bases by table and population. */
function figuresOf({ tables }: Tables): ReadonlyMap<string, { readonly value: number }> {
  const figures = new Map<string, { readonly value: number }>()
  for (const { id, columns, rows } of tables) {
    for (const [index, { population, statistic, base }] of columns.entries()) {
      if (base !== null) figures.set(`${id}|${population}`, { value: base })
      for (const { label, cells } of rows) {
        const cell = cells[index]
        if (cell !== undefined)
          figures.set(`${id}|${population}|${label}|${statistic}`, { value: cell.value })
      }
    }
  }
  return figures
}

function printedColumns(printed: readonly Printed[]): readonly PrintedColumn[] {
  const columns = new Map<string, { table: string; population: string; base: number; percents: number[] }>()
  for (const { table, population, row, statistic, value, base } of printed) {
    if (statistic !== 'percent' || base === null) continue
    const name = `${table}|${population}`
    const column = columns.get(name) ?? { table, population, base, percents: [] }
    if (row !== 'Total') column.percents.push(value)
    columns.set(name, column)
  }
  return [...columns.values()]
}
