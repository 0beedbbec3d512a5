import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const schemaOf = (name: string): { [key: string]: Json } =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../schemas/${name}.schema.json`), 'utf8'))

interface Node {
  readonly pointer: string
  readonly node: { readonly [key: string]: Json }
}

/** Every schema within a schema, by the keywords that hold schemas. */
function nodes(node: Json, pointer: string): readonly Node[] {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return []
  const one = ['items', 'additionalProperties', 'propertyNames', 'if', 'then', 'else']
  const named = ['properties', '$defs']
  const listed = ['anyOf', 'allOf']
  return [
    { pointer, node },
    ...one.flatMap((key) => nodes(node[key] ?? null, `${pointer}/${key}`)),
    ...named.flatMap((key) =>
      Object.entries(node[key] ?? {}).flatMap(([name, each]) => nodes(each, `${pointer}/${key}/${name}`)),
    ),
    ...listed.flatMap((key) =>
      Object.entries(node[key] ?? {}).flatMap(([index, each]) => nodes(each, `${pointer}/${key}/${index}`)),
    ),
  ]
}

/** Each schema of a file that people write, with the fewest parts and keys it may have. */
describe.each([
  ['consultation', 150, 70],
  ['site', 10, 7],
])('the schema of %s.yaml', (name, parts, fewest) => {
  const schema = schemaOf(name)
  const ajv = new Ajv2020({ allErrors: true, strict: true }).addSchema(schema)
  const all = nodes(schema, '#')
  /** Keys of the file: properties outside the conditions that only forbid or demand them. */
  const keys = all.filter(
    ({ pointer }) => /\/properties\/[^/]+$/.test(pointer) && !/\/(then|if|else|anyOf)\//.test(pointer),
  )

  it('compiles in strict mode', () => {
    expect(new Ajv2020({ strict: true }).compile(schema)).toBeTypeOf('function')
    expect(all.length).toBeGreaterThan(parts)
    expect(keys.length).toBeGreaterThanOrEqual(fewest)
  })

  it('leaves no object open by oversight', () => {
    const open = all.filter(
      ({ node }) => node['type'] === 'object' && node['additionalProperties'] === undefined,
    )
    expect(open.map(({ pointer }) => pointer)).toEqual([])
  })

  it('explains every key of the file, with examples, so that editors can', () => {
    const mute = keys.filter(({ node }) => {
      const referred = all.find(({ pointer }) => pointer === node['$ref'])?.node ?? {}
      return ['title', 'description', 'examples'].some((word) => (node[word] ?? referred[word]) === undefined)
    })
    expect(mute.map(({ pointer }) => pointer)).toEqual([])
  })

  it('gives only examples and defaults that it accepts itself', () => {
    const wrong = all.flatMap(({ pointer, node }) => {
      const { examples, default: fallback } = node
      const given = [
        ...(Array.isArray(examples) ? examples : []),
        ...(fallback === undefined ? [] : [fallback]),
      ]
      if (given.length === 0) return []
      const accepts = ajv.compile({ $ref: `urn:stocktake:${name}${pointer}` })
      return given.filter((one) => !accepts(one)).map((one) => `${pointer}: ${JSON.stringify(one)}`)
    })
    expect(wrong).toEqual([])
  })
})

describe('the schema of consultation.yaml', () => {
  it('refuses a key it does not know', () => {
    const accepts = new Ajv2020({ allErrors: true, strict: true }).compile(schemaOf('consultation'))
    const small = {
      title: 'Library services',
      publisher: { name: 'Anytown Council' },
      licence: 'OGL-UK-3.0',
      fieldwork: { start: '2024-01-08', end: '2024-03-01' },
      responses: { file: 'responses.csv' },
      questions: { q1: { text: 'Do you use the library?', answers: ['Yes', 'No', 3, true] } },
    }
    expect(accepts(small)).toBe(true)
    expect(accepts({ ...small, licence: 'MIT' })).toBe(false)
    expect(accepts({ ...small, colour: 'red' })).toBe(false)
    expect(accepts({ ...small, questions: { q1: { text: 'Why?', kind: 'open', answers: ['Yes'] } } })).toBe(
      false,
    )
  })
})

it('the schema of targets is one', () => {
  const ajv = new Ajv2020({ strict: true, discriminator: true })
  expect(ajv.compile(schemaOf('targets'))).toBeTypeOf('function')
})
