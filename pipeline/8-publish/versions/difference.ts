import type { Level } from './version.ts'

/** What tells one release from another of the same consultation. */
export interface Difference {
  readonly schema: readonly SchemaChange[]
  readonly rows: readonly RowChanges[]
  readonly figures: FigureChanges
}

export interface SchemaChange {
  readonly level: Exclude<Level, 'none'>
  /** Name of the resource; of the package where it is blank. */
  readonly resource: string
  readonly field?: string
  /** In words: "added", "removed", "type is now integer, was string". */
  readonly change: string
}

/** Rows of a table whose rows have no lasting name, compared as a whole on the fields both releases have. */
export interface RowChanges {
  readonly resource: string
  readonly before: number
  readonly after: number
  readonly added: number
  readonly removed: number
}

/** Published figures, each found again by its table, population, row and statistic. */
export interface FigureChanges {
  readonly added: number
  readonly removed: number
  readonly changed: number
  /** With the same value and base, but marked otherwise: of low reliability now, or no longer. */
  readonly marked: number
  /** Tables with an added, removed, changed or marked figure, in code-unit order. */
  readonly tables: readonly string[]
  /** The first of them, in order of their keys; `added + removed + changed + marked` says how many there are. */
  readonly list: readonly FigureChange[]
}

export interface FigureChange {
  readonly change: 'added' | 'removed' | 'changed' | 'marked'
  readonly table: string
  readonly population: string
  readonly row: string
  readonly statistic: string
  /** Value, with [u] where it is of low reliability, or the status that stands for it in square brackets; absent where there was none. */
  readonly before?: string
  readonly after?: string
  readonly baseBefore?: string
  readonly baseAfter?: string
}
