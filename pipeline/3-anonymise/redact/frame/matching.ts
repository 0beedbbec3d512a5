import { isLetterOrDigit, isMask } from '../fold/index.ts'
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
