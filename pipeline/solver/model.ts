/** A coefficient of a row or of the objective: which column, and how much of it. */
export type Term = readonly [column: number, coefficient: number]

/** A variable; `Infinity` where it has no bound. Its cost is 0 where nothing is said. */
export interface Column {
  readonly lower: number
  readonly upper: number
  readonly integer?: boolean
  readonly cost?: number
}

/** A constraint: lower <= sum of terms <= upper. No column stands in it twice. */
export interface Row {
  readonly lower: number
  readonly upper: number
  readonly terms: readonly Term[]
}

export interface LinearModel {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export type Sense = 'min' | 'max'

/**
 * How hard to try, in units of work and not of time, so that a slow machine gets the same answer as a quick
 * one. `seconds` is the safety net for a machine that hangs; what it cuts off is reported as `limit` too.
 */
export interface Effort {
  readonly nodes?: number
  readonly iterations?: number
  readonly seconds?: number
  /** Relative gap at which an integer solution counts as optimal; 0 where nothing is said. */
  readonly gap?: number
}

/**
 * `limit`: the effort was spent. `objective` is then the best found (absent: none), and `bound` is what no
 * solution can beat; both are equal within tolerance where `optimal`. `duals` of rows are those of linear
 * programs: the change of the objective with a row's side.
 */
export interface Outcome {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'limit'
  readonly objective?: number
  readonly bound?: number
  readonly values: Float64Array
  readonly duals: Float64Array
}

/** A model kept in the solver: changed a little and solved again, it starts from its last solution. */
export interface Program {
  readonly addRow: (row: Row) => void
  readonly setBounds: (column: number, lower: number, upper: number) => void
  /** The whole objective; columns that are not named cost nothing. */
  readonly setCosts: (costs: readonly Term[]) => void
  /** Solves; with `relaxed` as if no column were integer. */
  readonly solve: (sense: Sense, effort?: Effort & { readonly relaxed?: boolean }) => Outcome
  /** Gives the memory back: nothing else does. */
  readonly close: () => void
}

export interface Solver {
  readonly open: (model: LinearModel) => Program
}
