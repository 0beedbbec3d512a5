import type { Id } from '../definition/index.ts'
import type { Crossing } from './crossings.ts'

/**
 * True counts of every question in the finest cells that its tables can be summed from, cell by cell of one crossing:
 * the base, and each row; of questions with several answers also each net, which is no sum of its answers.
 */
export interface InnerCounts {
  readonly crossing: Crossing
  /** Responses that are counted, cell by cell. */
  readonly people: readonly number[]
  /** Question -> its means, medians and totals, each with those whose numbers it rests on. */
  readonly measures: ReadonlyMap<Id, readonly MeasureCounts[]>
  readonly questions: ReadonlyMap<
    Id,
    { readonly base: readonly number[]; readonly rows: ReadonlyMap<string, readonly number[]> }
  >
  /** The published rows as wholes; absent where everything is not in one crossing, empty where they are too many to be joined. */
  readonly records?: readonly RowRecord[]
}

/** Counts of one question, cell by cell of a crossing: its base, and each row. */
export type CellCounts = InnerCounts['questions'] extends ReadonlyMap<Id, infer One> ? One : never

/** Published rows that are alike in all they show. */
export interface RowRecord {
  readonly rowClass: number
  /**
   * Question -> whether it was not asked, who is in the base, and who is in each row of answers: a '1' or '0' each. Questions
   * that these rows do not show are left out.
   */
  readonly views: ReadonlyMap<Id, string>
  /** In which cells these people are, and how many: what nobody outside knows. */
  readonly cells: readonly (readonly [cell: number, people: number])[]
}

/** Those who gave a number, a score or a rank, cell by cell, and how far their numbers reach: NaN where there are none. */
export interface MeasureCounts {
  readonly label: string
  readonly people: readonly number[]
  readonly least: readonly number[]
  readonly most: readonly number[]
}
