import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml'
import { below, isTyped, type SchemaNode, schemaAt } from '../shape/schema-node.ts'

/** A value and where it stands in the text. */
export interface Spot {
  readonly value: unknown
  readonly offset: number
  readonly keyOffset: number
  readonly shared: boolean
  readonly children: ReadonlyMap<string | number, Spot>
}

/** Something wrong with the text itself. */
export interface TreeFault {
  readonly code: string
  readonly offset: number
  readonly message: string
  readonly advice: string
}

/** More than any definition holds, aliases written out; fewer than would fill the memory. */
const MOST_NODES = 100_000

/**
 * The values of a YAML document, aliases written out. Numbers and true or false stay as they are only
 * where the schema wants them; elsewhere they are text as written, so that the labels 1.0, 007 and
 * True survive. Duplicate keys, unusual keys, tags, unknown or circular aliases and aliases that grow
 * beyond measure are faults.
 */
export function yamlTree(
  document: Document,
  schema: SchemaNode,
): { readonly root: Spot; readonly faults: readonly TreeFault[] } {
  const faults: TreeFault[] = []
  const open = new Set<Node>()
  let nodes = 0

  const say = (code: string, node: Node, message: string, advice: string): void => {
    faults.push({ code, offset: start(node), message, advice })
  }

  const visit = (
    node: Node | null,
    schemas: readonly SchemaNode[],
    keyOffset: number,
    shared: boolean,
  ): Spot => {
    const none = {
      value: null,
      offset: node === null ? keyOffset : start(node),
      keyOffset,
      shared,
      children: new Map(),
    }
    nodes++
    if (node === null || nodes > MOST_NODES) return none
    if (isAlias(node)) {
      const target = node.resolve(document)
      if (target === undefined) {
        say('unknown-alias', node, `There is no &${node.source} above this *${node.source}.`, ALIAS_ADVICE)
        return none
      }
      if (open.has(target)) {
        say(
          'circular-alias',
          node,
          `The list *${node.source} contains itself.`,
          'Write the list out instead.',
        )
        return none
      }
      return { ...visit(target, schemas, keyOffset, true), keyOffset }
    }
    if (node.tag !== undefined && node.tag !== 'tag:yaml.org,2002:str') {
      say('tag', node, 'Text cannot begin with an exclamation mark.', 'Put the text in double quotes.')
      return none
    }
    if (isScalar(node)) return { ...none, value: scalar(node, schemas) }
    open.add(node)
    const children = new Map<string | number, Spot>()
    if (isMap<Node, Node | null>(node)) {
      visitMap(node, children, schemas, shared)
    } else if (isSeq<Node>(node)) {
      const items = below(schema, schemas, 0)
      node.items.forEach((item, index) => {
        children.set(index, visit(item, items, start(item), shared))
      })
    }
    open.delete(node)
    const values = [...children].map(([key, child]) => [key, child.value] as const)
    return {
      ...none,
      children,
      value: isSeq(node) ? values.map(([, value]) => value) : Object.fromEntries(values),
    }
  }

  const visitMap = (
    node: YAMLMap<Node, Node | null>,
    children: Map<string | number, Spot>,
    schemas: readonly SchemaNode[],
    shared: boolean,
  ): void => {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) {
        say('bad-key', key, 'A list or section cannot be a key.', 'Write "key: value".')
        continue
      }
      const name = scalarText(key)
      const first = children.get(name)
      if (first !== undefined && nodes <= MOST_NODES) {
        say('duplicate-key', key, `The key '${name}' stands here twice.`, 'Remove one, or join the two.')
        continue
      }
      children.set(name, visit(value, below(schema, schemas, name), start(key), shared))
    }
  }

  const root = visit(document.contents, schemaAt(schema, []), 0, false)
  if (nodes > MOST_NODES) {
    const message = 'The aliases of this file (*name) stand for more text than a definition can hold.'
    return {
      root,
      faults: [{ code: 'too-large', offset: 0, message, advice: 'Write the lists out instead.' }],
    }
  }
  return { root, faults }
}

const ALIAS_ADVICE =
  'Text that begins with * must be in double quotes; a list to be repeated is marked &name.'

const start = (node: Node): number => node.range?.[0] ?? 0

function scalar(node: Scalar, schemas: readonly SchemaNode[]): unknown {
  if (node.value === null) return null
  return isTyped(schemas) ? node.value : scalarText(node)
}

const scalarText = (node: Scalar): string =>
  typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
