/**
 * What coders made of some answers: how many answers were judged alike. `values[c]` is what coder c said,
 * null where he did not code them. Units with fewer than two values tell nothing of agreement.
 */
export interface Units {
  readonly values: readonly (string | null)[]
  readonly count: number
}

/** How far two values are apart, 0 (the same) to 1. Symmetric. */
export type Distance = (a: string, b: string) => number

/** Two values are the same or they are not. */
export const nominal: Distance = (a, b) => (a === b ? 0 : 1)
