/** A piece of a quote as somebody chose it: words of the answer, words left out, words put in. */
export interface Piece {
  readonly kind: 'words' | 'elision' | 'insertion'
  /** What stands in it, without brackets; nothing for an elision. */
  readonly text: string
  /** Whether a blank stands before it. */
  readonly apart: boolean
}

/** How words left out are marked, and what of a chooser's spelling means that. */
export const ELISION = '[...]'
const MEANS_ELISION = /^(?:\.{2,}|\u2026|\s)*$/

/**
 * Takes a chosen quote apart at its brackets. `[...]` and `[\u2026]` leave words out, `[anything else]` puts words in;
 * what stands between is the answer's. One pass; a bracket that is not closed is a word like any.
 */
export function parseWords(quote: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  while (from < quote.length) {
    const open = quote.indexOf('[', from)
    const close = open < 0 ? -1 : quote.indexOf(']', open)
    const end = close < 0 ? quote.length : open
    addWords(pieces, quote.slice(from, end), startsApart(quote, from))
    if (close < 0) break
    const inside = quote.slice(open + 1, close)
    const kind = MEANS_ELISION.test(inside) ? 'elision' : 'insertion'
    const text = kind === 'elision' ? '' : oneLine(inside)
    pieces.push({ kind, text, apart: startsApart(quote, open) })
    from = close + 1
  }
  return pieces
}

function addWords(pieces: Piece[], text: string, after: boolean): void {
  const words = oneLine(text)
  if (words !== '') pieces.push({ kind: 'words', text: words, apart: after || /^\s/.test(text) })
}

const startsApart = (quote: string, at: number): boolean => at > 0 && /\s/.test(quote.charAt(at - 1))

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
