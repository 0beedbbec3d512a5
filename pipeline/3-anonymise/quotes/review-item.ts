import type { ReviewItem } from '../../artefacts.ts'
import type { Span } from '../redact/index.ts'
import type { Chosen } from './chosen.ts'

/** How much of an answer is shown on either side of a passage. */
const AROUND = 120

/** What a person is shown to decide on. */
export const reviewItem = {
  /** A passage that may identify somebody, with what stands around it. */
  ofWords: (chosen: Chosen, span: Span, id: string, choice: string | undefined): ReviewItem => ({
    ...common(chosen, id, choice),
    what: 'words',
    passage: around(chosen.answer ?? '', span),
    subject: oneLine((chosen.answer ?? '').slice(span.start, span.end)),
    reason: `${span.kind}: ${span.reason}`,
    proposal: 'redact',
    needed: !span.sure,
  }),
  /** A quote as it would be published, every passage that may identify somebody redacted. */
  ofQuote: (
    chosen: Chosen,
    text: string,
    attribution: string,
    id: string,
    choice: string | undefined,
  ): ReviewItem => ({
    ...common(chosen, id, choice),
    what: 'quote',
    passage: text,
    subject: attribution,
    reason: 'to be published with this attribution',
    proposal: 'publish',
    needed: true,
  }),
}

const common = ({ question, reference, row }: Chosen, id: string, choice: string | undefined) => ({
  id,
  question,
  response: reference,
  row,
  ...(choice === undefined ? {} : { choice }),
})

function around(answer: string, { start, end }: Span): string {
  const before = answer.slice(Math.max(0, start - AROUND), start)
  const after = answer.slice(end, end + AROUND)
  const cut = { before: start > AROUND ? '\u2026' : '', after: end + AROUND < answer.length ? '\u2026' : '' }
  return oneLine(`${cut.before}${before}\u2039${answer.slice(start, end)}\u203a${after}${cut.after}`)
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
