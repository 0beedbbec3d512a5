import { fold } from '../fold/index.ts'
import { factsOf } from '../vocabulary/facts.ts'

/** The words of a name, folded, without apostrophes; a hyphen parts words. */
export const nameWords = (name: string): readonly string[] =>
  fold(name)
    .text.replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether every word is one that people write without meaning anybody: English, or a place of many. */
export const isOrdinaryName = (words: readonly string[]): boolean =>
  words.every((word) => {
    const { english, place, nobody } = factsOf(word)
    return english || place || nobody || word.length < 2
  })
