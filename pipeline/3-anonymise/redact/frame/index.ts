/** Layer 2: the consultation's own names. In: a folded text and gazetteers. Out: spans of the original. */
import type { Folded } from '../fold/index.ts'
import type { Span } from '../model.ts'
import { type Compact, compact } from './compact.ts'
import { FIRST_LETTERS, type Gazetteer } from './gazetteer.ts'

export { buildGazetteer, type Entry, type Gazetteer } from './gazetteer.ts'

/** Spans of every name of the gazetteers that stands in the text as whole words, the longest at each place. */
export function findFrame(folded: Folded, gazetteers: readonly Gazetteer[]): readonly Span[] {
  const text = compact(folded.text)
  const spans: Span[] = []
  for (const gazetteer of gazetteers) {
    if (gazetteer.keys.length === 0) continue
    for (let first = 0; first < text.letters.length; first += 1) {
      if (text.begins[first] === 0) continue
      const found = longestAt(text, gazetteer, first)
      if (found === undefined) continue
      spans.push({
        start: folded.startOf(text.at[first] ?? 0),
        end: folded.endOf(text.at[found.last] ?? 0),
        kind: found.kind,
        layer: 'frame',
        sure: true,
        reason: 'a name of this consultation',
      })
      first = found.last
    }
  }
  return spans
}

/** The longest key that begins at a letter and ends with a word: narrows the sorted keys letter by letter. */
function longestAt(
  { letters, ends }: Compact,
  { keys, kinds, starts }: Gazetteer,
  first: number,
): { readonly last: number; readonly kind: string } | undefined {
  let best: { readonly last: number; readonly kind: string } | undefined
  const beginning = letters.slice(first, first + FIRST_LETTERS)
  for (let length = 2; length < FIRST_LETTERS; length += 1) {
    const short = starts.get(beginning.slice(0, length))
    if (short !== undefined && ends[first + length - 1] === 1)
      best = { last: first + length - 1, kind: kinds[short[0]] ?? '' }
  }
  let [from, to] = starts.get(beginning) ?? [0, 0]
  for (let length = FIRST_LETTERS; from < to; length += 1) {
    const last = first + length - 1
    if (keys[from]?.length === length && ends[last] === 1) best = { last, kind: kinds[from] ?? '' }
    if (first + length >= letters.length) break
    const next = letters.charCodeAt(first + length)
    from = firstNotBelow(keys, from, to, length, next)
    to = firstNotBelow(keys, from, to, length, next + 1)
  }
  return best
}

/** The first of the keys `from` to `to` whose unit at `place` is not below `unit`; keys that end before it come first. */
function firstNotBelow(
  keys: readonly string[],
  from: number,
  to: number,
  place: number,
  unit: number,
): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    const key = keys[middle] ?? ''
    if (key.length <= place || key.charCodeAt(place) < unit) low = middle + 1
    else high = middle
  }
  return low
}
