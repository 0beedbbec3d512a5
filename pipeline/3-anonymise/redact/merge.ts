import type { Layer, Span } from './model.ts'

const RANK: Readonly<Record<Layer, number>> = { shapes: 0, frame: 1, names: 2 }

/**
 * One list of spans that do not overlap, in the order of the text. Nothing found is lost: sure spans that overlap
 * become one over all of them, of the kind of its longest part; of an unsure one, what no sure span covers is
 * left to be decided.
 */
export function mergeSpans(text: string, spans: readonly Span[]): readonly Span[] {
  const sure = unite(
    text,
    spans.filter((span) => span.sure),
  )
  const unsure = unite(
    text,
    spans.filter((span) => !span.sure),
  ).flatMap((span) =>
    uncovered(span, sure).filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end))),
  )
  return [...sure, ...unsure].sort(byPlace)
}

function unite(text: string, spans: readonly Span[]): readonly Span[] {
  const united: Span[] = []
  let strongest: Span | undefined
  for (const span of [...spans].sort(byPlace)) {
    const last = united.at(-1)
    if (last !== undefined && strongest !== undefined && isContinued(text, last, span)) {
      strongest = isStronger(span, strongest) ? span : strongest
      united[united.length - 1] = { ...strongest, start: last.start, end: Math.max(last.end, span.end) }
    } else {
      united.push(span)
      strongest = span
    }
  }
  return united
}

/** Overlapping, or of one kind with nothing but spaces between. */
function isContinued(text: string, last: Span, next: Span): boolean {
  if (next.start < last.end) return true
  return next.kind === last.kind && next.sure && /^ {0,3}$/.test(text.slice(last.end, next.start))
}

const isStronger = (a: Span, b: Span): boolean =>
  RANK[a.layer] !== RANK[b.layer] ? RANK[a.layer] < RANK[b.layer] : a.end - a.start > b.end - b.start

/** The parts of a span that no sure span covers. */
function uncovered(span: Span, sure: readonly Span[]): readonly Span[] {
  const parts: Span[] = []
  let start = span.start
  for (const other of sure) {
    if (other.end <= start) continue
    if (other.start >= span.end) break
    if (other.start > start) parts.push({ ...span, start, end: other.start })
    start = other.end
  }
  if (start < span.end) parts.push({ ...span, start })
  return parts
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1)
