import type { Row } from '../solver/index.ts'
import type { Range } from './figure-bounds.ts'

/** What published figures say of the unknown counts: bounds of single columns, and relations between some. */
export interface Facts {
  /** Column -> least and most. */
  readonly bounds: Map<number, Range>
  readonly relations: Row[]
}

/** No bound. */
export const INFINITE = Number.POSITIVE_INFINITY

/** Adds to what is known of a column. */
export function bound(facts: Facts, column: number, { least, most }: Range): void {
  const before = facts.bounds.get(column)
  facts.bounds.set(column, {
    least: Math.max(least, before?.least ?? 0),
    most: Math.min(most, before?.most ?? INFINITE),
  })
}
