import { isLiteral, isNode, type Literal, type Node, PREFIXES, type Value } from './model.ts'
import { wellFormed } from './well-formed.ts'

/**
 * Trees as Turtle (https://www.w3.org/TR/turtle/). A thing with an address is written once, after the one
 * that refers to it first; a thing without stands in brackets where it is referred to.
 */
export function turtle(roots: readonly Node[]): string {
  const prefixes = Object.entries(PREFIXES).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`)
  const written = new Set<string>()
  const blocks: string[] = []
  const waiting = [...roots]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    const subject = node.iri === undefined ? '[]' : `<${node.iri}>`
    const block = `${subject} ${body(node, '  ', (named) => waiting.push(named))} .`
    if (written.has(block)) continue
    written.add(block)
    blocks.push(block)
  }
  return `${prefixes.join('\n')}\n\n${blocks.join('\n\n')}\n`
}

/** What is said of a thing, after its name; named things met on the way are told to `meet`. */
function body({ types, properties }: Node, indent: string, meet: (node: Node) => void): string {
  const lines = [
    ...(types.length === 0 ? [] : [`a ${types.join(', ')}`]),
    ...properties.map(
      ([name, values]) =>
        `${name} ${values.map((value) => object(value, indent, meet)).join(`,\n${indent}  `)}`,
    ),
  ]
  return lines.join(` ;\n${indent}`)
}

function object(value: Value, indent: string, meet: (node: Node) => void): string {
  if (isLiteral(value)) return literal(value)
  if (!isNode(value)) return `<${value.iri}>`
  if (value.iri !== undefined) {
    meet(value)
    return `<${value.iri}>`
  }
  return `[\n${indent}  ${body(value, `${indent}  `, meet)}\n${indent}]`
}

function literal({ text, language, datatype }: Literal): string {
  const quoted = `"${wellFormed(text).replace(/["\\\p{Cc}]/gu, escaped)}"`
  if (language !== undefined) return `${quoted}@${language}`
  return datatype === undefined ? quoted : `${quoted}^^${datatype}`
}

const escaped = (character: string): string =>
  character === '"' || character === '\\'
    ? `\\${character}`
    : character === '\n'
      ? '\\n'
      : `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
