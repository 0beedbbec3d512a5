/** Folding: two ways of writing one thing become one text, with the way back to what was written. */
import { foldCharacter } from './characters.ts'
import { ENTITY, entityText, TAG } from './markup.ts'
import type { Folded } from './model.ts'
import { isMask, MASK, textOf } from './units.ts'

export { type Folded, isCapital } from './model.ts'
export { isLetter, isLetterOrDigit, isMask, MASK, textOf } from './units.ts'

/** Anything that folding changes but for capitals. */
const NOT_PLAIN = new RegExp(`[^\\t\\n\\r${MASK} -~]|[\`]|&[#a-z]|</?[a-z]|%(?:40|2e|20)`, 'i')

/** Folds a text. In: any string, lone surrogates and NUL included. Work grows with its length alone. */
export function fold(original: string): Folded {
  if (!NOT_PLAIN.test(original)) return plain(original)
  return unfolding(original, true)
}

/** The same with tags left in place, for what stands in their attributes; the plain one where there are no tags. */
export function foldWithTags(original: string): Folded | undefined {
  return /<\/?[a-z]/i.test(original) ? unfolding(original, false) : undefined
}

function plain(original: string): Folded {
  return {
    original,
    text: original.toLowerCase(),
    startOf: (index) => index,
    endOf: (index) => index + 1,
  }
}

function unfolding(original: string, withoutTags: boolean): Folded {
  const folded = new Unfolding(original.length)
  let at = 0
  while (at < original.length) {
    const unit = original.charCodeAt(at)
    if (unit < 128 && unit !== AMPERSAND && unit !== PERCENT && unit !== LESS) {
      folded.addAscii(unit, at)
      at += 1
      continue
    }
    const [written, meant] = readMarkup(original, at, withoutTags)
    if (written > 0) {
      for (const character of meant)
        folded.add(foldCharacter(character.codePointAt(0) ?? 0), at, at + written)
      at += written
      continue
    }
    const code = original.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    const character = foldCharacter(code)
    if (character === '') folded.attach(at, next)
    else folded.add(character, at, next)
    at = next
  }
  return folded.finish(original)
}

const AMPERSAND = 38
const PERCENT = 37
const LESS = 60

/** A folded text as it grows. */
class Unfolding {
  #units: Uint16Array
  #starts: Int32Array
  #ends: Int32Array
  #length = 0

  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity)
    this.#starts = new Int32Array(capacity)
    this.#ends = new Int32Array(capacity)
  }

  addAscii(unit: number, at: number): void {
    if (unit >= 65 && unit <= 90) this.#push(unit + 32, at, at + 1)
    else if (unit === 96) this.#push(39, at, at + 1)
    else if ((unit > 31 && unit < 127) || unit === 9 || unit === 10 || unit === 13 || isMask(unit))
      this.#push(unit, at, at + 1)
    else this.attach(at, at + 1)
  }

  add(folded: string, start: number, end: number): void {
    for (let index = 0; index < folded.length; index += 1) this.#push(folded.charCodeAt(index), start, end)
  }

  /** What is invisible, or a mark, goes with the character before it. */
  attach(start: number, end: number): void {
    const last = this.#length - 1
    if (last >= 0 && this.#ends[last] === start) this.#ends[last] = end
  }

  #push(unit: number, start: number, end: number): void {
    if (this.#length === this.#units.length) this.#grow()
    this.#units[this.#length] = unit
    this.#starts[this.#length] = start
    this.#ends[this.#length] = end
    this.#length += 1
  }

  #grow(): void {
    const capacity = this.#units.length * 2 + 16
    const [units, starts, ends] = [this.#units, this.#starts, this.#ends]
    this.#units = new Uint16Array(capacity)
    this.#starts = new Int32Array(capacity)
    this.#ends = new Int32Array(capacity)
    this.#units.set(units)
    this.#starts.set(starts)
    this.#ends.set(ends)
  }

  finish(original: string): Folded {
    const [starts, ends, length] = [this.#starts, this.#ends, this.#length]
    return {
      original,
      text: textOf(this.#units, length),
      startOf: (index) => (index < length ? (starts[index] ?? 0) : original.length),
      endOf: (index) => (index < length ? (ends[index] ?? 0) : original.length),
    }
  }
}

/** How much of the text here is markup, and the characters it means. */
function readMarkup(text: string, at: number, withoutTags: boolean): readonly [number, string] {
  const first = text[at]
  if (first === '<' && withoutTags) {
    TAG.lastIndex = at
    const tag = TAG.exec(text)
    return tag === null ? [0, ''] : [tag[0].length, tag[1] === undefined ? '' : '\n']
  }
  if (first === '&' || first === '%') {
    ENTITY.lastIndex = at
    const match = ENTITY.exec(text)
    const meant = match === null ? undefined : entityText(match)
    if (match !== null && meant !== undefined) return [match[0].length, meant]
  }
  return [0, '']
}
