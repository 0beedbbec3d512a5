/** Layer 2: the consultation's own names. In: a folded text and gazetteers. Out: spans of the original. */
import type { Folded } from '../fold/index.ts'
import { KINDS, type Span } from '../model.ts'
import { factsOf } from '../vocabulary/facts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { judgeMatch } from './judge-match.ts'
import { behindWord, longestAt, nextWord } from './matching.ts'
import { mayBeSlip, misspelt } from './misspelt.ts'

export type { Entry } from './entry.ts'
export { buildGazetteer, exactGazetteer, type Gazetteer, keyOf } from './gazetteer.ts'
export { beginningsOf, matchesOf } from './matching.ts'
export { isOrdinaryName, nameWords } from './name-words.ts'

/**
 * Spans of every name of the gazetteers that stands in the text as whole words, the longest at each place; and, not
 * sure, of words that are no English and one slip away from one.
 */
export function findFrame(folded: Folded, gazetteers: readonly Gazetteer[]): readonly Span[] {
  return gazetteers.flatMap((gazetteer) => (gazetteer.kinds.size === 0 ? [] : findIn(folded, gazetteer)))
}

function findIn(folded: Folded, gazetteer: Gazetteer): readonly Span[] {
  const { text } = folded
  const spans: Span[] = []
  let at = nextWord(text, 0)
  while (at < text.length) {
    const match = longestAt(text, at, gazetteer)
    const verdict = match === undefined ? undefined : judgeMatch(folded, match)
    if (match !== undefined && verdict !== undefined) {
      spans.push(
        spanOf(
          folded,
          verdict.from,
          verdict.to,
          match.known.kind,
          verdict.sure,
          'a name of this consultation',
        ),
      )
      at = nextWord(text, verdict.to)
      continue
    }
    const end = behindWord(text, at)
    const kind = mayBeSlip(text, at, end, gazetteer) ? slipIn(text.slice(at, end), gazetteer) : undefined
    if (kind !== undefined)
      spans.push(spanOf(folded, at, end, kind, false, 'one slip away from a name of this consultation'))
    at = nextWord(text, end)
  }
  return spans
}

/** Longer ones are no words. */
const LONGEST = 40

function slipIn(written: string, gazetteer: Gazetteer): string | undefined {
  if (written.length > LONGEST) return undefined
  const word = written.replace(/'s$/, '').replaceAll("'", '')
  const { english, place, nobody } = factsOf(word)
  return english || place || nobody ? undefined : misspelt(word, gazetteer)
}

const spanOf = (
  folded: Folded,
  from: number,
  to: number,
  kind: string,
  sure: boolean,
  reason: string,
): Span => ({
  start: folded.startOf(from),
  end: folded.endOf(to - 1),
  kind: kind === '' ? KINDS.name : kind,
  layer: 'frame',
  sure,
  reason,
})
