import { SIGN_OFF } from '../vocabulary/cues.ts'
import { nameFrom } from './name-from.ts'
import { NOTHING, type Rule } from './rule.ts'
import { isKnown, type Word } from './words.ts'

/** "My name is sarah green", "I'm Priya", "somebody called Hebblethwaite", "Regards,\nSarah": whoever follows. */
export const introduced: Rule = (words, at) => {
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined || before === undefined || word.facts.nobody) return NOTHING
  const two = words[at - 2]?.word
  const named = (last: number, reason: string) => [{ first: at, last, sure: true, reason }]
  const gap = /^[:,]? {1,2}$/.test(word.gap)
  if (
    gap &&
    before.word === 'is' &&
    two === 'name' &&
    (word.capital || !word.facts.ordinary || isKnown(word))
  )
    return named(wholeName(words, at), 'said to be a name')
  if (
    gap &&
    (before.word === 'called' || before.word === 'named') &&
    word.capital &&
    (isKnown(word) || !word.facts.english) &&
    !word.facts.place
  )
    return named(nameFrom(words, at, true), 'said to be a name')
  if (gap && (before.word === 'im' || (before.word === 'am' && two === 'i')) && isSomebody(word))
    return named(nameFrom(words, at, true), 'who says "I am"')
  if (
    SIGN_OFF.has(before.word) &&
    /^(?:,|[,.]? ?[\n\r]{1,4}| - )\s{0,4}$/.test(word.gap) &&
    (word.capital || isSomebody(word)) &&
    endsLine(words, at)
  )
    return named(wholeName(words, at), 'the end of a letter')
  return NOTHING
}

const isSomebody = (word: Word): boolean =>
  !word.facts.ordinary &&
  !word.facts.place &&
  (word.facts.given || (word.capital && (word.facts.listed || !word.facts.english)))

/** The name, and for want of capitals the word after it too. */
function wholeName(words: readonly Word[], at: number): number {
  const last = nameFrom(words, at, true)
  const next = words[last + 1]
  const follows = next !== undefined && next.gap === ' ' && isKnown(next) && !next.facts.nobody
  return last === at && follows && (next.capital || !next.facts.everyday || endsName(words, at + 2))
    ? at + 1
    : last
}

/** Whether what comes next goes on with the sentence and not with a name. */
function endsName(words: readonly Word[], at: number): boolean {
  const next = words[at]
  return next === undefined || next.gap !== ' ' || GOES_ON.has(next.word)
}

const GOES_ON = new Set(['and', 'i', 'from', 'who', 'of', 'im', 'but', 'a', 'the'])

/** Whether at most three more words follow on its line. */
function endsLine(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next <= at + 4; next += 1) {
    const word = words[next]
    if (word === undefined || /[\n\r]/.test(word.gap)) return true
  }
  return false
}
