import type { SubmissionSource } from '../artefacts.ts'
import type { Definition, ResponseSource } from '../definition/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import { NAME_METHODS, nameMatchesSql } from './names/index.ts'
import { MARKS } from './persons/index.ts'

/**
 * Joins one file's rows (`staged`) to the frame (GSBPM 5.1): by personal link, then by the unit's key,
 * then by its name. Makes `matched` (record, person, unit, link, complete, submitted, digest, method,
 * reason, and what tells persons from rows): `method` says by which rule a name was found, `reason` why a row is no response. Adds to
 * `names_seen` the names that no rule matched, and those that a person decided on.
 */
export async function matchUnits(
  engine: Engine,
  definition: Definition,
  plan: ResponseSource,
  source: SubmissionSource,
  staged: string,
  matched: string,
): Promise<void> {
  const shared = Object.keys(definition.invitees?.columns ?? {}).filter(
    (name) => source.columns.has(name) && definition.variables.some(({ id }) => id === name),
  )
  const mustBeInFrame = definition.frame !== undefined && plan.fromFrame
  await engine.run(`CREATE OR REPLACE TEMP TABLE matched_names AS ${nameMatchesSql(staged)}`)
  await engine.run(`CREATE TABLE ${matched} AS
    WITH named AS (
      SELECT s.rowid AS record, s.link, s.complete, s.submitted, s.digest, s.not_a_response, ${MARKS.map((name) => `s.${name}, `).join('')}
        p.rowid AS person, coalesce(p.keys[1], u.key, n.key) AS unit,
        CASE WHEN p.keys IS NULL AND u.key IS NULL THEN n.method END AS method
        ${shared.map((id) => `, s.${identifier(id)}`).join('')}
      FROM ${staged} s
      LEFT JOIN people p ON s.link = p.link
      LEFT JOIN units u ON s.unit_key = u.key
      LEFT JOIN matched_names n ON s.unit_name = n.name
    )
    SELECT named.* EXCLUDE (person), coalesce(named.person, ${shared.length > 0 ? 'sole.person' : 'NULL'}) AS person,
      CASE WHEN not_a_response IS NOT NULL THEN not_a_response
        WHEN ${mustBeInFrame} AND unit IS NULL THEN 'not from the frame' END AS reason
    FROM named ${shared.length > 0 ? onlyPerson(shared) : ''}`)
  if (definition.frame !== undefined) await engine.run(namesSeenSql(staged, matched))
}

/** Where the link fails, the one person invited for that unit and role, if there is just one. */
function onlyPerson(shared: readonly string[]): string {
  const columns = shared.map(identifier)
  return `LEFT JOIN (
      SELECT min(person) AS person, key, ${columns.join(', ')}
      FROM (SELECT rowid AS person, unnest(keys) AS key, ${columns.join(', ')} FROM people)
      GROUP BY key, ${columns.join(', ')} HAVING count(*) = 1
    ) sole ON sole.key = named.unit ${columns.map((column) => `AND sole.${column} = named.${column}`).join(' ')}`
}

/** Names that come into the review sheet, and how many rows have nothing but them to be found by. */
const namesSeenSql = (staged: string, matched: string): string => `INSERT INTO names_seen
  SELECT n.form, n.name, count(*) FROM ${matched} m JOIN ${staged} s ON m.record = s.rowid
    JOIN matched_names n ON s.unit_name = n.name
  WHERE (n.key IS NULL OR n.decided) AND m.not_a_response IS NULL
    AND (m.unit IS NULL OR m.method = ${literal(NAME_METHODS.decision)})
  GROUP BY n.form, n.name`
