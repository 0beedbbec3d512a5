import type { Quote, ReviewItem } from '../../artefacts.ts'
import { type Context, findSpans, remainingSpans, type Span } from '../redact/index.ts'
import { assemble, within } from './assemble.ts'
import type { Chosen } from './chosen.ts'
import { decisionId } from './decision-id.ts'
import { locate } from './locate.ts'
import { parseWords } from './parse-words.ts'
import { isProven } from './prove.ts'
import { reviewItem } from './review-item.ts'

/** What becomes of one chosen quote: it is published, or there is a reason why not; and what a person is to decide. */
export interface Verdict {
  readonly quote?: Quote
  readonly withheld?: string
  readonly review: readonly ReviewItem[]
}

/** Characters; more than a cell of a table should hold. */
const LONGEST = 5000

const NOT_PROVEN = 'its words are not passages of the redacted answer'
const NOT_DECIDED = 'words in it that may identify somebody are not decided on'

/**
 * Judges one chosen quote. It fails closed: it is published only when its words are the answer's, its sender did not
 * object, enough respondents share its attribution, every doubtful passage in it was decided on, a person approved
 * it, and nothing that identifies is left. `decided` are the choices of reviews, by their number.
 */
export function judge(
  consultation: string,
  chosen: Chosen,
  context: Context,
  decided: ReadonlyMap<string, string>,
): Verdict {
  const { answer, attribution, question } = chosen
  const not = (withheld: string, review: readonly ReviewItem[] = []): Verdict => ({ withheld, review })
  if (!chosen.received) return not('no such response was received')
  if (!chosen.kept) return not('the response was set aside')
  if (answer === undefined) return not('the question was not asked or not answered')
  if (chosen.doNotPublish) return not('its sender asked that his words be not published')
  if (attribution === null) return not('too few respondents share even the coarsest attribution')
  const pieces = locate(answer, parseWords(chosen.words))
  if (pieces === undefined) return not('its words are not those of the answer')
  const words = pieces.filter(({ kind }) => kind === 'words')
  if (words.length === 0) return not('it has no words of the answer')
  if (pieces.some(({ kind, text }) => kind === 'insertion' && findSpans(text, context).length > 0))
    return not('words put in may identify somebody')
  if (assemble(answer, pieces, []).length > LONGEST) return not('it is longer than a quote can be')
  const spans = findSpans(answer, context).filter((span) =>
    words.some((piece) => within(piece, [span]).length > 0),
  )
  const idOf = ({ start, end }: Span) => decisionId(answer, 'words', consultation, question, start, end)
  // Nobody can keep what shapes and the frame are sure of.
  const doubtful = spans.filter(({ sure, layer }) => !sure || layer === 'names')
  const review = doubtful.map((span) => reviewItem.ofWords(chosen, span, idOf(span), decided.get(idOf(span))))
  const hidden = assemble(answer, pieces, spans)
  const id = decisionId(answer, 'quote', consultation, question, hidden, attribution)
  const all = [...review, reviewItem.ofQuote(chosen, hidden, attribution, id, decided.get(id))]
  if (doubtful.some((span) => !span.sure && decided.get(idOf(span)) === undefined))
    return not(NOT_DECIDED, all)
  if (decided.get(id) === 'withhold') return not('a person decided against it', all)
  if (decided.get(id) !== 'publish') return not('nobody has approved it yet', all)
  const kept = doubtful.filter((span) => decided.get(idOf(span)) === 'keep')
  const text = assemble(
    answer,
    pieces,
    spans.filter((span) => !kept.includes(span)),
  )
  if (
    !isProven(
      text,
      answer,
      spans.filter((span) => !kept.includes(span)),
    )
  )
    return not(NOT_PROVEN, all)
  if (!isClean(text, context, kept, answer)) return not('something that identifies would be left', all)
  const { theme } = chosen
  return { quote: { question, ...(theme === undefined ? {} : { theme }), text, attribution }, review: all }
}

/** Whether reading the quote itself once more finds nothing but what a person decided to keep. */
function isClean(text: string, context: Context, kept: readonly Span[], answer: string): boolean {
  if (remainingSpans(text, context).length > 0) return false
  const allowed = kept.map(({ start, end }) => answer.slice(start, end).replace(/\s+/g, ' '))
  return findSpans(text, context).every(({ start, end }) =>
    allowed.some((words) => words.includes(text.slice(start, end))),
  )
}
