import type { DescribedField, DescribedRelease, DescribedTable } from '../8-publish/index.ts'
import { type Engine, identifier, literal, literals } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import { fault } from './fault.ts'
import { readHeading, readTable } from './read-table.ts'
import type { ReleaseReader } from './reader.ts'

/** Headings, every cell by type and constraints, and the primary key, of one CSV file. */
export async function checkTable(
  engine: Engine,
  reader: ReleaseReader,
  table: DescribedTable,
  { tables }: DescribedRelease,
): Promise<{ readonly rows: number; readonly issues: readonly Issue[] }> {
  try {
    const [heading] = await engine.rows(`SELECT * FROM ${readHeading(reader, table)} LIMIT 1`)
    const names = Object.values(heading ?? {})
    const other = table.fields.find(({ name }, index) => names[index] !== name)
    if (other !== undefined) {
      return {
        rows: 0,
        issues: [fault('heading', table.path, 'The headings are not those described.', other.name)],
      }
    }
    const conditions = table.fields.flatMap((field) => conditionsOf(field, table))
    const counted = conditions.map(
      ({ broken }, index) => `(count(*) FILTER (WHERE ${broken}))::INTEGER AS f${index}`,
    )
    const [found] = await engine.rows(
      `SELECT ${['count(*)::INTEGER AS rows', ...counted].join(', ')} FROM ${readTable(reader, table)}`,
    )
    const issues = conditions.flatMap(({ field, words }, index) => {
      const cells = Number(found?.[`f${index}`])
      return cells === 0 ? [] : [fault('cell', table.path, `${cells} of its cells ${words}.`, field)]
    })
    const keys = [table.primaryKey, ...uniqueFields(table)].filter((key) => key.length > 0)
    for (const key of keys) {
      if (await repeats(engine, reader, table, key))
        issues.push(fault('key', table.path, 'Two rows have the same key.', key.join(', ')))
    }
    issues.push(...(await checkForeignKeys(engine, reader, table, tables)))
    return { rows: Number(found?.['rows']), issues }
  } catch {
    // The engine quotes what it could not read; the place is enough.
    const words = `It cannot be read as CSV of ${table.fields.length} columns.`
    return { rows: 0, issues: [fault('unreadable', table.path, words)] }
  }
}

interface Condition {
  readonly field: string
  /** SQL: true for a cell that breaks it. */
  readonly broken: string
  readonly words: string
}

function conditionsOf({ name, type, categories, constraints }: DescribedField, table: DescribedTable) {
  const cell = identifier(name)
  const marks = table.missingValues.filter((value) => value !== '')
  const missing = [
    ...(table.missingValues.includes('') ? [`${cell} IS NULL`] : []),
    ...(marks.length === 0 ? [] : [`coalesce(${cell}, '') IN (${literals(marks)})`]),
  ]
  const isMissing = missing.length === 0 ? 'false' : `(${missing.join(' OR ')})`
  const broken = (condition: string) => `NOT ${isMissing} AND NOT coalesce(${condition}, false)`
  const conditions: Condition[] = []
  const holds = TYPES[type]?.(cell)
  if (holds !== undefined) conditions.push({ field: name, broken: broken(holds), words: `hold no ${type}` })
  const listed = constraints['enum']
  const allowed = categories.length > 0 ? categories : Array.isArray(listed) ? listed.map(String) : []
  if (allowed.length > 0)
    conditions.push({
      field: name,
      broken: broken(`${cell} IN (${literals(allowed)})`),
      words: 'hold none of its categories',
    })
  if (constraints['required'] === true)
    conditions.push({ field: name, broken: isMissing, words: 'are blank, and must not be' })
  const minimum = constraints['minimum']
  if (typeof minimum === 'number')
    conditions.push({
      field: name,
      broken: broken(`TRY_CAST(${cell} AS DOUBLE) >= ${minimum}`),
      words: `are below ${minimum}`,
    })
  return conditions
}

/** SQL of what a cell of a type may hold. */
const TYPES: Readonly<Record<string, (cell: string) => string>> = {
  integer: (cell) => `regexp_full_match(${cell}, '[+-]?[0-9]+')`,
  number: (cell) => `regexp_full_match(${cell}, '[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?')`,
  boolean: (cell) => `${cell} IN ('true', 'false')`,
}

const uniqueFields = ({ fields }: DescribedTable): readonly (readonly string[])[] =>
  fields.filter(({ constraints }) => constraints['unique'] === true).map(({ name }) => [name])

async function repeats(
  engine: Engine,
  reader: ReleaseReader,
  table: DescribedTable,
  key: readonly string[],
): Promise<boolean> {
  const names = key.map(identifier).join(', ')
  const rows = await engine.rows(
    `SELECT 1 AS twice FROM ${readTable(reader, table)} GROUP BY ${names} HAVING count(*) > 1 LIMIT 1`,
  )
  return rows.length > 0
}

/** What a foreign key names must be there; missing values point nowhere. */
async function checkForeignKeys(
  engine: Engine,
  reader: ReleaseReader,
  table: DescribedTable,
  tables: readonly DescribedTable[],
): Promise<readonly Issue[]> {
  const issues: Issue[] = []
  for (const { fields, reference } of table.foreignKeys) {
    const target = reference.resource === '' ? table : tables.find(({ name }) => name === reference.resource)
    if (target === undefined) continue
    const on = fields.map(
      (name, index) => `a.${identifier(name)} = b.${identifier(reference.fields[index] ?? '')}`,
    )
    const marks = table.missingValues.filter((value) => value !== '')
    const present = fields.map((name) =>
      [
        `a.${identifier(name)} IS NOT NULL`,
        ...marks.map((mark) => `a.${identifier(name)} <> ${literal(mark)}`),
      ].join(' AND '),
    )
    const orphans = await engine.rows(`SELECT 1 AS orphan FROM ${readTable(reader, table)} a
      WHERE ${present.join(' AND ')} AND NOT EXISTS
        (SELECT 1 FROM ${readTable(reader, target)} b WHERE ${on.join(' AND ')}) LIMIT 1`)
    if (orphans.length > 0)
      issues.push(
        fault('foreign-key', table.path, `A row points to nothing in ${target.path}.`, fields.join(', ')),
      )
  }
  return issues
}
