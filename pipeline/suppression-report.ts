/** What it took to keep figures from following from others, for the private report. */
export interface SuppressionReport {
  /** Counts that the rules protect, shown or not. */
  readonly targets: number
  /** Of those, figures hidden for being small. */
  readonly primary: number
  /** Figures hidden so that others do not follow. */
  readonly secondary: number
  /** Whether no cheaper choice of figures protects as much. */
  readonly optimal: boolean
  readonly rounds: number
}

/** What was hidden of questions that are tied to each other: the same tables beside the same rows give the same. */
export interface SuppressionPart {
  readonly questions: readonly string[]
  /** Counts: question, group and row, null for the base. */
  readonly hidden: readonly {
    readonly question: string
    readonly group: string
    readonly row: string | null
  }[]
  readonly report: SuppressionReport
}
