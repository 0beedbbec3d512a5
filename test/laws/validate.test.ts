import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonSchema } from '../../pipeline/4-validate/json-schema.ts'
import { toSql } from '../../pipeline/4-validate/to-sql.ts'
import { type Engine, literal } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'

let engine: Engine
beforeAll(async () => {
  ;({ engine } = await testEngine())
})
afterAll(() => engine.close())

const words = fc.constantFrom('Yes', 'No', "Don't know", '[no reply]', '', 'yes', 'Yes ', 'naïve', '👍🏽')

const schemas: fc.Arbitrary<JsonSchema> = fc
  .record({
    answer: fc.record({
      type: fc.constant<'string'>('string'),
      enum: fc.uniqueArray(words, { minLength: 1 }),
    }),
    text: fc.record({ type: fc.constant<'string'>('string'), minLength: fc.nat(4), maxLength: fc.nat(4) }),
    count: fc.record({
      type: fc.constant<'integer'>('integer'),
      minimum: fc.integer({ min: -3, max: 3 }),
      maximum: fc.integer({ min: -3, max: 9 }),
    }),
    required: fc.subarray(['answer', 'text', 'count']),
  })
  .map(({ required, ...properties }) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  }))

const records = fc.record(
  {
    answer: words,
    text: words,
    count: fc.oneof(fc.integer({ min: -5, max: 12 }), fc.constantFrom(0.5, 2.25)),
  },
  { requiredKeys: [] },
)

describe('a JSON Schema as SQL', () => {
  it('gives the verdict of ajv, property by property, on random records', async () => {
    let verdicts = { valid: 0, invalid: 0 }
    await fc.assert(
      fc.asyncProperty(schemas, fc.array(records, { minLength: 1, maxLength: 30 }), async (schema, rows) => {
        const check = new Ajv2020({ allErrors: true, strict: true }).compile(schema)
        const values = rows.map(
          ({ answer, text, count }) =>
            `(${[answer, text].map((one) => (one === undefined ? 'NULL' : literal(one))).join(', ')}, ${count ?? 'NULL'})`,
        )
        const sql = toSql(schema)
        const found =
          await engine.rows(`SELECT ${sql.map(({ valid, field }) => `(${valid}) AS ${field}`).join(', ')}
          FROM (VALUES ${values.join(', ')}) t(answer, text, count)`)
        for (const [index, row] of rows.entries()) {
          const valid = check(row)
          const wrong = new Set(
            (check.errors ?? []).map(
              ({ instancePath, params }) => instancePath.slice(1) || String(params['missingProperty']),
            ),
          )
          const bySql = sql.filter(({ field }) => found[index]?.[field] !== true).map(({ field }) => field)
          expect(bySql).toEqual(sql.map(({ field }) => field).filter((field) => wrong.has(field)))
          verdicts = valid
            ? { ...verdicts, valid: verdicts.valid + 1 }
            : { ...verdicts, invalid: verdicts.invalid + 1 }
        }
      }),
      { numRuns: 150 },
    )
    expect(verdicts.valid).toBeGreaterThan(4)
    expect(verdicts.invalid).toBeGreaterThan(4)
  })
})
