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
