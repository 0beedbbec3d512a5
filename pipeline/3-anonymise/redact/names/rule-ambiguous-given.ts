import {
  AMBIGUOUS_GIVEN,
  DETERMINERS,
  ORGANISATION_WORDS,
  PLACE_WORDS,
  SENTENCE_OPENERS,
} from '../vocabulary/cues.ts'
import { isAddressed, isDetermined, isInstitution, isSpeaker } from './beside.ts'
import { nameFrom } from './name-from.ts'
import { type Naming, NOTHING, type Rule } from './rule.ts'
import { isDistinct, isJoined, isKnown, isPossessive, type Word } from './words.ts'

/** Months by which people are called: names only with a surname. */
const MONTHS = new Set(['april', 'may', 'june', 'august'])
/** What follows a name that begins a sentence, more often than another word. */
const VERBS = new Set('is was has had does did who from and'.split(' '))
const ALONE = 'a first name that is a word too'

/** "Grace Hebblethwaite", "Mark Wood", "ask Grace": a first name that is a word or a place too. */
export const ambiguousGiven: Rule = (words, at) => {
  const word = words[at]
  if (word === undefined || !isCandidate(word)) return NOTHING
  const next = words[at + 1]
  if (isJoined(next) && next.capital && !next.facts.nobody && !next.shouted) {
    const found = withNext(words, at)
    if (found !== undefined) return [found]
  }
  const called = AMBIGUOUS_GIVEN.has(word.word) || (!word.facts.everyday && !word.facts.place)
  return MONTHS.has(word.word) || !called ? NOTHING : alone(words, at)
}

function isCandidate({ word, capital, shouted, facts }: Word): boolean {
  if (!capital || shouted || !facts.given || !(facts.english || facts.place)) return false
  if (facts.nobody && !MONTHS.has(word)) return false
  return !DETERMINERS.has(word)
}

function alone(words: readonly Word[], at: number): readonly Naming[] {
  const word = words[at]
  if (word === undefined || isDetermined(words, at) || isInstitution(words, at)) return NOTHING
  const speaker = isSpeaker(words, at)
  const surely = !word.facts.place
  const rare = surely && !word.facts.everyday && AMBIGUOUS_GIVEN.has(word.word)
  if (!word.opening)
    return [
      { first: at, last: at, sure: rare || (surely && (speaker || isAddressed(words, at))), reason: ALONE },
    ]
  const next = words[at + 1]
  const begins = next?.gap === ' ' && VERBS.has(next.word) && !SENTENCE_OPENERS.has(word.word)
  return speaker || begins || isPossessive(words, at)
    ? [{ first: at, last: at, sure: rare || (surely && speaker), reason: ALONE }]
    : NOTHING
}

function withNext(words: readonly Word[], at: number): Naming | undefined {
  const [word, next] = [words[at], words[at + 1]]
  if (word === undefined || next === undefined || ORGANISATION_WORDS.has(next.word)) return undefined
  if (PLACE_WORDS.has(next.word) && word.facts.place) return undefined
  const last = nameFrom(words, at)
  const common = AMBIGUOUS_GIVEN.has(word.word) || MONTHS.has(word.word)
  // "Grace Street": a person, or a street.
  if (last === at)
    return common && next.facts.listed && !MONTHS.has(word.word)
      ? { first: at, last: at + 1, sure: false, reason: 'two words that are names too' }
      : undefined
  const determined = isDetermined(words, at)
  const surname = words[last]
  if (surname !== undefined && isDistinct(surname)) {
    const verb = word.opening && (SENTENCE_OPENERS.has(word.word) || MONTHS.has(word.word))
    const sure = (!verb || (isKnown(surname) && !surname.facts.english)) && (common || !determined)
    return { first: at, last, sure, reason: 'a first name that is a word too, and what follows' }
  }
  if (!common) return undefined
  const sure =
    !word.opening && !determined && !PLACE_WORDS.has(next.word) && !word.facts.place && !MONTHS.has(word.word)
  return { first: at, last, sure, reason: 'two words that are names too' }
}
