import { identifier, literals } from '../engine/index.ts'
import type { JsonSchema } from './json-schema.ts'

/**
 * A record schema as one SQL condition a property: true where a value is valid. Columns are VARCHAR for
 * strings and numeric for numbers; NULL stands for an absent property. Gives the verdict that ajv gives;
 * a property test holds the two together.
 */
export function toSql(schema: JsonSchema): readonly { readonly field: string; readonly valid: string }[] {
  return Object.entries(schema.properties ?? {}).map(([field, property]) => {
    const column = identifier(field)
    const present = checks(column, property).join(' AND ') || 'true'
    const absent = schema.required?.includes(field) ? 'false' : 'true'
    return { field, valid: `CASE WHEN ${column} IS NULL THEN ${absent} ELSE ${present} END` }
  })
}

function checks(column: string, property: JsonSchema): readonly string[] {
  return [
    ...(property.type === 'integer' ? [`${column} = trunc(${column})`] : []),
    ...(property.enum === undefined ? [] : [`${column} IN (${literals(property.enum)})`]),
    ...(property.minimum === undefined ? [] : [`${column} >= ${property.minimum}`]),
    ...(property.maximum === undefined ? [] : [`${column} <= ${property.maximum}`]),
    ...(property.minLength === undefined ? [] : [`length(${column}) >= ${property.minLength}`]),
    ...(property.maxLength === undefined ? [] : [`length(${column}) <= ${property.maxLength}`]),
  ]
}
