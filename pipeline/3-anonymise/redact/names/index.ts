/** Layer 3: names of people in running text. In: a folded text. Out: spans of the original, sure or to be decided. */
import type { Folded } from '../fold/index.ts'
import { KINDS, type Span } from '../model.ts'
import { type Naming, NOTHING, type Rule } from './rule.ts'
import { ambiguousGiven } from './rule-ambiguous-given.ts'
import { given } from './rule-given.ts'
import { introduced } from './rule-introduced.ts'
import { initialled, unknownWords } from './rule-surname.ts'
import { titled } from './rule-title.ts'
import { unknownPair, wordSurname } from './rule-word-surname.ts'
import { isKnown, readWords, type Word } from './words.ts'

/** At each word the first rule that finds something counts. */
const RULES: readonly Rule[] = [
  titled,
  introduced,
  given,
  ambiguousGiven,
  initialled,
  unknownWords,
  wordSurname,
  unknownPair,
]

/** Names of people in a text, in its order. */
export function findNames(folded: Folded): readonly Span[] {
  const words = readWords(folded)
  const spans: Span[] = []
  let at = 0
  while (at < words.length) {
    const found = firstFound(words, at)
    for (const naming of found) spans.push(spanOf(folded, words, naming))
    at = Math.max(at, ...found.map(({ last }) => last)) + 1
  }
  return spans
}

function firstFound(words: readonly Word[], at: number): readonly Naming[] {
  if (isPlain(words[at])) return NOTHING
  for (const rule of RULES) {
    const found = rule(words, at)
    if (found.length > 0) return found
  }
  return NOTHING
}

/** An ordinary word written small, no title and no name: most words are, and no rule looks at them. */
const isPlain = (word: Word | undefined): boolean =>
  word === undefined || (!word.capital && word.facts.ordinary && !isKnown(word) && !word.facts.title)

function spanOf(folded: Folded, words: readonly Word[], { first, last, sure, reason, kind }: Naming): Span {
  return {
    start: folded.startOf(words[first]?.from ?? 0),
    end: folded.endOf((words[last]?.to ?? 1) - 1),
    kind: kind ?? KINDS.name,
    layer: 'names',
    sure,
    reason,
  }
}
