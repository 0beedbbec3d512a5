import type { Fault } from '../fault.ts'
import { type Breach, child } from './breach.ts'
import { badId, misplaced, missingKey, unknownKey } from './key-fault.ts'
import { type SchemaNode, schemaAt } from './schema-node.ts'
import { notAllowed, outOfBounds, wrongForm, wrongType } from './value-fault.ts'

/** A breach of the schema in words for the author. */
export function shapeFault(schema: SchemaNode, breach: Breach, written: unknown): Fault {
  const { path, keyword, params } = breach
  const nodes = schemaAt(schema, path)
  const value = path.reduce(child, written)
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(path, String(params['additionalProperty']), nodes)
    case 'required':
      return missingKey(breach, nodes, value)
    case 'type':
      return wrongType(breach, nodes, value)
    case 'enum':
      if (value === null) return wrongType(breach, nodes, value)
      return notAllowed(path, nodes, value)
    case 'pattern':
      return breach.propertyName === undefined ? wrongForm(path, nodes) : badId(path, breach.propertyName)
    case 'false schema':
      return misplaced(path, written)
    default:
      return outOfBounds(path, keyword, params, value)
  }
}
