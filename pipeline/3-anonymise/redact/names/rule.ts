import type { Word } from './words.ts'

/** A name that a rule found: the words `first` to `last`. */
export interface Naming {
  readonly first: number
  readonly last: number
  readonly sure: boolean
  readonly reason: string
  readonly kind?: string
}

/** Looks whether a name begins at the word `at`, or is announced by it. */
export type Rule = (words: readonly Word[], at: number) => readonly Naming[]

export const NOTHING: readonly Naming[] = []
