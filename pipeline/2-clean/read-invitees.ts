import type { SubmissionSource } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type Engine, literal } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import { unlistedValues } from './read-frame.ts'
import { variableProjections } from './variable-projections.ts'

/**
 * Reads everyone invited into `people` (person, link, keys: the units they speak for, variables).
 * Refuses links that repeat and units that the frame does not know.
 */
export async function readInvitees(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource | undefined,
): Promise<readonly Issue[]> {
  if (source === undefined || definition.invitees === undefined) {
    await engine.run('CREATE TABLE people (link VARCHAR, keys VARCHAR[])')
    return []
  }
  const { separator } = definition.invitees
  const units = source.columns.get('unit') ?? 'NULL'
  const faults = await source.into('people', [
    { name: 'link', sql: `nullif(without_blanks(${source.columns.get('link') ?? 'NULL'}), '')` },
    {
      name: 'keys',
      sql: `list_transform(string_split(coalesce(${units}, ''), ${literal(separator)}), lambda key: trim(key))`,
    },
    ...variableProjections(definition, source),
  ])
  if (faults.length > 0) return faults
  const links = await engine.rows(`SELECT rowid + ${source.firstRow} AS record FROM people WHERE link IS NULL
    OR link IN (SELECT link FROM people GROUP BY link HAVING count(*) > 1) ORDER BY record LIMIT 20`)
  const unknown = await engine.rows(`SELECT DISTINCT record FROM
      (SELECT rowid + ${source.firstRow} AS record, unnest(keys) AS key FROM people) named ANTI JOIN units USING (key)
    ORDER BY record LIMIT 20`)
  return [
    ...links.map(({ record }) =>
      fault('clean/invitee-link', source, record, 'The link is blank or stands in another row too.'),
    ),
    ...unknown.map(({ record }) =>
      fault('clean/invitee-unit', source, record, 'The unit is not in the frame.'),
    ),
    ...(await unlistedValues(engine, definition, source, 'people')),
  ]
}

const fault = (code: string, source: SubmissionSource, record: unknown, message: string): Issue => ({
  code,
  severity: 'error',
  concern: 'data',
  message,
  advice: 'Correct the list of people invited.',
  file: source.file,
  row: Number(record),
})
