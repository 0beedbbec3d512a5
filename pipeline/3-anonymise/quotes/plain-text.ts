import { CURLY_MARKS } from '../../definition/index.ts'

/** A text in which words can be found however they were copied, and where each unit of it comes from. */
export interface PlainText {
  readonly text: string
  /** Start in the original of each unit, and of what follows the last. */
  readonly at: Uint32Array
}

const PLAIN = new Map(
  Object.entries(CURLY_MARKS).flatMap(([plain, marks]) =>
    Array.from(marks, (mark) => [mark, plain] as const),
  ),
)
const BLANK = /[\s\u0085\u00a0\p{Z}]/u
/** Control characters and marks that show nothing; joiners stay, some scripts and signs are spelled with them. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/u

/**
 * Blanks and line breaks as one blank, quotes and dashes plain, marks that show nothing left out. Letters stay
 * as they are. Linear in the length.
 */
export function plainText(original: string): PlainText {
  const at = new Uint32Array(original.length + 1)
  const parts: string[] = []
  let length = 0
  let blank = true
  const add = (unit: string, from: number) => {
    at[length] = from
    length += 1
    parts.push(unit)
  }
  for (let index = 0; index < original.length; index += 1) {
    const unit = original.charAt(index)
    if (BLANK.test(unit)) {
      if (!blank) add(' ', index)
      blank = true
      continue
    }
    if (INVISIBLE.test(unit)) continue
    blank = false
    add(PLAIN.get(unit) ?? unit, index)
  }
  at[length] = original.length
  return { text: parts.join(''), at: at.subarray(0, length + 1) }
}
