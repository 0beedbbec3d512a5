import { NOTHING, type SubmissionSource } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import { hasErrors, type Issue } from '../issues.ts'
import { dateFaults, existedOn, indexNames, leftOut, startNames } from './names/index.ts'
import { setAsideSql } from './set-aside-sql.ts'
import { variableProjections } from './variable-projections.ts'

/** The rows of the frame that count, with the rowid they have in the file. */
const existing = (definition: Definition): string =>
  `(SELECT rowid, * FROM frame_rows WHERE not_asked IS NULL AND ${existedOn(definition.fieldwork.end)})`

/**
 * Reads the frame into `units` (key, name, variables): the units that existed on the last day of fieldwork
 * and were asked. Those that did not, or were not, are in `former_units` (key, name). Refuses a frame whose keys repeat or are blank, or
 * whose variables hold values the definition does not list: every later count rests on it.
 */
export async function readFrame(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource | undefined,
): Promise<readonly Issue[]> {
  await startNames(engine)
  if (source === undefined) {
    await engine.run('CREATE TABLE units (key VARCHAR, name VARCHAR)')
    await engine.run('CREATE TABLE former_units (key VARCHAR, name VARCHAR)')
    await indexNames(engine)
    return []
  }
  const cell = (role: string) => source.columns.get(role) ?? 'NULL::VARCHAR'
  const faults = await source.into('frame_rows', [
    { name: 'key', sql: `nullif(without_blanks(${cell('key')}), '')` },
    { name: 'name', sql: `coalesce(${cell('name')}, '')` },
    ...['from', 'until'].map((role) => ({ name: role, sql: `nullif(without_blanks(${cell(role)}), '')` })),
    { name: 'not_asked', sql: setAsideSql(definition.frame?.setAside ?? [], source) },
    ...variableProjections(definition, source),
  ])
  if (faults.length > 0) return faults
  const dates = await dateFaults(engine, 'frame_rows', source)
  if (hasErrors(dates)) return dates
  const units = existing(definition)
  await engine.run(
    `CREATE TABLE units AS SELECT * EXCLUDE (rowid, "from", "until", not_asked) FROM ${units} ORDER BY rowid`,
  )
  await engine.run(`CREATE TABLE former_units AS SELECT key, name FROM frame_rows
    WHERE not_asked IS NOT NULL OR NOT (${existedOn(definition.fieldwork.end)})`)
  await indexNames(engine)
  return [
    ...(await leftOut(engine, source.file, definition.fieldwork.end)),
    ...(await keyFaults(engine, source, units)),
    ...(await unlistedValues(engine, definition, source, units)),
  ]
}

async function keyFaults(
  engine: Engine,
  { file, firstRow }: SubmissionSource,
  units: string,
): Promise<Issue[]> {
  const rows = await engine.rows(`SELECT rowid + ${firstRow} AS record FROM ${units} WHERE key IS NULL
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
    const rows = await engine.rows(`SELECT rowid + ${source.firstRow} AS record FROM ${relation}
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
