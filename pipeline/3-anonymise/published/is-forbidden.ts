import { IDENTIFIERS } from '../../policy.ts'
import { isOrdinaryName, keyOf, nameWords } from '../redact/index.ts'
import type { Sort } from './identifiers.ts'

/**
 * Whether an identifier may be in no published byte. Not every cell of a column that identifies is one: "Yes",
 * "Reading" and "12" stand in any release. By `IDENTIFIERS`: names of people of two words or more; names of the
 * frame of two words or more; of everything else what has a word that is no English word, no place and no first
 * name alone; and numbers with enough digits.
 */
export function isForbidden(text: string, sort: Sort): boolean {
  const words = nameWords(text)
  const key = keyOf(text)
  const letters = key.replace(/\p{N}/gu, '').length
  if (letters === 0) return key.length >= IDENTIFIERS.fewest_digits
  if (key.length < IDENTIFIERS.fewest_letters) return false
  if (/\p{N}/u.test(key) && letters < key.length) return key.length >= IDENTIFIERS.fewest_mixed
  if (words.length > 1 && sort !== 'other') return true
  return !isOrdinaryName(words)
}
