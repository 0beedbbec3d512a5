import { ORGANISATION_WORDS, PARTICLES, PLACE_WORDS } from '../vocabulary/cues.ts'
import { isAddressed, isDetermined, isSpeaker } from './beside.ts'
import { nameFrom } from './name-from.ts'
import { NOTHING, type Rule } from './rule.ts'
import { isDistinct, isJoined, isKnown, type Word } from './words.ts'

/** More initials than anybody has. */
const MOST_INITIALS = 5

const isInitial = (word: Word | undefined): boolean =>
  isJoined(word) && word.capital && word.word.length === 1

/** "J. Hebblethwaite", "J Patel", "A. Green", "Hebblethwaite, J.": an initial and a surname. */
export const initialled: Rule = (words, at) => {
  const initial = words[at]
  if (initial === undefined || initial.word.length !== 1 || !initial.capital) return NOTHING
  let last = at
  while (last < at + MOST_INITIALS && isInitial(words[last + 1])) last += 1
  const surname = words[last + 1]
  if (
    !isJoined(surname) ||
    !surname.capital ||
    surname.shouted ||
    surname.facts.nobody ||
    surname.word.length < 2
  )
    return NOTHING
  const stopped = surname.gap.startsWith('.')
  const word = initial.word === 'a' || initial.word === 'i'
  if (!isKnown(surname) && surname.facts.english) return NOTHING
  if (!stopped && word && (surname.facts.ordinary || surname.facts.place)) return NOTHING
  const sure = isDistinct(surname)
    ? stopped || !word
    : !surname.facts.place && (stopped || surname.facts.listed)
  return [{ first: at, last: nameFrom(words, last + 1), sure, reason: 'an initial and a surname' }]
}

/** "Hebblethwaite", "Thornber Wolstenholme": words with a capital that are no English words and no places. */
export const unknownWords: Rule = (words, at) => {
  const word = words[at]
  if (
    word === undefined ||
    !word.capital ||
    word.word.length < 3 ||
    /\d/.test(word.word) ||
    !isDistinct(word) ||
    (word.facts.english && word.opening && !words[at + 1]?.capital)
  )
    return NOTHING
  if (word.shouted && word.word.length < 7) return NOTHING
  const last = nameFrom(words, at)
  const institution = institutionEnd(words, last)
  if (institution !== undefined)
    return [
      { first: at, last: institution, sure: false, reason: 'the name of something', kind: 'organisation' },
    ]
  const determined = isDetermined(words, at)
  const cue = (isSpeaker(words, last) || isAddressed(words, at)) && !determined
  if (last > at)
    return [
      {
        first: at,
        last,
        sure: !determined && (cue || parts(words, at, last).some(isKnown)),
        reason: 'words in a row that are no English words',
      },
    ]
  return [{ first: at, last, sure: cue && word.facts.listed, reason: 'no English word' }]
}

const parts = (words: readonly Word[], first: number, last: number): readonly Word[] =>
  words.slice(first, last + 1).filter(({ word }) => !PARTICLES.has(word))

/** Where the name of an institution ends whose first words are these. */
function institutionEnd(words: readonly Word[], last: number): number | undefined {
  for (let next = last + 1; next <= last + 4; next += 1) {
    const word = words[next]
    if (word === undefined || (word.gap !== ' & ' && !isJoined(word))) return undefined
    if (!word.capital && word.word !== 'and' && word.word !== 'of') return undefined
    if (word.capital && (ORGANISATION_WORDS.has(word.word) || PLACE_WORDS.has(word.word))) return next
  }
  return undefined
}
