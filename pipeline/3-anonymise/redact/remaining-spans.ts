import { type Context, findSpans } from './find-spans.ts'
import type { Span } from './model.ts'

/**
 * What in a text about to be published nobody could have decided to keep: sure spans of shapes and of the
 * frame. Empty for a text that may go out; a check of its own, so that no mistake of a caller is enough.
 */
export const remainingSpans = (text: string, context: Context): readonly Span[] =>
  findSpans(text, context).filter(({ sure, layer }) => sure && layer !== 'names')
