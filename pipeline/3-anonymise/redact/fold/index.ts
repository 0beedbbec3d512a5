/** Folding: two ways of writing one thing become one text, with the way back to what was written. */
import { foldCharacter } from './characters.ts'
import { ENTITY, entityText, TAG } from './markup.ts'
import type { Folded } from './model.ts'

export { type Folded, isCapital } from './model.ts'

/** Anything that folding changes but for capitals. */
const NOT_PLAIN = /[^\t\n\r -~]|[`]|&[#a-z]|<\/?[a-z]|%(?:40|2e|20)/i

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
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const add = (folded: string, start: number, end: number): void => {
    parts.push(folded)
    for (let index = 0; index < folded.length; index += 1) {
      starts.push(start)
      ends.push(end)
    }
  }
  let at = 0
  while (at < original.length) {
    const [written, meant] = readMarkup(original, at, withoutTags)
    if (written > 0) {
      for (const character of meant) add(foldCharacter(character.codePointAt(0) ?? 0), at, at + written)
      at += written
      continue
    }
    const code = original.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    add(foldCharacter(code), at, next)
    at = next
  }
  return {
    original,
    text: parts.join(''),
    startOf: (index) => starts[index] ?? original.length,
    endOf: (index) => ends[index] ?? original.length,
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
