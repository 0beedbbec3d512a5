import { mergeSpans } from './merge.ts'
import { placeholder, type Span } from './model.ts'

/**
 * The text with a placeholder in the place of every span given, sure or not: who keeps an undecided span leaves
 * it out. Spans may come in any order and overlap. Redacting again what `findSpans` finds in the result changes
 * nothing.
 */
export function redact(text: string, spans: readonly Span[]): string {
  const given = mergeSpans(
    text,
    spans.map((span) => ({ ...span, sure: true })),
  )
  let redacted = ''
  let from = 0
  for (const { start, end, kind } of given) {
    redacted += text.slice(from, start) + placeholder(kind)
    from = end
  }
  return redacted + text.slice(from)
}
