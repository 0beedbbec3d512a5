import { AMBIGUOUS_GIVEN, ORGANISATION_WORDS, PLACE_WORDS, SENTENCE_OPENERS } from '../vocabulary/cues.ts'
import { isAddressed, isDetermined, isSpeaker } from './beside.ts'
import { nameFrom } from './name-from.ts'
import { NOTHING, type Rule } from './rule.ts'
import { isJoined, isKnown, isStrange, type Word } from './words.ts'

/**
 * "ask Green about it", "Khan said so": a name that is a word too, where somebody speaks or is spoken to, and
 * wherever it has a capital for no other reason. To be looked at.
 */
export const wordSurname: Rule = (words, at) => {
  const word = words[at]
  if (word === undefined || !isCandidate(word) || isDetermined(words, at)) return NOTHING
  const speaker = isSpeaker(words, at)
  const last = words[at + 1]?.gap === '-' ? nameFrom(words, at) : at
  const idle = word.facts.listed && !PLACE_WORDS.has(word.word) && !isBesideCapital(words, at, last)
  const rare = !word.facts.everyday || (last > at && isKnown(word))
  const found = word.opening
    ? speaker && word.facts.listed
    : speaker || isAddressed(words, at) || ((idle || rare) && !word.facts.place)
  return found ? [{ first: at, last, sure: false, reason: 'a name that is a word too' }] : NOTHING
}

function isCandidate(word: Word): boolean {
  const { english, place, nobody } = word.facts
  if (!word.capital || word.shouted || !isKnown(word) || nobody) return false
  return (english || place) && !ORGANISATION_WORDS.has(word.word)
}

/** Words with capitals in a row are a term, such as Best Value, more often than a name. */
const isBesideCapital = (words: readonly Word[], first: number, last: number): boolean =>
  (isJoined(words[first]) && (words[first - 1]?.capital ?? false)) ||
  (isJoined(words[last + 1]) && (words[last + 1]?.capital ?? false))

/** "rajesh satterthwaite": two words in a row, without capitals, that are no English words. */
export const unknownPair: Rule = (words, at) => {
  const [word, next] = [words[at], words[at + 1]]
  if (word === undefined || next === undefined || word.capital || next.capital || next.gap !== ' ')
    return NOTHING
  const ambiguous = AMBIGUOUS_GIVEN.has(word.word) && !SENTENCE_OPENERS.has(word.word)
  const givenName = ambiguous || (word.facts.given && !word.facts.everyday && !word.facts.nobody)
  const surname = isStrange(next) || (next.facts.listed && !next.facts.everyday && !next.facts.nobody)
  if (!(isStrange(word) || givenName) || !surname) return NOTHING
  return [
    { first: at, last: nameFrom(words, at + 1), sure: false, reason: 'two words that are no English words' },
  ]
}
