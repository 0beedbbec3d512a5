import { factsOf } from '../vocabulary/facts.ts'
import type { Entry, Form, Strength } from './entry.ts'
import { isOrdinaryName, nameWords } from './name-words.ts'
import { organisationForms } from './organisation-forms.ts'
import { personForms } from './person-forms.ts'

/** What is known of a form of a name. */
export interface Known {
  readonly kind: string
  readonly strength: Strength
  /** Every word of it is one that people write without meaning anybody. */
  readonly ordinary: boolean
  readonly several: boolean
}

/** Names in a form in which a text is searched for all of them in one pass. */
export interface Gazetteer {
  /** Every kind that a placeholder may say. */
  readonly kinds: ReadonlySet<string>
  /** Folded letters of each form, nothing between them, sorted by code unit, none twice. */
  readonly keys: readonly string[]
  readonly known: readonly Known[]
  /** First three letters -> the keys that begin with them, as `from` and behind the last. */
  readonly starts: ReadonlyMap<number, readonly [number, number]>
  /** Keys of two letters. */
  readonly pairs: ReadonlyMap<string, Known>
  /** Half of a word of a name -> the words that have it as their first or last half, and the kind of each. */
  readonly halves: ReadonlyMap<string, readonly (readonly [word: string, kind: string])[]>
  /** First three letters of those words, and last three as a number below nought. */
  readonly edges: ReadonlySet<number>
}

const RANK: Readonly<Record<Strength, number>> = { always: 0, own: 1, capital: 2, bare: 3, doubtful: 4 }
/** Shorter words are one letter off too many others. */
export const SHORTEST_MISSPELT = 6

/**
 * A gazetteer of these names, in any order; with `own`, of what gives away the writer of a text in it.
 * Names of which folding leaves fewer than two letters are left out.
 */
export function buildGazetteer(entries: Iterable<Entry>, own = false): Gazetteer {
  const known = new Map<string, Known>()
  const words = new Map<string, string>()
  for (const entry of entries) {
    for (const form of formsOf(entry, own)) add(known, form)
    for (const word of nameWords(entry.text)) if (canBeMisspelt(word)) words.set(word, entry.kind)
  }
  return indexed(known, words)
}

/** A gazetteer of these texts alone, each as it stands: no other forms, and none of it doubtful. */
export function exactGazetteer(texts: Iterable<string>): Gazetteer {
  const known = new Map<string, Known>()
  for (const text of texts) add(known, { text, kind: 'identifier', strength: 'always' })
  return indexed(known, new Map())
}

function indexed(known: ReadonlyMap<string, Known>, words: ReadonlyMap<string, string>): Gazetteer {
  const keys = [...known.keys()].filter((key) => key.length > 2).sort()
  const starts = new Map<number, [number, number]>()
  for (const [index, key] of keys.entries()) {
    const start = startOf(key.charCodeAt(0), key.charCodeAt(1), key.charCodeAt(2))
    const range = starts.get(start)
    if (range === undefined) starts.set(start, [index, index + 1])
    else range[1] = index + 1
  }
  return {
    kinds: new Set([...known.values()].map(({ kind }) => kind)),
    keys,
    known: keys.map((key) => known.get(key) as Known),
    starts,
    pairs: new Map([...known].filter(([key]) => key.length === 2)),
    halves: halvesOf(words),
    edges: new Set([...words.keys()].flatMap(edgesOf)),
  }
}

/** Three units as one number. */
export const startOf = (first: number, second: number, third: number): number =>
  (first * 65_536 + second) * 65_536 + third

function formsOf({ text, kind, names }: Entry, own: boolean): readonly Form[] {
  if (names === 'person') return personForms(text, kind, own)
  if (names === 'organisation') return organisationForms(text, kind, own)
  const words = nameWords(text)
  const strength = words.length === 1 && isOrdinaryName(words) ? (own ? 'own' : 'bare') : 'always'
  return [{ text, kind, strength }]
}

function add(known: Map<string, Known>, { text, kind, strength }: Form): void {
  const words = nameWords(text)
  const key = words.join('')
  if (key.length < 2) return
  const before = known.get(key)
  if (before !== undefined && RANK[before.strength] <= RANK[strength]) return
  known.set(key, { kind, strength, ordinary: isOrdinaryName(words), several: words.length > 1 })
}

const canBeMisspelt = (word: string): boolean =>
  word.length >= SHORTEST_MISSPELT && !isOrdinaryName([word]) && !factsOf(word).given

function edgesOf(word: string): readonly number[] {
  const unit = (index: number): number => word.charCodeAt(index < 0 ? word.length + index : index)
  return [startOf(unit(0), unit(1), unit(2)), -startOf(unit(-3), unit(-2), unit(-1))]
}

function halvesOf(words: ReadonlyMap<string, string>): Gazetteer['halves'] {
  const halves = new Map<string, (readonly [string, string])[]>()
  for (const [word, kind] of words) {
    const middle = word.length >> 1
    for (const half of [`${word.slice(0, middle)}_`, `_${word.slice(middle)}`]) {
      const found = halves.get(half)
      if (found === undefined) halves.set(half, [[word, kind]])
      else found.push([word, kind])
    }
  }
  return halves
}

/** The letters of a name, folded, nothing between them. */
export const keyOf = (name: string): string => nameWords(name).join('')
