import { type Gazetteer, SHORTEST_MISSPELT, startOf } from './gazetteer.ts'

/**
 * Whether a word of a text, from its first letter to just behind its last, is long enough to be one slip away from a
 * name, and has the first or the last letters of one. Most words have not, and are not looked up.
 */
export function mayBeSlip(text: string, from: number, end: number, { edges }: Gazetteer): boolean {
  if (edges.size === 0 || end - from < SHORTEST_MISSPELT - 1) return false
  const first = startOf(text.charCodeAt(from), text.charCodeAt(from + 1), text.charCodeAt(from + 2))
  const last = startOf(text.charCodeAt(end - 3), text.charCodeAt(end - 2), text.charCodeAt(end - 1))
  return edges.has(first) || edges.has(-last)
}

/**
 * The kind of a name that a word of a text is one slip away from: a letter wrong, missing, too many, or two
 * exchanged (Damerau 1964). One of the halves of the name is then whole, so only names that share one are compared.
 */
export function misspelt(word: string, { halves }: Gazetteer): string | undefined {
  if (halves.size === 0) return undefined
  for (let length = word.length - 1; length <= word.length + 1; length += 1) {
    const middle = length >> 1
    const rest = length - middle
    for (const half of [`${word.slice(0, middle)}_`, `_${word.slice(-rest)}`]) {
      const found = halves.get(half)?.find(([name]) => name.length === length && isOneOff(word, name))
      if (found !== undefined) return found[1]
    }
  }
  return undefined
}

/** Whether one slip, and not none, lies between two words. */
function isOneOff(a: string, b: string): boolean {
  if (a === b) return false
  let front = 0
  while (front < a.length && front < b.length && a[front] === b[front]) front += 1
  let back = 0
  while (back < Math.min(a.length, b.length) - front && a[a.length - 1 - back] === b[b.length - 1 - back])
    back += 1
  const [left, right] = [a.length - front - back, b.length - front - back]
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && a[front] === b[front + 1] && a[front + 1] === b[front]
}
