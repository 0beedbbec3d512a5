/**
 * The letters and digits of a folded text in a row, without what stands between them, and where words
 * begin and end. Names are sought in it, so that spaces, hyphens, full stops and apostrophes make no difference.
 */
export interface Compact {
  readonly letters: string
  /** Index in the folded text of each letter. */
  readonly at: Int32Array
  /** 1 where a word begins. */
  readonly begins: Uint8Array
  /** 1 where a word ends, and before the s of a possessive. */
  readonly ends: Uint8Array
}

const LETTER = /[\p{L}\p{N}\ue000]/u

export function compact(text: string): Compact {
  const at = new Int32Array(text.length)
  const begins = new Uint8Array(text.length)
  const ends = new Uint8Array(text.length)
  const units = new Uint16Array(text.length)
  let length = 0
  let within = false
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (isLetter(unit)) {
      if (!within) begins[length] = 1
      within = true
      units[length] = unit
      at[length] = index
      length += 1
    } else if (within && unit === 39 && index + 1 < text.length && isLetter(text.charCodeAt(index + 1))) {
      // An apostrophe within a word is not there; before a last s it ends a name.
      const after = index + 2 < text.length ? text.charCodeAt(index + 2) : 32
      if (text.charCodeAt(index + 1) === 115 && !isLetter(after)) ends[length - 1] = 1
    } else if (within) {
      ends[length - 1] = 1
      within = false
    }
  }
  if (within) ends[length - 1] = 1
  return { letters: decode(units, length), at, begins, ends }
}

/** ASCII letters and digits, and any unit above 127 that is a letter, a digit, or half of a pair. */
function isLetter(unit: number): boolean {
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
  return (unit >= 0xd800 && unit <= 0xdfff) || LETTER.test(String.fromCharCode(unit))
}

function decode(units: Uint16Array, length: number): string {
  let letters = ''
  for (let start = 0; start < length; start += 8192)
    letters += String.fromCharCode(...units.subarray(start, Math.min(length, start + 8192)))
  return letters
}
