import { AMBIGUOUS_GIVEN, PARTICLES, TITLE_WORDS, TITLES } from '../vocabulary/cues.ts'
import { factsOf } from '../vocabulary/facts.ts'
import type { Form, Strength } from './entry.ts'
import { isOrdinaryName, nameWords } from './name-words.ts'

/**
 * The forms a person's name is written in: whole, turned round, without middle names, with an initial, the surname
 * alone; in the person's `own` text also the first name alone and the initials. "Surname, First name" is understood.
 * A surname that is a word or a place is no form by itself but in the own text.
 */
export function personForms(name: string, kind: string, own: boolean): readonly Form[] {
  const parts = partsOf(name)
  const [first, ...others] = parts
  if (first === undefined) return []
  if (others.length === 0) return single(first, kind, own)
  const surname = surnameOf(parts)
  const form = (words: readonly string[], strength: Strength): Form => ({
    text: words.join(' '),
    kind,
    strength,
  })
  const turned = isOrdinaryName(parts) ? 'capital' : 'always'
  const distinct = !isOrdinaryName(surname)
  const initial = first.slice(0, 1)
  return [
    form(parts, 'always'),
    form([first, ...surname], 'always'),
    form([...surname, first], turned),
    form([initial, ...surname], distinct ? 'always' : 'capital'),
    ...(distinct ? [form([...surname, initial], 'capital'), form(surname, 'capital')] : []),
    ...(own
      ? [
          form([first], 'own'),
          form(surname, 'own'),
          form([parts.map((part) => part.slice(0, 1)).join('')], 'doubtful'),
        ]
      : []),
  ]
}

function single(word: string, kind: string, own: boolean): readonly Form[] {
  const { given } = factsOf(word)
  if (own) return [{ text: word, kind, strength: 'own' }]
  // A first name alone is anybody's: whether it is a name there, names in running text are asked.
  return isOrdinaryName([word]) || given || AMBIGUOUS_GIVEN.has(word)
    ? []
    : [{ text: word, kind, strength: 'capital' }]
}

function partsOf(name: string): readonly string[] {
  const comma = name.indexOf(',')
  const turned =
    comma > 0 && comma === name.lastIndexOf(',') ? `${name.slice(comma + 1)} ${name.slice(0, comma)}` : name
  const words = nameWords(turned)
  return words.filter(
    (word, index) =>
      !TITLES.has(word) && !(index === 0 && words.length > 2 && TITLE_WORDS.has(word)) && !LETTERS.has(word),
  )
}

const LETTERS = new Set(['obe', 'mbe', 'cbe', 'bsc', 'msc', 'phd', 'frics', 'cpfa', 'jp', 'mp', 'esq'])

/** The last word, with the particles before it. */
function surnameOf(parts: readonly string[]): readonly string[] {
  let first = parts.length - 1
  while (first > 1 && PARTICLES.has(parts[first - 1] ?? '')) first -= 1
  return parts.slice(first)
}
