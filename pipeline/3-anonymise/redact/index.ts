/**
 * Redaction of open text, a room of its own within the stage. In: a text as somebody wrote it, and the names
 * of the consultation. Out: spans that identify, or may, found by three layers (shapes with their check digits;
 * the consultation's own names; names in running text), and the text with placeholders that say their kind.
 * Pure functions of their arguments. Does not belong here: who decides on unsure spans, and how (review).
 */

export { type Context, findSpans } from './find-spans.ts'
export { fold } from './fold/index.ts'
export {
  beginningsOf,
  buildGazetteer,
  type Entry,
  exactGazetteer,
  type Gazetteer,
  isOrdinaryName,
  keyOf,
  matchesOf,
  nameWords,
} from './frame/index.ts'
export { mergeSpans } from './merge.ts'
export { KINDS, type Layer, placeholder, type Span } from './model.ts'
export { redact } from './redact.ts'
export { redactAll } from './redact-all.ts'
export { remainingSpans } from './remaining-spans.ts'
export { type OpenAnswers, type RedactedAnswers, redactAnswers } from './stream/index.ts'
