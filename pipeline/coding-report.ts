/** What coding open answers came to: for the research team alone. */
import type { Id } from './definition/index.ts'

/** A coefficient of agreement with its interval at 95 per cent; null where it is not defined. */
export interface Coefficient {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** Answers it rests on: those that at least two coders coded. */
  readonly answers: number
}

export interface CodingReport {
  readonly coders: readonly string[]
  readonly questions: readonly QuestionCoding[]
}

export interface QuestionCoding {
  readonly question: Id
  /** Answers received, those that somebody coded, and those that count in the tables. */
  readonly answers: number
  readonly coded: number
  readonly counted: number
  /** Answers that two coders or more coded; those of them that were coded differently, and how each was settled. */
  readonly codedTwice: number
  readonly disagreeing: number
  readonly adjudicated: number
  readonly undecided: number
  /** Krippendorff's alpha of whole answers, as sets of codes (MASI); absent with one coder. */
  readonly alpha?: Coefficient
  readonly themes: readonly ThemeAgreement[]
}

/** Agreement on whether an answer mentions a theme. */
export interface ThemeAgreement {
  readonly code: Id
  readonly alpha: Coefficient
  readonly kappa: readonly { readonly coders: readonly [string, string]; readonly kappa: Coefficient }[]
}
