import { MASK } from './fold/index.ts'
import { KINDS, placeholder } from './model.ts'

/** The same text, as long, with every placeholder of these kinds masked: what is redacted is not read again. */
export function maskPlaceholders(text: string, kinds: Iterable<string>): string {
  const plain = text.includes(MASK) ? text.replaceAll(MASK, ' ') : text
  if (!plain.includes('[')) return plain
  let masked = plain
  for (const kind of new Set([...Object.values(KINDS), ...kinds]))
    masked = masked.replaceAll(placeholder(kind), (found) => MASK.repeat(found.length))
  return masked
}

/** The same text with these places masked. */
export function maskSpans(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), MASK.repeat(end - Math.max(start, from)))
    from = end
  }
  parts.push(text.slice(from))
  return parts.join('')
}
