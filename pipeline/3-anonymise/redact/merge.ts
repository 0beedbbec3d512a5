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
  )
  const open = withoutSure(unsure, sure).filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  )
  return [...sure, ...open].sort(byPlace)
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

/** The parts of the spans that no sure span covers. Both lists are in order, and neither overlaps itself. */
function withoutSure(spans: readonly Span[], sure: readonly Span[]): readonly Span[] {
  const parts: Span[] = []
  let next = 0
  for (const span of spans) {
    let start = span.start
    while ((sure[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    for (let index = next; index < sure.length; index += 1) {
      const other = sure[index]
      if (other === undefined || other.start >= span.end) break
      if (other.start > start) parts.push({ ...span, start, end: other.start })
      start = Math.max(start, other.end)
    }
    if (start < span.end) parts.push({ ...span, start })
  }
  return parts
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1)
