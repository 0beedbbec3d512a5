import { type Folded, isCapital, isLetter, isLetterOrDigit } from '../fold/index.ts'
import { factsOf, type WordFacts } from '../vocabulary/facts.ts'

/** A word of a text with what its writing says. Offsets are of the folded text. */
export interface Word {
  readonly facts: WordFacts
  readonly from: number
  /** Behind its last letter; a possessive 's is not part of it. */
  readonly to: number
  /** Lower case, without apostrophes. */
  readonly word: string
  /** Written with a capital that says something: not in a text written in capitals throughout. */
  capital: boolean
  /** All in capitals, two letters or more. */
  readonly shouted: boolean
  /** First of a sentence, a line or a quotation, where a capital says nothing. */
  readonly opening: boolean
  /** What stands between it and the word before. */
  readonly gap: string
  /** Whether it may go on the name that the word before is of: spaces, a hyphen, the full stop of an initial. */
  readonly joined: boolean
}

const OPENS = /[.!?:;\t\n\r\u2022"()[\]{*>|/]|(?:^|\s)[-]\s/
const APOSTROPHE = 39
/** Longer ones are no words. */
const LONGEST = 64

/** The words of a text, in order. */
export function readWords(folded: Folded): readonly Word[] {
  const { text } = folded
  const words: Word[] = []
  let end = 0
  let at = 0
  while (at < text.length) {
    if (!isLetter(text.charCodeAt(at))) {
      at += 1
      continue
    }
    const from = at
    at = behindWord(text, from)
    const written = text.slice(from, Math.min(at, from + LONGEST))
    const bare = written.endsWith("'s") ? written.slice(0, -2) : written
    words.push(wordAt(folded, from, bare, gapBetween(text, end, from), words.at(-1)))
    end = from + bare.length
  }
  if (isShouting(words)) for (const word of words) word.capital = false
  return words
}

/** Letters, digits, and apostrophes between letters. */
function behindWord(text: string, from: number): number {
  let at = from + 1
  for (;;) {
    const unit = text.charCodeAt(at)
    if (isLetterOrDigit(unit)) at += 1
    else if (unit === APOSTROPHE && isLetter(text.charCodeAt(at + 1))) at += 2
    else return at
  }
}

const gapBetween = (text: string, end: number, from: number): string =>
  from - end === 1 && text.charCodeAt(end) === 32 ? ' ' : text.slice(end, from)

function wordAt(folded: Folded, from: number, bare: string, gap: string, last: Word | undefined): Word {
  const word = bare.includes("'") ? bare.replaceAll("'", '') : bare
  const to = from + bare.length
  const capital = isCapital(folded, from)
  return {
    facts: factsOf(word),
    from,
    to,
    word,
    capital,
    shouted: capital && to - from > 1 && isCapital(folded, to - 1),
    opening: last === undefined || (gap !== ' ' && OPENS.test(gap) && !isInitialStop(last, gap)),
    gap,
    joined: last !== undefined && (gap === ' ' || /^(?: {1,2}|-)$/.test(gap) || isInitialStop(last, gap)),
  }
}

/** The full stop of an initial or of a title ends no sentence. */
const isInitialStop = (last: Word, gap: string): boolean =>
  last.capital && /^\. {0,2}$/.test(gap) && (last.word.length === 1 || TITLE.test(last.word))

const TITLE = /^(?:mr|mrs|ms|dr|prof|cllr|cllrs|rev|revd|st)$/

/** Most words in capitals: they say nothing then. */
function isShouting(words: readonly Word[]): boolean {
  const shouted = words.reduce((count, word) => count + Number(word.shouted), 0)
  return shouted >= 4 && shouted > words.length * 0.5
}

/** Whether a word follows that may belong to the same name. */
export const isJoined = (next: Word | undefined): next is Word => next?.joined ?? false

/** Whether the word at `at` is followed by a possessive 's. */
export const isPossessive = (words: readonly Word[], at: number): boolean =>
  words[at + 1]?.gap.startsWith("'s") ?? false

/** No English word, no place, nothing else with a capital: if it is anything, it is a name. */
export const isDistinct = ({ facts: { ordinary, place, nobody } }: Word): boolean =>
  !ordinary && !place && !nobody

/** No English word, whatever its capitals. */
export const isStrange = (word: Word): boolean =>
  word.word.length > 2 && !word.facts.english && isDistinct(word) && !/\d/.test(word.word)

/** Known as the name of people. */
export const isKnown = ({ facts: { given, listed } }: Word): boolean => given || listed
