/** A definition as it was written: text, lists and fields. */
export type Node = string | readonly Node[] | { readonly [key: string]: Node } | undefined

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const fields = (node: Node): Readonly<Record<string, Node>> =>
  node !== null && typeof node === 'object' && !Array.isArray(node) ? (node as Record<string, Node>) : {}
export const list = (node: Node): readonly Node[] =>
  node === undefined ? [] : Array.isArray(node) ? node : [node]
export const word = (node: Node): string => (typeof node === 'string' ? oneLine(node) : '')
export const words = (node: Node): readonly string[] => list(node).map(word)
export const mapped = <T>(node: Node, make: (one: Node) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(fields(node)).map(([name, one]) => [oneLine(name), make(one)]))
