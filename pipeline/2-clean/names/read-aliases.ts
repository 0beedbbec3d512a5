import type { SubmissionSource } from '../../artefacts.ts'
import type { Engine } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'

/** How many rows of a file are worth naming. */
const MOST_ROWS = 20

/**
 * Reads other names of units into `unit_aliases` (name, key), those of units that are in the frame. A name
 * given to two units counts for neither: a warning for each such row. Names of units that are not in
 * the frame count for nothing; one warning says how many.
 */
export async function readAliases(engine: Engine, source: SubmissionSource): Promise<readonly Issue[]> {
  const faults = await source.into('alias_rows', [
    { name: 'name', sql: source.columns.get('name') ?? 'NULL::VARCHAR' },
    { name: 'key', sql: `code_text(${source.columns.get('key') ?? 'NULL::VARCHAR'})` },
  ])
  if (faults.length > 0) return faults
  await engine.run(`INSERT INTO unit_aliases SELECT name, key FROM alias_rows SEMI JOIN units USING (key)
    WHERE name IS NOT NULL AND strict_name(name) <> ''`)
  return [...(await ambiguous(engine, source)), ...(await unknown(engine, source))]
}

async function ambiguous(engine: Engine, source: SubmissionSource): Promise<readonly Issue[]> {
  const rows =
    await engine.rows(`SELECT rowid + ${source.firstRow} AS row FROM alias_rows SEMI JOIN units USING (key)
    WHERE strict_name(name) IN (SELECT strict_name(name) AS form FROM unit_aliases
      GROUP BY form HAVING min(key) <> max(key)) ORDER BY row LIMIT ${MOST_ROWS}`)
  return rows.map(({ row }) => ({
    code: 'clean/ambiguous-alias',
    severity: 'warning',
    concern: 'data',
    message: 'This name is given to another unit as well, so it counts for neither.',
    advice: 'Keep the row of the unit that is meant, or leave both: such names come up in the review sheet.',
    file: source.file,
    row: Number(row),
    column: 'name',
  }))
}

async function unknown(engine: Engine, source: SubmissionSource): Promise<readonly Issue[]> {
  const [found] =
    await engine.rows(`SELECT count(*)::INTEGER AS names, min(rowid)::INTEGER AS first FROM alias_rows
    WHERE key IS NULL OR (key NOT IN (SELECT u.key FROM units u WHERE u.key IS NOT NULL)
      AND key NOT IN (SELECT f.key FROM former_units f WHERE f.key IS NOT NULL))`)
  const names = Number(found?.['names'] ?? 0)
  if (names === 0) return []
  return [
    {
      code: 'clean/alias-key',
      severity: 'warning',
      concern: 'data',
      message: `${names === 1 ? 'One name is' : `${names} names are`} given to a unit that is not in the frame, and ${names === 1 ? 'counts' : 'count'} for nothing; this is the first such row.`,
      advice: 'Correct the key, or leave it if the unit is not asked.',
      file: source.file,
      row: Number(found?.['first']) + source.firstRow,
      column: 'key',
    },
  ]
}
