/**
 * Validate (GSBPM 5.3). In: anonymous responses. Out: the same, every record checked against the closed
 * JSON Schema generated for the definition. The schema runs as SQL over all records, for speed, and as
 * ajv over a sample and over every record that SQL found wrong, for truth. A failure here is our fault,
 * not the data's: cleaning can only write what the schema allows.
 */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type AnonymousResponses, seal, type ValidResponses } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import type { JsonSchema } from './json-schema.ts'
import { responseSchema } from './response-schema.ts'
import { toSql } from './to-sql.ts'

/** Records that ajv reads besides the faulty ones: evenly spread over the file. */
const SAMPLE = 500

/** Throws when a record is invalid, naming the fields; never a value. */
export async function validate(
  engine: Engine,
  definition: Definition,
  responses: AnonymousResponses,
): Promise<ValidResponses> {
  // Without a row there is nothing to check, and no record to describe.
  if (responses.rows === 0) return seal<ValidResponses>({ responses, schema: {} })
  const schema = responseSchema(definition.title, responses.fields)
  const relation = identifier(responses.relation)
  const conditions = toSql(schema)
  const published = responses.fields.map(({ name, type }) =>
    type === 'number' ? identifier(name) : `${identifier(name)}::VARCHAR AS ${identifier(name)}`,
  )
  const counts = await engine.rows(
    `SELECT ${conditions
      .map(({ valid }, index) => `(count(*) FILTER (WHERE NOT (${valid})))::INTEGER AS f${index}`)
      .join(', ')} FROM (SELECT ${published.join(', ')} FROM ${relation})`,
  )
  const invalid = conditions
    .filter((_, index) => Number(counts[0]?.[`f${index}`]) > 0)
    .map(({ field }) => field)
  const step = Math.max(1, Math.floor(responses.rows / SAMPLE))
  const sample = await engine.rows(`SELECT to_json(t)::VARCHAR AS record FROM
    (SELECT ${published.join(', ')} FROM ${relation} WHERE id % ${step} = 0 ORDER BY id) t`)
  const refused = refusedByAjv(
    schema,
    sample.map(({ record }) => String(record)),
  )
  if (invalid.length + refused.length > 0) {
    throw new Error(
      `anonymous responses break their own schema in: ${[...new Set([...invalid, ...refused])].join(', ')}`,
    )
  }
  return seal<ValidResponses>({ responses, schema: { ...schema } })
}

function refusedByAjv(schema: JsonSchema, records: readonly string[]): readonly string[] {
  // That the schema is one is tested, and not looked at by every run.
  const check = new Ajv2020({ allErrors: true, strict: true, meta: false, validateSchema: false }).compile(
    schema,
  )
  return records.flatMap((record) =>
    check(JSON.parse(record))
      ? []
      : (check.errors ?? []).map(({ instancePath }) => instancePath.slice(1) || 'record'),
  )
}
