import type { Form, Strength } from './entry.ts'
import { isOrdinaryName, nameWords } from './name-words.ts'

/** Words that people leave out of the name of a body, or say beside it. */
export const BODY_WORDS: ReadonlySet<string> = new Set(
  'council councils borough boro district county city town parish metropolitan metro royal unitary authority corporation combined bc cbc cc dc lb lbc mbc mdc rb ua school primary secondary academy nursery infant junior college service services trust limited ltd plc llp cic fire rescue police cyngor bwrdeistref sirol sir dinas'.split(
    ' ',
  ),
)
/** Words between others that do not count. */
const LINKS = new Set(['the', 'of', 'and', 'upon', 'for', 'in', 'on'])
/** Fewest words whose initials are a name. */
const FEWEST_FOR_INITIALS = 3

/**
 * The forms an organisation's or authority's name is written in: whole; without words such as council; by its
 * initials. Of the `own` one the short forms are sure, of others they are to be looked at: a place is not the
 * body that governs it.
 */
export function organisationForms(name: string, kind: string, own: boolean): readonly Form[] {
  const words = nameWords(name)
  if (words.length === 0) return []
  const form = (parts: readonly string[], strength: Strength): Form => ({
    text: parts.join(' '),
    kind,
    strength,
  })
  const strength = strengthOf(words, own)
  const short = shortName(words)
  const initials = words.filter((word) => !LINKS.has(word)).map((word) => word.slice(0, 1))
  const known = initials.length < FEWEST_FOR_INITIALS || isOrdinaryName([initials.join('')])
  return [
    form(words, strength),
    form(
      words.filter((word) => word !== 'the' && word !== 'and'),
      strength,
    ),
    ...(short.length > 0 && short.length < words.length ? [form(short, own ? 'own' : 'bare')] : []),
    ...(own && !known ? [form([initials.join('')], 'capital')] : []),
  ]
}

/** Three words that count, or one that is nobody else's, are a name however they are written. */
function strengthOf(words: readonly string[], own: boolean): Strength {
  if (words.length === 1 && own) return 'own'
  const counting = words.filter((word) => !LINKS.has(word))
  if (counting.length > 2 || !isOrdinaryName(words)) return 'always'
  if (words.length === 1) return 'bare'
  return words.some((word) => BODY_WORDS.has(word)) ? 'always' : 'capital'
}

/** Without the body words at either end and what links them: "the London Borough of Barset" is Barset. */
function shortName(words: readonly string[]): readonly string[] {
  const drops = (word: string | undefined): boolean =>
    word !== undefined && (BODY_WORDS.has(word) || LINKS.has(word))
  const of = words.indexOf('of')
  let from = of > 0 && of < 4 && BODY_WORDS.has(words[of - 1] ?? '') ? of + 1 : 0
  let to = words.length
  while (from < to && drops(words[from])) from += 1
  while (to > from && drops(words[to - 1])) to -= 1
  return words.slice(from, to)
}
