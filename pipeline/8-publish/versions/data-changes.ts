import { type Engine, identifier, literal } from '../../engine/index.ts'
import type { DescribedTable } from './described.ts'
import type { FigureChange, FigureChanges, RowChanges } from './difference.ts'

/** A table of a release on disk: the engine must be allowed to read `file`. */
export interface TableFile {
  readonly table: DescribedTable
  readonly file: string
}

/** Figures that are listed one by one; the rest is counted. */
const LISTED = 5000

const csv = (file: string): string =>
  `read_csv(${literal(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '', auto_detect = false, columns = `

/** A CSV file as a relation of texts, its columns as described. */
const read = ({ table, file }: TableFile): string =>
  `${csv(file)}{${table.fields.map(({ name }) => `${literal(name)}: 'VARCHAR'`).join(', ')}})`

/**
 * How many rows came and went, on the fields both have. A number that is given anew in each release, `id`,
 * does not count. Rows are told apart by a 64-bit hash.
 */
export async function rowChanges(engine: Engine, old: TableFile, now: TableFile): Promise<RowChanges> {
  const names = now.table.fields.map(({ name }) => name)
  const shared = old.table.fields
    .map(({ name }) => name)
    .filter((name) => names.includes(name) && name !== 'id')
  const columns = shared.length === 0 ? '0' : shared.map(identifier).join(', ')
  const counted = (source: TableFile) =>
    `(SELECT hash(${columns}) AS row, count(*) AS rows FROM ${read(source)} GROUP BY 1)`
  const [found] = await engine.rows(`SELECT
      coalesce(sum(b.rows), 0)::BIGINT AS before, coalesce(sum(a.rows), 0)::BIGINT AS after,
      coalesce(sum(greatest(coalesce(a.rows, 0) - coalesce(b.rows, 0), 0)), 0)::BIGINT AS added,
      coalesce(sum(greatest(coalesce(b.rows, 0) - coalesce(a.rows, 0), 0)), 0)::BIGINT AS removed
    FROM ${counted(old)} b FULL JOIN ${counted(now)} a ON a.row = b.row`)
  const count = (name: string) => Number(found?.[name] ?? 0)
  return {
    resource: now.table.name,
    before: count('before'),
    after: count('after'),
    added: count('added'),
    removed: count('removed'),
  }
}

const KEY = ['table', 'population', 'row', 'statistic'] as const

/** Which figures of `data/tables.csv` came, went, or have another value, status or base. */
export async function figureChanges(engine: Engine, old: TableFile, now: TableFile): Promise<FigureChanges> {
  const on = KEY.map((name) => `a.${identifier(name)} = b.${identifier(name)}`).join(' AND ')
  const key = KEY.map(
    (name) => `coalesce(a.${identifier(name)}, b.${identifier(name)}) AS ${identifier(name)}`,
  )
  const shown = (side: string) => `coalesce(${side}.value, '[' || coalesce(${side}.status, '') || ']')`
  const marked = (side: string) =>
    `${shown(side)} || CASE WHEN ${side}.value IS NOT NULL AND ${side}.status = 'u' THEN ' [u]' ELSE '' END`
  const differs = `(${shown('a')} <> ${shown('b')} OR a.base IS DISTINCT FROM b.base)`
  await engine.run(`CREATE OR REPLACE TEMP TABLE figure_changes AS SELECT ${key.join(', ')},
      CASE WHEN b.statistic IS NULL THEN 'added' WHEN a.statistic IS NULL THEN 'removed'
        WHEN ${differs} THEN 'changed' ELSE 'marked' END AS change,
      CASE WHEN b.statistic IS NOT NULL THEN ${marked('b')} END AS before,
      CASE WHEN a.statistic IS NOT NULL THEN ${marked('a')} END AS after,
      b.base AS base_before, a.base AS base_after
    FROM ${read(old)} b FULL JOIN ${read(now)} a ON ${on}
    WHERE a.statistic IS NULL OR b.statistic IS NULL OR ${differs} OR (${marked('a')}) <> (${marked('b')})`)
  const counts = await engine.rows(
    'SELECT change, count(*)::INTEGER AS figures FROM figure_changes GROUP BY 1',
  )
  const tables = await engine.rows('SELECT DISTINCT "table" AS name FROM figure_changes ORDER BY 1')
  const rows = await engine.rows(
    `SELECT * FROM figure_changes ORDER BY ${KEY.map(identifier).join(', ')} LIMIT ${LISTED}`,
  )
  const count = (change: FigureChange['change']) =>
    Number(counts.find((row) => row['change'] === change)?.['figures'] ?? 0)
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    marked: count('marked'),
    tables: tables.map(({ name }) => String(name)),
    list: rows.map(listed),
  }
}

const CHANGES = ['added', 'removed', 'changed', 'marked'] as const

function listed(row: Readonly<Record<string, unknown>>): FigureChange {
  const given = (name: string, column: string) =>
    row[column] === null || row[column] === undefined ? {} : { [name]: String(row[column]) }
  const change = CHANGES.find((one) => one === row['change']) ?? 'changed'
  return {
    change,
    table: String(row['table']),
    population: String(row['population']),
    row: String(row['row']),
    statistic: String(row['statistic']),
    ...given('before', 'before'),
    ...given('after', 'after'),
    ...given('baseBefore', 'base_before'),
    ...given('baseAfter', 'base_after'),
  }
}
