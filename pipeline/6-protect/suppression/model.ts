import type { SuppressionReport } from '../../artefacts.ts'
import type { InnerCounts, TabulationPlan } from '../../disclosure/index.ts'

/** A count that tables would show: of a question, a group's people in one row or (null) in the base. */
export interface ShownCount {
  readonly question: string
  readonly group: string
  readonly row: string | null
  readonly count: number
}

/** What is to be protected, as it goes to the solving thread. */
export interface SuppressionInput {
  readonly plan: TabulationPlan
  readonly inner: readonly InnerCounts[]
  /** Every count that would be shown if nothing more were hidden. */
  readonly shown: readonly ShownCount[]
}

/** A group whose answers cannot be protected by hiding figures of these tables. */
export interface Unprotectable {
  readonly question: string
  readonly group: string
  readonly row: string
  /** Why in one word: what rule asks for it. */
  readonly rule: 'small group' | 'small count' | 'same answer'
}

export interface Suppression {
  /** Counts to be hidden beside those hidden for themselves. */
  readonly hidden: readonly Omit<ShownCount, 'count'>[]
  readonly unprotectable: readonly Unprotectable[]
  readonly report: SuppressionReport
}
