/**
 * A random consultation, as the generator makes it and as the intruder knows it: its rules are public, its people
 * are not. Nothing here comes from the product.
 */

/** All parts must hold. Names are variables, questions, `channel`. */
export type Condition = Readonly<Record<string, Part>>

/** Any, all or none of these labels; `answered`: any answer at all. */
export interface Part {
  readonly how: 'any' | 'all' | 'none' | 'answered'
  readonly labels: readonly string[]
}

export interface Variable {
  readonly id: string
  readonly values: readonly string[]
  /** Coarser labels, where rows may be coarsened to declared groups. */
  readonly groups: Readonly<Record<string, readonly string[]>>
}

export interface Band {
  readonly label: string
  readonly least: number
  readonly most: number
}

export interface Question {
  readonly id: string
  readonly kind: 'single' | 'scale' | 'multiple' | 'ranking' | 'number' | 'open'
  readonly answers: readonly string[]
  readonly bands: readonly Band[]
  readonly askedIf?: Condition
  /** Who is in the base: those who answered, those who were asked, or who answered and meets this. */
  readonly base: 'answered' | 'asked' | Condition
  readonly nets: Readonly<Record<string, readonly string[]>>
  readonly statistics: readonly ('count' | 'percent' | 'mean')[]
  /** Digits after the point of a mean. */
  readonly decimals: number
  readonly scores: Readonly<Record<string, number>>
}

export interface Population {
  readonly id: string
  readonly where?: Condition
}

/** One who took part. */
export interface Person {
  /** Which file the response came in: the place in `files`. */
  readonly file: number
  /** Variable -> value, '' where it was left unsaid. */
  readonly values: Readonly<Record<string, string>>
  /** Question -> what was said: the answer, the ticks, the items in order of rank. Nothing: asked and silent, or not asked. */
  readonly said: Readonly<Record<string, readonly string[]>>
  readonly numbers: Readonly<Record<string, number>>
}

export type Profile = 'consultation' | 'health' | 'special-category'

/** Thresholds in force, public in every release. */
export interface Rules {
  readonly minimum_class: number
  readonly minimum_base: number
  readonly unanimity_below: number
  readonly small_counts: number
  readonly values_left: number
  readonly rounding: number
  readonly microdata: boolean
}

export interface World {
  readonly seed: number
  readonly family: string
  readonly variables: readonly Variable[]
  readonly files: readonly { readonly channel: string; readonly lacks: readonly string[] }[]
  readonly questions: readonly Question[]
  readonly populations: readonly Population[]
  readonly breakdowns: readonly (readonly string[])[]
  readonly publish: readonly string[]
  readonly profile: Profile
  /** Rules that the definition states, as the product takes them: stricter ones, and waivers. */
  readonly stated: Readonly<Partial<Record<keyof Rules, number>>>
  readonly rules: Rules
  /** The variable that a frame carries, for response rates; every unit of it answered at most once. */
  readonly frame?: { readonly variable: string; readonly silent: Readonly<Record<string, number>> }
  readonly people: readonly Person[]
}

/** Rows of tables that are no answers. */
export const NO_REPLY = 'No reply'
