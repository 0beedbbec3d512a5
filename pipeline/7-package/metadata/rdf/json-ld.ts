import { isLiteral, isNode, type Literal, type Node, PREFIXES, type Value } from './model.ts'
import { wellFormed } from './well-formed.ts'

type Json = string | readonly Json[] | { readonly [key: string]: Json }

/** Trees as JSON-LD 1.1 with a context of prefixes alone, so that nobody need fetch one. */
export function jsonLd(roots: readonly Node[]): string {
  const [only, ...others] = roots.map(object)
  const graph = only !== undefined && others.length === 0 ? only : { '@graph': roots.map(object) }
  return `${JSON.stringify({ '@context': PREFIXES, ...graph }, null, 2)}\n`
}

function object({ iri, types, properties }: Node): { readonly [key: string]: Json } {
  return {
    ...(iri === undefined ? {} : { '@id': iri }),
    ...(types.length === 0 ? {} : { '@type': types }),
    ...Object.fromEntries(properties.map(([name, values]) => [name, one(values.map(written))])),
  }
}

/** A list of one is written without brackets. */
const one = (values: readonly Json[]): Json => (values.length === 1 ? (values[0] ?? []) : values)

function written(value: Value): Json {
  if (isLiteral(value)) return literal(value)
  return isNode(value) ? object(value) : { '@id': value.iri }
}

function literal({ text, language, datatype }: Literal): Json {
  const content = wellFormed(text)
  if (language !== undefined) return { '@value': content, '@language': language }
  return datatype === undefined ? content : { '@value': content, '@type': datatype }
}
