import type { Piece } from './parse-words.ts'
import { plainText } from './plain-text.ts'

/** A piece, and for words where in the answer they stand. */
export type Located = Piece & { readonly start: number; readonly end: number }

/**
 * Finds the words of a quote in the answer, in their order and without overlap, as whole words; an insertion
 * written on to them may continue a word. Blanks, quotes and dashes may have been retyped, letters not.
 * Returns undefined where some words are not there: then they are not this answer's.
 */
export function locate(answer: string, pieces: readonly Piece[]): readonly Located[] | undefined {
  const { text, at } = plainText(answer)
  const located: Located[] = []
  let from = 0
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'words') {
      located.push({ ...piece, start: at[from] ?? 0, end: at[from] ?? 0 })
      continue
    }
    const words = plainText(piece.text).text
    const before = pieces[index - 1]
    const after = pieces[index + 1]
    const glued = {
      before: before?.kind === 'insertion' && !piece.apart,
      after: after?.kind === 'insertion' && !after.apart,
    }
    const found = find(text, words, from, glued)
    if (found < 0) return undefined
    const last = found + words.length - 1
    located.push({ ...piece, start: at[found] ?? 0, end: endOf(answer, at[last] ?? 0) })
    from = last + 1
  }
  return located
}

/** A character may be two units. */
const endOf = (answer: string, at: number): number => at + ((answer.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

function find(
  text: string,
  words: string,
  from: number,
  glued: { readonly before: boolean; readonly after: boolean },
): number {
  if (words === '') return -1
  for (let place = text.indexOf(words, from); place >= 0; place = text.indexOf(words, place + 1)) {
    const whole =
      (glued.before || !continues(text, place)) && (glued.after || !continues(text, place + words.length))
    if (whole) return place
  }
  return -1
}

/** Whether a word goes on over a place. */
const continues = (text: string, place: number): boolean =>
  place > 0 && place < text.length && LETTER.test(text.charAt(place - 1)) && LETTER.test(text.charAt(place))

const LETTER = /[\p{L}\p{N}\p{M}\ud800-\udfff]/u
