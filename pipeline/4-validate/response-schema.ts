import type { Field } from '../artefacts.ts'
import type { JsonSchema } from './json-schema.ts'

/**
 * The JSON Schema (draft 2020-12) of one published record, generated for a definition. Closed: a
 * record with any other property is invalid.
 */
export function responseSchema(title: string, fields: readonly Field[]): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `One anonymous response: ${title}`,
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, property(field)])),
    required: fields.map(({ name }) => name),
    additionalProperties: false,
  }
}

function property({ title, type, categories, missing }: Field): JsonSchema {
  if (type === 'number' && categories.length === 0) return { title, type: 'integer', minimum: 1 }
  return { title, type: 'string', enum: [...categories, ...missing] }
}
