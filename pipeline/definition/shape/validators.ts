import type { ValidateFunction } from 'ajv/dist/2020.js'
import type { SchemaNode } from './schema-node.ts'

/** Validators by their schemas: those that came with the compiled program (see `program.mjs`), and those made since. */
export const validators = new Map<SchemaNode, ValidateFunction>()
