import { fold } from '../fold/index.ts'
import { compact } from './compact.ts'

/** A name that gives somebody away wherever it stands, and the kind that its placeholder says. */
export interface Entry {
  readonly text: string
  readonly kind: string
}

/** Names in a form in which a text is searched for all of them in one pass. */
export interface Gazetteer {
  /** Folded letters of each name, sorted by code unit, none twice. */
  readonly keys: readonly string[]
  /** The kind of each. */
  readonly kinds: readonly string[]
  /** First letters -> the keys that begin with them, as `from` and behind the last. */
  readonly starts: ReadonlyMap<string, readonly [number, number]>
}

/** Letters that the first look compares; shorter names are looked up whole. */
export const FIRST_LETTERS = 3

/** A gazetteer of these names, in any order. Names of which folding leaves fewer than two letters are left out. */
export function buildGazetteer(entries: Iterable<Entry>): Gazetteer {
  const kindOf = new Map<string, string>()
  for (const { text, kind } of entries) {
    const key = compact(fold(text).text).letters
    if (key.length >= 2 && !kindOf.has(key)) kindOf.set(key, kind)
  }
  const keys = [...kindOf.keys()].sort()
  const starts = new Map<string, [number, number]>()
  for (const [index, key] of keys.entries()) {
    const start = key.slice(0, FIRST_LETTERS)
    const range = starts.get(start)
    if (range === undefined) starts.set(start, [index, index + 1])
    else range[1] = index + 1
  }
  return { keys, kinds: keys.map((key) => kindOf.get(key) ?? ''), starts }
}
