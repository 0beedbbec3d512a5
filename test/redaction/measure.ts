import { type Context, findSpans, type Span } from '../../pipeline/3-anonymise/redact/index.ts'
import type { Gold, Labelled } from './label.ts'

export interface Figures {
  readonly marked: number
  /** Every letter and digit of it is redacted without help. */
  readonly redacted: number
  /** Every letter and digit of it is redacted or sent to review. */
  readonly found: number
  /** Words outside what is marked, and how many of them are redacted, or sent to review. */
  readonly innocent: number
  readonly redactedInnocent: number
  readonly reviewedInnocent: number
  readonly undecided: readonly string[]
  readonly missed: readonly string[]
  readonly wronged: readonly string[]
}

/** What the redactor makes of labelled texts; a title before a name may stay. */
export function measure(texts: readonly Labelled[], contextOf: (text: Labelled) => Context): Figures {
  const total = { marked: 0, redacted: 0, found: 0, innocent: 0, redactedInnocent: 0, reviewedInnocent: 0 }
  const undecided: string[] = []
  const missed: string[] = []
  const wronged: string[] = []
  for (const one of texts) {
    const spans = findSpans(one.text, contextOf(one))
    const sure = spans.filter((span) => span.sure)
    for (const gold of one.gold) {
      total.marked += 1
      const auto = isCovered(one.text, gold, sure)
      if (auto) total.redacted += 1
      else undecided.push(shown(one.text, gold))
      if (isCovered(one.text, gold, spans)) total.found += 1
      else missed.push(shown(one.text, gold))
    }
    for (const match of one.text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)) {
      const word = { start: match.index, end: match.index + match[0].length }
      if (one.gold.some((gold) => overlap(gold, word))) continue
      total.innocent += 1
      if (sure.some((span) => overlap(span, word))) {
        total.redactedInnocent += 1
        wronged.push(shown(one.text, word))
      } else if (spans.some((span) => overlap(span, word))) total.reviewedInnocent += 1
    }
  }
  return { ...total, undecided, missed, wronged }
}

/** A place with what stands beside it. */
const shown = (text: string, { start, end }: Place): string =>
  `${text.slice(Math.max(0, start - 20), start)}<${text.slice(start, end)}>${text.slice(end, end + 15)}`

type Place = { readonly start: number; readonly end: number }
const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end

const TITLE = /^(?:Cllr|Councillor|Mrs|Mr|Ms|Dr|Miss|Sir|Prof|Rev|sort code|account number)\.? /i

function isCovered(text: string, { start, end }: Gold, spans: readonly Span[]): boolean {
  const title = TITLE.exec(text.slice(start, end))?.[0].length ?? 0
  for (let index = start + title; index < end; index += 1) {
    if (
      /[\p{L}\p{N}]/u.test(text[index] ?? '') &&
      !spans.some((span) => span.start <= index && index < span.end)
    )
      return false
  }
  return true
}

/** Share in a hundred, to one decimal. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)
