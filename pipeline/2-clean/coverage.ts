import type { Definition } from '../definition/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import type { Issue } from '../issues.ts'

/**
 * Makes `unit_coverage` (variables, responded, covered) from the responses kept, one row a unit of the
 * frame, and `people_coverage` (variables, in_frame, responded), whose sums are counts of people.
 * A response counts for every unit its sender speaks for; an organisation's response covers the units
 * it names.
 */
export async function coverage(engine: Engine, definition: Definition): Promise<readonly Issue[]> {
  if (definition.frame === undefined) return []
  const variables = definition.variables.map(({ id }) => id)
  const ofFrame = variables.filter((id) => definition.frame?.columns[id] !== undefined).map(identifier)
  await engine.run(`CREATE TEMP TABLE covering AS ${coveringSql(definition)}`)
  await engine.run(`CREATE TEMP TABLE responding AS
    SELECT unit AS key FROM responses WHERE unit IS NOT NULL
    UNION SELECT unnest(p.keys) FROM responses r JOIN people p ON r.person = p.rowid`)
  await engine.run(`CREATE TABLE unit_coverage AS
    SELECT ${ofFrame.map((name) => `u.${name},`).join(' ')} r.key IS NOT NULL AS responded,
      r.key IS NOT NULL OR c.key IS NOT NULL AS covered
    FROM units u LEFT JOIN responding r ON u.key = r.key
    LEFT JOIN (SELECT DISTINCT key FROM covering) c ON u.key = c.key`)
  if (definition.invitees !== undefined) {
    const ofPeople = variables.filter((id) => definition.invitees?.columns[id] !== undefined).map(identifier)
    const list = ofPeople.map((name) => `${name},`).join(' ')
    await engine.run(`CREATE TABLE people_coverage AS
      SELECT ${list} 1 AS in_frame, 0 AS responded FROM people
      UNION ALL SELECT ${list} 0, 1 FROM responses WHERE unit IS NOT NULL`)
  }
  const unknown = await engine.rows(`SELECT source, record FROM covering
    WHERE key <> '' AND key NOT IN (SELECT u.key FROM units u) GROUP BY ALL ORDER BY source, record LIMIT 20`)
  return unknown.map(({ source, record }) => ({
    code: 'clean/unknown-coverage',
    severity: 'warning',
    concern: 'data',
    message: 'This response says it speaks for a unit that is not in the frame.',
    advice: 'Correct the key; units not in the frame count for nothing.',
    file: String(source),
    row: Number(record),
    column: 'covers',
  }))
}

function coveringSql(definition: Definition): string {
  const parts = definition.responses.map(
    ({
      file,
      separator,
    }) => `SELECT source, record, trim(unnest(string_split(covers, ${literal(separator ?? ';')}))) AS key
      FROM responses WHERE source = ${literal(file)} AND covers IS NOT NULL`,
  )
  return parts.join(' UNION ALL ')
}
