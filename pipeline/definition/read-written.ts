import type { Checked } from '../issues.ts'
import { faultIssues } from './fault.ts'
import { checkShape } from './shape/check-shape.ts'
import type { SchemaNode } from './shape/schema-node.ts'
import { type YamlDocument, yamlDocument } from './text/yaml-document.ts'

/** What somebody wrote, where it has the shape of its schema, and where in the text each part of it stands. */
export interface ReadFile<Written> extends Checked<Written | undefined> {
  readonly place: YamlDocument['place']
}

/**
 * Reads the text of a YAML file that people write, as YAML and then as the shape that its JSON Schema describes. Out
 * comes what was written, or what is wrong with it, in the order of the file and with line numbers.
 */
export function readWritten<Written>(text: string, file: string, schema: SchemaNode): ReadFile<Written> {
  const { value, issues, place } = yamlDocument(text, file, schema)
  if (issues.length > 0) return { value: undefined, issues, place }
  const { written, faults } = checkShape<Written>(schema, value)
  return { value: written, issues: faultIssues(faults, place, file), place }
}
