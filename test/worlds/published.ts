/** What the world sees of a release, in a form of its own: figures with who they are of, and rows. */
export interface Release {
  readonly figures: readonly Figure[]
  /** The published rows, a cell a column; absent where no row leaves. */
  readonly rows?: { readonly columns: readonly string[]; readonly records: readonly (readonly string[])[] }
  /** Most that a rounded count lies from the true one; it stands in the release's plan. */
  readonly roundedWithin: number
  /** Counts are rounded to multiples of this; 1: not at all. */
  readonly rounding: number
  /** How many responses were counted, as the release says in words; absent where it is rounded. */
  readonly responses?: number
}

/** Who a figure is of: members of all these, of none of those, with one of these values of each variable. */
export interface Members {
  readonly populations: readonly string[]
  readonly without: readonly string[]
  readonly values: Readonly<Record<string, readonly string[]>>
}

export interface Figure {
  readonly table: string
  /** Absent: a response rate. */
  readonly question?: string
  readonly members: Members
  readonly row: string
  readonly statistic: string
  readonly value: number | null
  readonly status: string
  readonly base: number | null
  readonly decimals: number
}

/** Figures of one question and group, as a column of a table shows them. */
export const columnKey = ({ question = '', members }: Figure): string =>
  JSON.stringify([question, keyOfMembers(members)])

export const keyOfMembers = ({ populations, without, values }: Members): string =>
  JSON.stringify([
    [...populations].sort(),
    [...without].sort(),
    Object.entries(values)
      .map(([name, labels]) => [name, [...labels].sort()])
      .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
  ])
