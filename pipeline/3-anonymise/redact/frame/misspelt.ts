import type { Gazetteer } from './gazetteer.ts'

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
