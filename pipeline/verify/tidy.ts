import type { DescribedRelease } from '../8-publish/index.ts'
import { type Engine, literal } from '../engine/index.ts'
import { readTable } from './read-table.ts'
import type { ReleaseReader } from './reader.ts'

/** A published figure, as `data/tables.csv` has it. */
export interface TidyFigure {
  readonly row: string
  readonly population: string
  readonly statistic: string
  readonly value: string | null
  readonly status: string
  readonly base: string | null
  readonly baseDescription: string
}

export interface TidyTable {
  readonly id: string
  readonly title: string
}

/** The table of all figures, in a relation that is read once and asked for one table at a time. */
export interface Tidy {
  /** In the order of the file. */
  readonly tables: readonly TidyTable[]
  readonly figures: number
  readonly of: (table: TidyTable) => Promise<readonly TidyFigure[]>
}

/** Opens the figures of a release; undefined where it has none, or they have other columns. */
export async function openTidy(
  engine: Engine,
  reader: ReleaseReader,
  { tables }: DescribedRelease,
): Promise<Tidy | undefined> {
  const table = tables.find(({ name }) => name === 'tables')
  const names = table?.fields.map(({ name }) => name) ?? []
  if (table === undefined || COLUMNS.some((name) => !names.includes(name))) return undefined
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE tidy AS SELECT row_number() OVER () AS line, * FROM ${readTable(reader, table)}`,
  )
  const found = await engine.rows(
    'SELECT "table" AS id, any_value(title) AS title, count(*)::INTEGER AS figures FROM tidy GROUP BY 1 ORDER BY min(line)',
  )
  return {
    tables: found.map(({ id, title }) => ({ id: String(id), title: String(title) })),
    figures: found.reduce((sum, { figures }) => sum + Number(figures), 0),
    of: async ({ id }) => {
      const rows = await engine.rows(`SELECT * FROM tidy WHERE "table" = ${literal(id)} ORDER BY line`)
      return rows.map((row) => ({
        row: String(row['row']),
        population: String(row['population']),
        statistic: String(row['statistic']),
        value: row['value'] === null ? null : String(row['value']),
        status: row['status'] === null ? '' : String(row['status']),
        base: row['base'] === null ? null : String(row['base']),
        baseDescription: row['base_description'] === null ? '' : String(row['base_description']),
      }))
    },
  }
}

const COLUMNS = [
  'table',
  'title',
  'population',
  'row',
  'statistic',
  'value',
  'status',
  'base',
  'base_description',
]
