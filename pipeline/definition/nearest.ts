/**
 * The candidate that a mistyped word most likely stands for: a beginning of one (or the other way
 * round), or the one within a third of its letters by edits (insert, delete, replace, swap
 * neighbours). Capitals, spaces and hyphens do not count. The first of equals; undefined when nothing
 * is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = plain(word)
  let best: string | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const other = plain(candidate)
    const edits = begins(typed, other) ? 1 : editDistance(typed, other)
    const allowed = Math.max(1, Math.floor(Math.max(typed.length, other.length) / 3))
    if (edits <= allowed && edits < fewest) {
      best = candidate
      fewest = edits
    }
  }
  return best
}

/** ` — did you mean 'x'?`, to end a sentence with; nothing when no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const meant = nearest(word, candidates)
  return meant === undefined || meant === word ? '' : ` — did you mean '${meant}'?`
}

/** Letters that count; whole questions stand as headings too. */
const LONGEST = 80

const plain = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '_')
    .slice(0, LONGEST)

const begins = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a))

/** Edits between two words: Levenshtein's with swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + same,
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY
