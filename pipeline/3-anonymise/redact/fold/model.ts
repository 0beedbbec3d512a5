/**
 * A text as the layers read it: lower case, no accents, one letter for all that look like it, nothing
 * invisible; with the way back to the text as written.
 */
export interface Folded {
  readonly original: string
  readonly text: string
  /** Offset in the original of the character that stands at `index`. */
  readonly startOf: (index: number) => number
  /** Offset in the original just behind the character that stands at `index`. */
  readonly endOf: (index: number) => number
}

/** Whether the character at `index` was written as a capital. */
export function isCapital({ original, startOf }: Folded, index: number): boolean {
  const start = startOf(index)
  const unit = original.charCodeAt(start)
  if (unit < 128) return unit >= 65 && unit <= 90
  const written = String.fromCodePoint(original.codePointAt(start) ?? 0)
  return written.toLowerCase() !== written
}
