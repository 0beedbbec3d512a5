import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * The vocabulary of schema.org as Google publishes it for TypeScript: each type with the properties it has of
 * its own and those it takes over.
 */
const text = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('schema-dts')), 'schema.d.ts'),
  'utf8',
)

const types = new Map(
  [...text.matchAll(/^(?:export )?interface (\w+)Base extends ([^{]+)\{\n([\s\S]*?)^\}/gm)].map(
    ([, name = '', parents = '', body = '']) => [
      name,
      {
        parents: [...parents.matchAll(/(\w+)Base/g)].map(([, parent = '']) => parent),
        own: [...body.matchAll(/^ {4}"(\w+)"\?:/gm)].map(([, property = '']) => property),
      },
    ],
  ),
)

export function propertiesOf(type: string): ReadonlySet<string> {
  const found = types.get(type)
  if (found === undefined) return new Set()
  return new Set([...found.own, ...found.parents.flatMap((parent) => [...propertiesOf(parent)])])
}

/** Properties that their type does not have, anywhere in a tree of schema.org; a type that is unknown has none. */
export function unknownProperties(tree: unknown, at = ''): readonly string[] {
  if (Array.isArray(tree)) return tree.flatMap((one, index) => unknownProperties(one, `${at}[${index}]`))
  if (typeof tree !== 'object' || tree === null) return []
  const { '@type': type, ...rest } = tree as Readonly<Record<string, unknown>>
  const known = propertiesOf(String(type))
  return Object.entries(rest).flatMap(([name, value]) => [
    ...(name.startsWith('@') || known.has(name) ? [] : [`${at}.${name} of ${String(type)}`]),
    ...unknownProperties(value, `${at}.${name}`),
  ])
}
