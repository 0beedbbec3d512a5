import type { RowClasses, SuppressionReport } from '../../artefacts.ts'
import type { Id } from '../../definition/index.ts'
import type { InnerCounts, TabulationPlan } from '../../disclosure/index.ts'
import type { SuppressionPart } from '../../suppression-report.ts'
import type { Conditions } from './whole/conditions.ts'

/** A count that tables would show: of a question, a group's people in one row or (null) in the base. */
export interface ShownCount {
  readonly question: string
  readonly group: string
  readonly row: string | null
  readonly count: number
}

/** A mean, median or total that tables would show of a group. */
export interface ShownMeasure {
  readonly question: string
  readonly group: string
  readonly label: string
}

/** What is to be protected, as it goes to the solving thread. */
export interface SuppressionInput {
  readonly plan: TabulationPlan
  readonly inner: readonly InnerCounts[]
  /** Every count that would be shown if nothing were hidden. */
  readonly shown: readonly ShownCount[]
  /** Every mean, median and total of a group that tables would show. */
  readonly measured: readonly ShownMeasure[]
  /** What the published rows show of each class, whatever is hidden here. */
  readonly classes: Omit<RowClasses, 'count'>
  /** What response rates say of those with a value: how many more than they tell have it. */
  readonly rates: readonly { readonly variable: Id; readonly label: string; readonly others: number }[]
  /** Who is asked what, and counted in which base. */
  readonly conditions: Conditions
  /** Whether rows leave out what tables beside them cannot protect. */
  readonly rowsGiveWay: boolean
  /** Columns that are hidden because everything together would give them away, though no rule asks for it. */
  readonly given: readonly { readonly question: string; readonly groups: readonly string[] }[]
  /** What was chosen before for questions beside whose tables the rows are the same. */
  readonly settled: readonly SuppressionPart[]
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
  /** Counts to be hidden; a base that is hidden hides its whole column. */
  readonly hidden: readonly Omit<ShownCount, 'count'>[]
  readonly unprotectable: readonly Unprotectable[]
  /** Questions that published rows must not show, for tables beside them cannot protect what they tell. */
  readonly leaving: readonly Id[]
  /** Questions whose columns were too many to be searched for groups that follow. */
  readonly unsearched: readonly string[]
  readonly report: SuppressionReport
  readonly parts: readonly SuppressionPart[]
}
