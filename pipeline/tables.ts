/** What a table is, before and after disclosure control. */
import type { Id } from './definition/index.ts'

/**
 * Why a figure has no value: rounds to zero, confidential, not applicable, left out for quality. `u` stands beside a value:
 * low reliability, because few people answered. `c` is only said of what is protected, never of quality.
 */
export type Status = '' | 'low' | 'c' | 'z' | 'x' | 'u'

/**
 * Members of all these populations, and of none of those, with all these values; with one of several where hidden groups are
 * shown together.
 */
export interface GroupOfRespondents {
  readonly populations: readonly Id[]
  readonly without: readonly Id[]
  readonly values: Readonly<Record<Id, string | readonly string[]>>
}

export interface TableColumn {
  readonly population: string
  /** Heading as printed: "Chief executives and leaders". */
  readonly title: string
  readonly statistic: string
  /** How many answered, unweighted; null for response rates. */
  readonly base: number | null
  /** Whether rows are of different people: then each figure has a base of its own, and this one is printed nowhere. */
  readonly ownBases?: true
  readonly baseDescription: string
  /** Digits after the point. */
  readonly decimals: number
  /** How its base reads weighted: ", weighted base 6,194, effective base 173"; absent where nothing is weighted. */
  readonly weightedBase?: string
  /** Who the column shows, taken apart; absent where it shows no respondents of one group. */
  readonly group?: GroupOfRespondents
  /** Coarser groups that this one is part of, as other tables may show them. */
  readonly within?: readonly string[]
  /** The groups a column compares, where it is not of one population alone. */
  readonly among?: readonly string[]
}

/** A figure before disclosure control: the count it rests on is still there. */
export interface Figure {
  readonly value: number
  readonly count: number
  readonly status: Status
  /** How many it is of, where the rows of a column differ in that; else the base of the column is its own. */
  readonly base?: number
}

export interface Table<Cell> {
  readonly id: string
  readonly title: string
  readonly kind: 'response rate' | 'question' | 'breakdown'
  readonly question?: Id
  /** The table whose groups these are too: it decides which of them may be seen. */
  readonly of?: string
  /** Of response rates: the variable whose values its rows are. */
  readonly by?: Id
  /** How the rows are headed; "Answer" where nothing is said. */
  readonly rowHeading?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[]
  readonly notes: readonly string[]
}

/** A figure as it may be seen: no value where `status` says why, and then no base of its own either. */
export interface ReleasedFigure {
  readonly value: number | null
  readonly status: Status
  /** How many it is of, where the rows of a column differ in that. */
  readonly base?: number
}

/** A table or column that was not released, and why, in words that may be published. */
export interface Refusal {
  readonly table: string
  readonly title: string
  readonly reason: string
}
