import { KINDS, placeholder } from './model.ts'

/** Stands for what is redacted already: a sign of the private use area, which is in no name and no shape. */
export const MASK = '\ue000'

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
  let masked = ''
  let from = 0
  for (const { start, end } of spans) {
    masked += text.slice(from, start) + MASK.repeat(end - Math.max(start, from))
    from = end
  }
  return masked + text.slice(from)
}
