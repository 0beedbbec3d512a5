import { OFFICES, ORGANISATION_WORDS, TITLE_WORDS, TITLES } from '../vocabulary/cues.ts'
import { nameFrom } from './name-from.ts'
import { type Naming, NOTHING, type Rule } from './rule.ts'
import { isJoined, type Word } from './words.ts'

/**
 * "Cllr Green", "Mrs J. Patel", "Councillors Green and Patel": a title and what follows. Behind "Mr" and its like
 * any word with a capital is a name; behind a title that is a word too, one that is known as a name or is
 * no English word. Without capitals both must be.
 */
export const titled: Rule = (words, at) => {
  const title = words[at]
  if (title === undefined) return NOTHING
  const plain = TITLES.has(title.word)
  if (!plain && !(TITLE_WORDS.has(title.word) && (title.capital || !WORDS_TOO.has(title.word))))
    return NOTHING
  const named = namedBy(words, at + 1, plain, title.capital)
  if (named === undefined) return NOTHING
  const found = [named]
  if (!PLURAL.has(title.word)) return found
  let last = named.last
  while (words[last + 1]?.gap === ', ' || words[last + 1]?.word === 'and') {
    const next = words[last + 1]?.word === 'and' ? last + 2 : last + 1
    const further = namedBy(words, next, plain, true)
    if (further === undefined) break
    found.push(further)
    last = further.last
  }
  return found
}

const PLURAL = new Set(['cllrs', 'councillors', 'councilors', 'messrs'])
/** Titles that mean something else when they are written small. */
const WORDS_TOO = new Set([
  'miss',
  'lord',
  'lady',
  'father',
  'sister',
  'brother',
  'captain',
  'judge',
  'major',
  'nurse',
  'constable',
  'bishop',
  'baron',
  'rev',
  'inspector',
  'colonel',
  'canon',
  'pc',
  'professor',
  'sergeant',
])

function namedBy(
  words: readonly Word[],
  first: number,
  plain: boolean,
  capital: boolean,
): Naming | undefined {
  const word = words[first]
  if (word === undefined || !isJoined(word) || OFFICES.has(word.word)) return undefined
  if (TITLES.has(word.word) || TITLE_WORDS.has(word.word)) return undefined
  const known = word.facts.given || word.facts.listed
  const fits = word.capital
    ? plain || known || !word.facts.english || word.word.length === 1
    : (!word.facts.ordinary && (known || !word.facts.english)) || (plain && capital && word.facts.listed)
  if (!fits || word.facts.nobody || ORGANISATION_WORDS.has(word.word)) return undefined
  return { first, last: nameFrom(words, first, true), sure: true, reason: 'a title before it' }
}
