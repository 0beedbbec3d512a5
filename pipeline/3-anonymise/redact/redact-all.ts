import { type Context, findSpans } from './find-spans.ts'
import type { Span } from './model.ts'
import { redact } from './redact.ts'

/** More rounds than any text needs. */
const MOST_ROUNDS = 8

/**
 * The text with everything redacted that is found, sure or not, until nothing is; and the spans that were not sure, in
 * offsets of the text as written. What stood beside something doubtful may be plain once that is gone.
 */
export function redactAll(
  text: string,
  context: Context,
): { readonly text: string; readonly undecided: readonly Span[] } {
  const spans = findSpans(text, context)
  let redacted = redact(text, spans)
  for (let round = 0; round < MOST_ROUNDS && spans.length > 0; round += 1) {
    const more = findSpans(redacted, context)
    if (more.length === 0) break
    redacted = redact(redacted, more)
  }
  return { text: redacted, undecided: spans.filter(({ sure }) => !sure) }
}
