import { Ajv2020 } from 'ajv/dist/2020.js'
import type { DescribedField, DescribedRelease } from '../8-publish/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import { fault } from './fault.ts'
import { readTable } from './read-table.ts'
import type { ReleaseReader } from './reader.ts'

const FILE = 'schemas/response.schema.json'
/** Fields with more different values than this hold numbers, whose limits are looked at instead. */
const DISTINCT = 2000

/**
 * The responses keep the JSON Schema that is published with them. It judges each field by itself, so every value
 * that occurs is judged once, however many responses there are.
 */
export async function checkResponses(
  engine: Engine,
  reader: ReleaseReader,
  { tables }: DescribedRelease,
): Promise<readonly Issue[]> {
  const text = await reader.text(FILE)
  const table = tables.find(({ name }) => name === 'responses')
  if (text === undefined || table === undefined) return []
  const properties = propertiesOf(text)
  if (properties === undefined) return [fault('response-schema', FILE, 'The schema of a response is none.')]
  const names = table.fields.map(({ name }) => name)
  if (Object.keys(properties).sort().join('\n') !== [...names].sort().join('\n'))
    return [fault('response-schema', FILE, 'The schema of a response has other fields than the responses.')]
  const issues: Issue[] = []
  for (const field of table.fields) {
    if (await breaks(engine, readTable(reader, table), field, properties[field.name]))
      issues.push(fault('response', table.path, `A response breaks ${FILE}.`, field.name))
  }
  return issues
}

async function breaks(
  engine: Engine,
  relation: string,
  { name, type }: DescribedField,
  schema: unknown,
): Promise<boolean> {
  const cell = identifier(name)
  const distinct = await engine.rows(
    `SELECT DISTINCT ${cell} AS value FROM ${relation} LIMIT ${DISTINCT + 1}`,
  )
  const [limits] =
    distinct.length <= DISTINCT
      ? []
      : await engine.rows(
          `SELECT min(TRY_CAST(${cell} AS DOUBLE)) AS low, max(TRY_CAST(${cell} AS DOUBLE)) AS high FROM ${relation}`,
        )
  const values = limits === undefined ? distinct.map(({ value }) => value) : Object.values(limits)
  const isNumber = type === 'integer' || type === 'number'
  const judge = new Ajv2020({ strict: false }).compile(Object(schema))
  return values.some((value) => !judge(isNumber && value !== null ? Number(value) : value))
}

function propertiesOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const schema: unknown = JSON.parse(text)
    const properties =
      typeof schema === 'object' && schema !== null ? Reflect.get(schema, 'properties') : undefined
    return typeof properties === 'object' && properties !== null ? { ...properties } : undefined
  } catch {
    return undefined
  }
}
