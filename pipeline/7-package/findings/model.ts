/** One figure of a release; of a base the statistic is `base`, and the row one that rests on it. */
export interface FindingFigure {
  readonly table: string
  readonly population: string
  readonly row: string
  readonly statistic: string
  readonly value: number
}

/** A sentence about released figures. */
export interface Finding {
  /** Table whose figures it tells. */
  readonly table: string
  /** Plain text, one or a few sentences, no markup. */
  readonly text: string
  /**
   * Every figure that the text prints, as `data/tables.csv` has it. Labels, questions and what is said of who was asked
   * are the author's, and may hold other numbers.
   */
  readonly figures: readonly FindingFigure[]
}

export interface Findings {
  /** The few that matter most, for the top of the page: 3 to 7, fewer where there are no more. */
  readonly key: readonly Finding[]
  /** Table -> what there is to say about it, the most important first; absent where there is nothing. */
  readonly byTable: ReadonlyMap<string, readonly Finding[]>
}
