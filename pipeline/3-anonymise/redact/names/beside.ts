import { ADDRESSING, DETERMINERS, ORGANISATION_WORDS, PLACE_WORDS, SPEAKING } from '../vocabulary/cues.ts'
import { isJoined, type Word } from './words.ts'

/** Whether the word is followed by what people do: "said", "resigned". */
export const isSpeaker = (words: readonly Word[], last: number): boolean =>
  words[last + 1]?.gap === ' ' && SPEAKING.has(words[last + 1]?.word ?? '')

/** Whether the word before speaks to somebody, or says whose: "ask", "thank", "my colleague". */
export const isAddressed = (words: readonly Word[], at: number): boolean =>
  words[at]?.gap === ' ' && ADDRESSING.has(words[at - 1]?.word ?? '')

/** Whether an article or the like stands before it: a thing follows, whatever its capital. */
export const isDetermined = (words: readonly Word[], at: number): boolean =>
  words[at]?.gap === ' ' && DETERMINERS.has(words[at - 1]?.word ?? '')

/** Whether the next word makes an institution or a place of this one: "Blenkinsop Trust", "Grace Street". */
export function isInstitution(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  return isJoined(next) && next.capital && (ORGANISATION_WORDS.has(next.word) || PLACE_WORDS.has(next.word))
}
