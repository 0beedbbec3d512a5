import type { Path } from '../fault.ts'

/** What is read of a JSON Schema to explain a fault; the schemas of files that people write use no more. */
export interface SchemaNode {
  readonly title?: string
  readonly $ref?: string
  readonly type?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, SchemaNode | boolean>>
  readonly additionalProperties?: SchemaNode | boolean
  readonly propertyNames?: SchemaNode
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
  readonly $defs?: Readonly<Record<string, SchemaNode>>
}

/** The parts of the schema `root` that say what may stand at a place: references and alternatives followed. */
export const schemaAt = (root: SchemaNode, path: Path): readonly SchemaNode[] =>
  path.reduce((nodes, step) => below(root, nodes, step), expand(root, root))

/** Those below one key or list position of `nodes`. */
export function below(
  root: SchemaNode,
  nodes: readonly SchemaNode[],
  step: string | number,
): readonly SchemaNode[] {
  return nodes.flatMap((node) => {
    const named = node.properties !== undefined && Object.hasOwn(node.properties, step)
    const child =
      typeof step === 'number' ? node.items : named ? node.properties?.[step] : node.additionalProperties
    return typeof child === 'object' ? expand(root, child) : []
  })
}

/** A node, what it refers to, and its alternatives. */
function expand(root: SchemaNode, node: SchemaNode): readonly SchemaNode[] {
  const referred = node.$ref === undefined ? undefined : root.$defs?.[node.$ref.replace('#/$defs/', '')]
  return [
    node,
    ...(referred === undefined ? [] : expand(root, referred)),
    ...(node.anyOf ?? []).flatMap((alternative) => expand(root, alternative)),
  ]
}

/** Keys that may stand at a place. */
export const keysOf = (nodes: readonly SchemaNode[]): readonly string[] => [
  ...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {}))),
]

/** Whether a number, or true or false, is wanted here rather than words; beside a number text of one form may stand. */
export function isTyped(nodes: readonly SchemaNode[]): boolean {
  const words = nodes.some(({ type, pattern }) => type === 'string' && pattern === undefined)
  return !words && nodes.some(({ type = '' }) => ['number', 'integer', 'boolean'].includes(type))
}
