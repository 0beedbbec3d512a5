import { ORGANISATION_WORDS, PARTICLES } from '../vocabulary/cues.ts'
import { isDistinct, isJoined, isKnown, type Word } from './words.ts'

/** More parts than a name has. */
const MOST_PARTS = 5

/**
 * The last word of the name that begins at `first`: initials, particles, and words with a capital that are known
 * as names or are no English words; without capitals, words that are no English words. "Street" and its like
 * end a name only where a title or "my name is" `announced` one: else they make a place of it.
 */
export function nameFrom(words: readonly Word[], first: number, announced = false): number {
  let last = first
  const capital = words[first]?.capital ?? false
  for (let next = first + 1; next < first + MOST_PARTS; next += 1) {
    const word = words[next]
    if (!isJoined(word)) break
    if (PARTICLES.has(word.word) && !word.capital) continue
    if (!continues(words, next, capital, announced)) break
    last = next
  }
  return last
}

function continues(words: readonly Word[], at: number, capital: boolean, announced: boolean): boolean {
  const word = words[at]
  if (!isJoined(word) || word.facts.nobody) return false
  if (word.gap === '-' && word.word.length > 1) return word.capital === capital
  if (capital && !word.capital) return false
  if (word.word.length === 1)
    return word.capital && isJoined(words[at + 1]) && (words[at + 1]?.capital ?? false)
  if (!capital) return isDistinct(word) && (isKnown(word) || !word.facts.english)
  if (isDistinct(word)) return !ORGANISATION_WORDS.has(word.word)
  return isKnown(word) && !ORGANISATION_WORDS.has(word.word) && (announced || !STREETS.has(word.word))
}

const STREETS = new Set(
  'street road lane avenue close drive way court crescent gardens garden place terrace square station airport estate village town city county school hospital church river valley bridge centre house park'.split(
    ' ',
  ),
)
