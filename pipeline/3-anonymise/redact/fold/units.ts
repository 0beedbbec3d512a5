/** What a UTF-16 unit of a folded text is, looked up: asking a pattern for each would take longer than all else. */

/** Stands for what is redacted already: a control character, which folding takes out of what people write. */
export const MASK = '\u0001'
const MASK_UNIT = 1

const kinds = new Uint8Array(65_536)
const UNKNOWN = 0
const LETTER = 1
const DIGIT = 2
const OTHER = 3

function kindOf(unit: number): number {
  const known = kinds[unit] ?? OTHER
  if (known !== UNKNOWN) return known
  const text = String.fromCharCode(unit)
  // Half of a pair is a letter of a rarer script, or an emoji, which is in no name that is looked for.
  const letter = /\p{L}/u.test(text) || (unit >= 0xd800 && unit <= 0xdfff)
  const kind = letter ? LETTER : /\p{N}/u.test(text) ? DIGIT : OTHER
  kinds[unit] = kind
  return kind
}

export const isLetter = (unit: number): boolean => kindOf(unit) === LETTER
export const isLetterOrDigit = (unit: number): boolean => kindOf(unit) <= DIGIT
export const isMask = (unit: number): boolean => unit === MASK_UNIT

/** The text that the first `length` units spell. */
export const textOf = (units: Uint16Array, length: number): string => UTF_16.decode(units.subarray(0, length))

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true })
