/**
 * What a definition asks for, as the README says it: read from the text of `consultation.yaml` for the recount alone. Shares no
 * code with the program, which reads the same file in its own way.
 */
export interface Plan {
  readonly variables: Readonly<Record<string, readonly string[]>>
  readonly questions: readonly Asked[]
  readonly populations: readonly Population[]
  readonly breakdowns: readonly (readonly string[])[]
  readonly banners: readonly (readonly string[])[]
  /** Variables of response rates, as far as lists of invitees or the frame carry them. */
  readonly rates: readonly { readonly variable: string; readonly of: 'people' | 'units' }[]
  readonly profile: readonly string[]
  readonly weighted: boolean
  readonly sampled: { readonly strata: boolean; readonly clusters: boolean; readonly sizes: boolean }
  /** Whether all responses come from the frame, which then is the population they are a sample of. */
  readonly allFromFrame: boolean
  readonly separators: Readonly<Record<string, string>>
  readonly decimals: number
  /** Counts are rounded to multiples of this; 1: not at all. */
  readonly rounding: number
  readonly partition: boolean
}

export interface Population {
  readonly id: string
  readonly where: Condition
}

export interface Asked {
  readonly id: string
  readonly kind: 'choice' | 'ticks' | 'ranking' | 'number'
  /** Answers, ticks, items or bands, in order. */
  readonly answers: readonly string[]
  /** Whether it asks about the themes of open answers, in a table called after its question. */
  readonly themes: boolean
  readonly base: 'answered' | 'asked' | Condition
  readonly nets: Readonly<Record<string, readonly string[]>>
  readonly statistics: readonly string[]
  readonly decimals: number
  readonly populations: readonly string[]
  readonly scores: Readonly<Record<string, number>>
}

/** A name and what is said of it; all must hold. */
export type Condition = readonly (readonly [name: string, part: Part])[]

export interface Part {
  readonly how: 'any' | 'all' | 'none' | 'answered'
  readonly labels: readonly string[]
}

/** Labels stand in definitions as in the file, but for capitals, spaces and the shape of marks. */
export const alike = (label: string): string =>
  label
    .replace(/[‘’ʼ′`]/g, "'")
    .replace(/[“”„″«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

export const isMeasured = ({ kind, statistics }: Asked): boolean =>
  kind === 'number' && ['mean', 'median', 'total'].some((one) => statistics.includes(one))
