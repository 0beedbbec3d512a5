import { NOTHING, type SubmissionSource } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import { NAME_FORMS } from './names.ts'
import { variableProjections } from './variable-projections.ts'

/**
 * Reads the frame into `units` (key, name, variables) and `unit_names` (form, key). Refuses a frame
 * whose keys repeat or are blank, or whose variables hold values the definition does not list: every
 * later count rests on it.
 */
export async function readFrame(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource | undefined,
): Promise<readonly Issue[]> {
  if (source === undefined) {
    await engine.run('CREATE TABLE units (key VARCHAR, name VARCHAR)')
    await engine.run('CREATE TABLE unit_names (form VARCHAR, key VARCHAR)')
    return []
  }
  const faults = await source.into('units', [
    { name: 'key', sql: `nullif(without_blanks(${source.columns.get('key') ?? 'NULL'}), '')` },
    { name: 'name', sql: `coalesce(${source.columns.get('name') ?? 'NULL'}, '')` },
    ...variableProjections(definition, source),
  ])
  if (faults.length > 0) return faults
  await engine.run(`CREATE TABLE unit_names AS ${NAME_FORMS}`)
  return [
    ...(await keyFaults(engine, source.file)),
    ...(await unlistedValues(engine, definition, source, 'units')),
  ]
}

async function keyFaults(engine: Engine, file: string): Promise<Issue[]> {
  const rows = await engine.rows(`SELECT rowid + 2 AS record FROM units WHERE key IS NULL
    OR key IN (SELECT key FROM units GROUP BY key HAVING count(*) > 1) ORDER BY record LIMIT 20`)
  return rows.map(({ record }) => ({
    code: 'clean/frame-key',
    severity: 'error',
    concern: 'data',
    message: 'The key of this unit is blank or stands in another row too.',
    expected: 'a key of its own in every row',
    advice: 'Give every unit of the frame one row and one key.',
    file,
    row: Number(record),
  }))
}

/** Rows of `relation` where a variable is blank or not in its code list. */
export async function unlistedValues(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource,
  relation: string,
): Promise<Issue[]> {
  const issues: Issue[] = []
  for (const { id, title, values } of definition.variables.filter((variable) =>
    source.columns.has(variable.id),
  )) {
    const rows = await engine.rows(`SELECT rowid + 2 AS record FROM ${relation}
      WHERE ${identifier(id)} IN (${literal(NOTHING.noReply)}, ${literal(NOTHING.error)}) ORDER BY record LIMIT 20`)
    for (const { record } of rows) {
      issues.push({
        code: 'clean/unlisted-value',
        severity: 'error',
        concern: 'data',
        message: `${title} is blank or not one of the values that the definition lists.`,
        expected: values.join(', '),
        advice: `Correct the cell, or add the value to variables.${id}.values.`,
        file: source.file,
        row: Number(record),
        column: id,
      })
    }
  }
  return issues
}
