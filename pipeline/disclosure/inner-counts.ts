import type { Id } from '../definition/index.ts'
import type { Crossing } from './crossings.ts'

/**
 * True counts of every question in the finest cells that its tables can be summed from, cell by cell of one crossing:
 * the base, and each row; of questions with several answers also each net, which is no sum of its answers.
 */
export interface InnerCounts {
  readonly crossing: Crossing
  readonly questions: ReadonlyMap<
    Id,
    { readonly base: readonly number[]; readonly rows: ReadonlyMap<string, readonly number[]> }
  >
}
