import { redact, type Span } from '../redact/index.ts'
import type { Located } from './locate.ts'
import { ELISION } from './parse-words.ts'
import { plainText } from './plain-text.ts'

/**
 * The quote as it is published: the answer's own words, on one line, with a placeholder where a span is
 * redacted, and marks where words are left out or put in. A span that a quote cuts is redacted as far as
 * it goes.
 */
export function assemble(answer: string, pieces: readonly Located[], spans: readonly Span[]): string {
  return pieces
    .map((piece, index) => `${index > 0 && piece.apart ? ' ' : ''}${written(answer, piece, spans)}`)
    .join('')
}

function written(answer: string, piece: Located, spans: readonly Span[]): string {
  switch (piece.kind) {
    case 'elision':
      return ELISION
    case 'insertion':
      return `[${piece.text}]`
    case 'words':
      return onOneLine(redact(answer.slice(piece.start, piece.end), within(piece, spans)))
  }
}

/** The spans that fall into a piece, counted from its start. */
export const within = ({ start, end }: Located, spans: readonly Span[]): readonly Span[] =>
  spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({
      ...span,
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }))

/** Line breaks as blanks, nothing invisible; quotes and dashes as they were written. */
export function onOneLine(text: string): string {
  const { at } = plainText(text)
  let line = ''
  for (let index = 0; index < at.length - 1; index += 1) {
    const unit = text.charAt(at[index] ?? 0)
    line += /[\s\u0085\p{Z}]/u.test(unit) ? ' ' : unit
  }
  return line.trim()
}
