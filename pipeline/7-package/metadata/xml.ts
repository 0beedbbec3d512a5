import { wellFormed } from './rdf/well-formed.ts'

/** An element: its name, attributes, and children or text. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

type Attributes = Readonly<Record<string, string | undefined>>
type Child = Element | string | undefined

/** An element; attributes and children that are undefined are left out. */
export const element = (name: string, attributes: Attributes, ...children: readonly Child[]): Element => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  ),
  children: children.flatMap((child) => child ?? []),
})

/** A document of XML 1.0 in UTF-8, an element a line; an element with text keeps to one line. */
export const xmlDocument = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`

function lines({ name, attributes, children }: Element, indent: string): readonly string[] {
  const open = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('\n', '&#10;')}"`)
    .join('')}`
  if (children.length === 0) return [`${open}/>`]
  const elements = children.filter((child) => typeof child !== 'string')
  // Blanks between elements mean nothing, but beside text they would.
  if (elements.length < children.length) return [`${open}>${children.map(inline).join('')}</${name}>`]
  return [`${open}>`, ...elements.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`]
}

const inline = (child: Element | string): string =>
  typeof child === 'string' ? escaped(child) : lines(child, '').join('')

/** Characters that XML 1.0 (section 2.2) forbids become U+FFFD, so that nothing disappears unseen. */
export const escaped = (text: string): string =>
  wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) =>
      /[\t\n\x80-\x9f]/.test(character) ? character : '\uFFFD',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
