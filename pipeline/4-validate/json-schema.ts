/** A JSON Schema, of the keywords that `toSql` knows. */
export interface JsonSchema {
  readonly $schema?: string
  readonly title?: string
  readonly type?: 'object' | 'string' | 'integer' | 'number'
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
}
