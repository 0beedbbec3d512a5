/** What an attack leaves out, and must say: a rule of which nobody knows whether it is kept. */
import type { Rule } from './policy.ts'

export interface NotTested {
  readonly rule: Rule
  /** What was not done. */
  readonly what: string
  /** Which limit was met, or what is missing. */
  readonly why: string
}

/** The same as part of a sentence. */
export const notTestedInWords = ({ what, why }: NotTested): string => `${what}: ${why}`
