import { type Fault, inYaml, orList, type Path, shown } from '../fault.ts'
import { didYouMean, nearest } from '../nearest.ts'
import { type Breach, child } from './breach.ts'
import { renamedKey } from './renamed.ts'
import { keysOf, type SchemaNode } from './schema-node.ts'

/** A key that the schema does not know. */
export function unknownKey(path: Path, key: string, nodes: readonly SchemaNode[]): Fault {
  const keys = keysOf(nodes)
  const renamed = renamedKey(path, key, keys)
  if (renamed !== undefined) return renamed
  const meant = didYouMean(key, keys)
  return {
    code: 'unknown-key',
    path: [...path, key],
    atKey: true,
    message: `Unknown key '${key}'${meant || '.'}`,
    expected: orList(keys),
  }
}

/** A key, or one of several, that should be there; `value` is what is there instead. */
export function missingKey(breach: Breach, nodes: readonly SchemaNode[], value: unknown): Fault {
  const { path, params, choices } = breach
  const keys = choices.length > 0 ? choices : [String(params['missingProperty'])]
  const [first = ''] = keys
  const unknown = Object.keys(Object(value)).filter((key) => !keysOf(nodes).includes(key))
  const meant = unknown.find((key) => nearest(key, keys) === first)
  const place = path.length === 0 ? '' : ` in ${shown(path)}`
  const message = `${orList(keys.map((key) => `'${key}'`))} is missing${place}`
  return {
    code: 'missing-key',
    path: meant === undefined ? path : [...path, meant],
    atKey: true,
    message: meant === undefined ? `${message}.` : `${message} — is it '${meant}'?`,
    ...(keys.includes('kind') ? { advice: KIND_ADVICE } : keys.length > 1 ? {} : describedBy(nodes, first)),
  }
}

const KIND_ADVICE = 'Give the answers on offer, or write kind: open where respondents used their own words.'

/** What belongs under a key: its description as advice and its first example. */
function describedBy(nodes: readonly SchemaNode[], key: string): Pick<Fault, 'expected' | 'advice'> {
  for (const node of nodes) {
    const property = node.properties?.[key]
    if (typeof property !== 'object') continue
    const [example] = property.examples ?? []
    return {
      ...(property.description === undefined ? {} : { advice: property.description }),
      ...(example === undefined ? {} : { expected: `${key}: ${inYaml(example)}` }),
    }
  }
  return {}
}

/** A name that cannot be an identifier. */
export function badId(path: Path, id: string): Fault {
  const better = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^(?=[0-9])/, 'q')
  return {
    code: 'bad-id',
    path: [...path, id],
    atKey: true,
    message: `'${id}' cannot be an identifier${better === '' ? '.' : ` — did you mean '${better}'?`}`,
    expected: 'small letters, digits and _, beginning with a letter',
  }
}

/** A key of a question that does not go with its kind. */
export function misplaced(path: Path, definition: unknown): Fault {
  const key = String(path.at(-1))
  const question = path.slice(0, -1).reduce(child, definition)
  const kind = String(child(question, 'kind') ?? 'single')
  const together = key === 'separator' && kind === 'multiple'
  const alone = key === 'unticked' && kind === 'multiple'
  const message = together
    ? "'separator' and 'columns' cannot stand together."
    : alone
      ? "'unticked' needs 'columns'."
      : `'${key}' does not belong to a question of kind ${kind}.`
  const advice =
    together || alone
      ? 'Answers come in a column each (columns), or all in one cell (separator).'
      : (KEYS_OF_A_KIND[key] ?? `Remove '${key}', or change the kind.`)
  return { code: 'misplaced-key', path, atKey: true, message, advice }
}

const SEVERAL = 'Write kind: multiple where respondents could give several answers.'
const NUMBER = 'Write kind: number where the answer is a number.'
const KEYS_OF_A_KIND: Readonly<Record<string, string>> = {
  columns: SEVERAL,
  separator: SEVERAL,
  unticked: SEVERAL,
  minimum: NUMBER,
  maximum: NUMBER,
  bands: NUMBER,
}
