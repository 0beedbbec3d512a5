/** How the rows could be published: what stands for each value, and where nothing does. */
export interface Candidate {
  /** How it was made, in words for the report. */
  readonly way: string
  /** Variable -> value -> what is published for it, in all rows alike. */
  readonly labels: readonly (readonly string[])[]
  /** Combination -> variables that are blanked in its rows, a bit each; absent where none are in any. */
  readonly masks?: readonly number[]
  /** Combination -> class of equal published labels, counted from 1 in the order of the labels. */
  readonly classes: readonly number[]
  readonly count: number
  readonly smallest: number
  /** Variables of which all rows show the same. */
  readonly silent: number
  /** What is lost, in values of all rows, the first-named variable counting more. */
  readonly cost: number
  /** The same as a share of all values, each variable counting the same. */
  readonly loss: number
}
