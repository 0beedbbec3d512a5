/**
 * The candidate closest to `name` by edit distance, if it differs in no more than a third of its
 * characters; for "did you mean". Only the first 80 characters count.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(name)
  let best: string | undefined
  let closest = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const folded = fold(candidate)
    const limit = Math.floor(Math.max(wanted.length, folded.length) / 3)
    if (Math.abs(wanted.length - folded.length) > limit) continue
    const distance = editDistance(wanted, folded)
    if (distance > limit || distance >= closest) continue
    best = candidate
    closest = distance
  }
  return best
}

const fold = (name: string): string => name.toLowerCase().replace(/\s+/gu, ' ').trim().slice(0, 80)

/** Levenshtein distance by the two-row method. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const substitute = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(substitute, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
