import { isLetter, isLetterOrDigit, isMask } from '../fold/index.ts'
import { type Gazetteer, type Known, startOf } from './gazetteer.ts'

/** A name found: from its first letter to just behind its last. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly known: Known
}

const APOSTROPHE = 39
const S = 115
const NONE = -1

/** Where the next word begins; the s of a possessive is none. */
export function nextWord(text: string, from: number): number {
  let at = from
  if (
    text.charCodeAt(at) === APOSTROPHE &&
    text.charCodeAt(at + 1) === S &&
    !isLetterOrDigit(text.charCodeAt(at + 2))
  )
    at += 2
  while (at < text.length && !isLetterOrDigit(text.charCodeAt(at))) at += 1
  return at
}

/** Letters, digits and the apostrophes between them. */
export function behindWord(text: string, from: number): number {
  let at = from + 1
  while (
    isLetterOrDigit(text.charCodeAt(at)) ||
    (text.charCodeAt(at) === APOSTROPHE && isLetter(text.charCodeAt(at + 1)))
  )
    at += 1
  return at
}

/** Whether a word ends just before here, the s of a possessive not counted. */
function endsWord(text: string, behind: number): boolean {
  const next = text.charCodeAt(behind)
  if (isLetterOrDigit(next)) return false
  if (next !== APOSTROPHE || !isLetterOrDigit(text.charCodeAt(behind + 1))) return true
  return text.charCodeAt(behind + 1) === S && !isLetterOrDigit(text.charCodeAt(behind + 2))
}

/** The next letter, whatever stands before it; none across what is redacted, or past a gap longer than any name has. */
function nextLetter(text: string, from: number): number {
  for (let at = from; at < text.length && at < from + 6; at += 1) {
    const unit = text.charCodeAt(at)
    if (isMask(unit)) return NONE
    if (isLetterOrDigit(unit)) return at
  }
  return NONE
}

/**
 * The longest name that begins with the word at `from` and ends with a word. Letters are read one after the other,
 * whatever stands between them, and narrow the sorted keys; most words are out after three.
 */
export function longestAt(
  text: string,
  from: number,
  { keys, known, starts, pairs }: Gazetteer,
): Match | undefined {
  const second = nextLetter(text, from + 1)
  if (second === NONE) return undefined
  let best = shortAt(text, from, second, pairs)
  const third = nextLetter(text, second + 1)
  if (third === NONE) return best
  let [low, high] = starts.get(
    startOf(text.charCodeAt(from), text.charCodeAt(second), text.charCodeAt(third)),
  ) ?? [0, 0]
  let at = third
  for (let length = 3; low < high; length += 1) {
    const found = known[low]
    if (found !== undefined && keys[low]?.length === length && endsWord(text, at + 1))
      best = { from, to: at + 1, known: found }
    at = nextLetter(text, at + 1)
    if (at === NONE) break
    const unit = text.charCodeAt(at)
    low = firstNotBelow(keys, low, high, length, unit)
    high = firstNotBelow(keys, low, high, length, unit + 1)
  }
  return best
}

function shortAt(text: string, from: number, second: number, pairs: Gazetteer['pairs']): Match | undefined {
  if (pairs.size === 0 || !endsWord(text, second + 1)) return undefined
  const known = pairs.get(text.slice(from, from + 1) + text.slice(second, second + 1))
  return known === undefined ? undefined : { from, to: second + 1, known }
}

/** The first of the keys whose unit at `place` is not below `unit`; keys that end before it come first. */
function firstNotBelow(
  keys: readonly string[],
  from: number,
  to: number,
  place: number,
  unit: number,
): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    const key = keys[middle] ?? ''
    if (key.length <= place || key.charCodeAt(place) < unit) low = middle + 1
    else high = middle
  }
  return low
}

/** Every name of the gazetteer in a folded text, wherever a word begins, the longest at each place. */
export function* matchesOf(text: string, gazetteer: Gazetteer): Iterable<Match> {
  let at = nextWord(text, 0)
  while (at < text.length) {
    const match = longestAt(text, at, gazetteer)
    if (match !== undefined) yield match
    at = nextWord(text, behindWord(text, at))
  }
}

/** Fewest letters of a whole name that `beginningsOf` gives. */
const SHORTEST = 4

/**
 * The first `most` letters of whatever name could stand in a folded text, wherever a word begins; of shorter names, which end
 * with a word, all of them.
 */
export function* beginningsOf(text: string, most: number): Iterable<string> {
  for (let at = nextWord(text, 0); at < text.length; at = nextWord(text, behindWord(text, at))) {
    let letters = ''
    for (let next = at; next !== NONE; next = nextLetter(text, next + 1)) {
      letters += text[next]
      if (letters.length === most) break
      if (letters.length >= SHORTEST && endsWord(text, next + 1)) yield letters
    }
    if (letters.length === most) yield letters
  }
}
