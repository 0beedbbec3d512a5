/** A figure as `data/tables.csv` has it. */
export interface PublishedFigure {
  readonly table: string
  readonly population: string
  readonly row: string
  readonly statistic: string
  /** As written, so that its decimals show; '' where the status says why there is none. */
  readonly value: string
  readonly status: string
  /** '' where it is not shown. */
  readonly base: string
}

/** Counts in the published responses: of a question, the people of a class in one row or (null) in the base. */
export interface MicrodataCount {
  readonly question: string
  /** Value of each of these published variables. */
  readonly values: Readonly<Record<string, string>>
  readonly row: string | null
  readonly count: number
}
