import { PLACE_WORDS } from '../vocabulary/cues.ts'
import { isInstitution } from './beside.ts'
import { nameFrom } from './name-from.ts'
import { type Naming, NOTHING, type Rule } from './rule.ts'
import { isKnown, type Word } from './words.ts'

/** Shorter first names are sure alone only where they are in the list of people too: other lists have "Tel" and "An". */
const SHORTEST_ALONE = 4

/** "Priya Hebblethwaite", "Niamh": a first name that is nothing else, with what belongs to it. */
export const given: Rule = (words, at) => {
  const word = words[at]
  if (word === undefined || !isOnlyGiven(word)) return NOTHING
  const last = nameFrom(words, at)
  return word.capital ? withCapital(words, at, last) : withoutCapital(words, at, last)
}

function isOnlyGiven({ word, facts }: Word): boolean {
  return facts.given && word.length > 1 && !facts.ordinary && !facts.place && !facts.nobody
}

function withCapital(words: readonly Word[], at: number, last: number): readonly Naming[] {
  const word = words[at]
  if (word === undefined || (word.shouted && word.word.length < 5)) return NOTHING
  if (last > at) return [{ first: at, last, sure: true, reason: 'a first name and what follows' }]
  const long = word.word.length >= SHORTEST_ALONE || word.facts.listed
  if (!isInstitution(words, at)) return [{ first: at, last, sure: long, reason: 'a first name' }]
  const next = words[at + 1]
  if (next === undefined || !PLACE_WORDS.has(next.word) || !isKnown(next))
    return [{ first: at, last: at, sure: false, reason: 'a first name in the name of something' }]
  // "Gwyneth Park": a person, or a park. The first name goes either way.
  return [
    { first: at, last: at, sure: true, reason: 'a first name' },
    { first: at + 1, last: at + 1, sure: false, reason: 'a surname, or what is named after somebody' },
  ]
}

function withoutCapital(words: readonly Word[], at: number, last: number): readonly Naming[] {
  if (last > at) {
    const sure = [words[at], words[last]].some((word) => word?.facts.listed)
    return [{ first: at, last, sure, reason: 'a first name and what follows, without capitals' }]
  }
  if ((words[at]?.word.length ?? 0) < SHORTEST_ALONE) return NOTHING
  const next = words[at + 1]
  const surname = next?.gap === ' ' && next.facts.listed && next.word.length > 3
  return [{ first: at, last: surname ? at + 1 : at, sure: false, reason: 'a first name without a capital' }]
}
