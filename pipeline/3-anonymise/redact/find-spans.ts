import { fold } from './fold/index.ts'
import { findFrame, type Gazetteer } from './frame/index.ts'
import { maskPlaceholders, maskSpans } from './mask.ts'
import { mergeSpans } from './merge.ts'
import type { Span } from './model.ts'
import { findNames } from './names/index.ts'
import { findShapes } from './shapes/index.ts'

/** Whom a text must not give away. */
export interface Context {
  /** Everybody and everything of the consultation. */
  readonly gazetteer: Gazetteer
  /** What gives away the one who wrote this text, and is an ordinary word elsewhere: own town, job title, first name. */
  readonly own?: Gazetteer
}

/** More rounds than any text needs: each must find something the one before it uncovered. */
const MOST_ROUNDS = 8

/**
 * Everything in a text that identifies, or may, by all layers: spans that do not overlap, in the order of the
 * text. What is found is masked and the rest is read again until nothing sure is left, so that a redacted text
 * has nothing more to redact. Placeholders of earlier redaction are passed over.
 */
export function findSpans(text: string, context: Context): readonly Span[] {
  const readable = maskPlaceholders(text, kindsOf(context))
  let masked = readable
  const all: Span[] = []
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = mergeSpans(masked, findOnce(masked, context))
    all.push(...found)
    const more = found.filter((span) => span.sure)
    if (more.length === 0) return mergeSpans(readable, all)
    masked = maskSpans(masked, more)
  }
  throw new Error('redaction does not come to an end')
}

function findOnce(text: string, { gazetteer, own }: Context): readonly Span[] {
  const folded = fold(text)
  const gazetteers = own === undefined ? [gazetteer] : [gazetteer, own]
  return [...findShapes(text, folded), ...findFrame(folded, gazetteers), ...findNames(folded)]
}

/** Every kind that a placeholder of this context may say. */
const kindsOf = ({ gazetteer, own }: Context): readonly string[] => [
  ...gazetteer.kinds,
  ...(own?.kinds ?? []),
]
