import type { LayoutColumn } from '../1-collect/index.ts'

/** What is known of a column before anything of it is read: a column of a layout, or of a plain table. */
export type ExportColumn = LayoutColumn

/** A text that cells hold, how many do, and the first row that does (0 is the first row of data). */
export interface CellValue {
  readonly text: string
  readonly count: number
  readonly first: number
}

/** How cells look when each is taken apart at a separator. */
export interface PartsProfile {
  readonly separator: string
  /** Different parts, and how often cells hold any. */
  readonly distinct: number
  readonly occurrences: number
  /** The most frequent 200 of the parts with the cells that hold each. */
  readonly values: readonly CellValue[]
  /** Cells all of whose parts stand in other cells too, and those of them that hold each part once at most. */
  readonly explained: number
  readonly withoutRepeats: number
}

/** How many cells are dates in one notation, and the first and last of these days. */
export interface DatesProfile {
  readonly cells: number
  readonly first?: string
  readonly last?: string
}

export type DateNotation = 'day first' | 'month first' | 'year first'

/** Shares of the numbers of a column that lie at or below each of its `quantiles`. */
export const QUANTILES = [0.01, 0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.75, 0.8, 0.9, 0.99] as const

/** What is to be known of a column to judge what it is. Counts are of rows; texts are on one line. */
export interface ColumnProfile extends ExportColumn {
  /** Position in the file, from 0. */
  readonly index: number
  readonly rows: number
  /** Cells with text. */
  readonly filled: number
  /** Different texts, capitals aside. */
  readonly distinct: number
  /** Cells whose text stands in another row too. */
  readonly repeated: number
  /** The texts, most frequent first; none where there are more than 200. */
  readonly values: readonly CellValue[]
  /** Where there are more, the most frequent 200 of the short ones: what they have in common is looked at, no more. */
  readonly sample: readonly CellValue[]
  readonly numbers: number
  readonly whole: number
  readonly minimum?: number
  readonly maximum?: number
  /** One for each of `QUANTILES`; empty where there are no numbers. */
  readonly quantiles: readonly number[]
  readonly dates: Readonly<Record<DateNotation, DatesProfile>>
  /** Cells that are a date with the day first and with the month first. */
  readonly eitherOrder: number
  readonly longest: number
  readonly meanLength: number
  readonly meanWords: number
  /** Cells that hold an e-mail address; that are a telephone number, postcode, network or web address, or code. */
  readonly emails: number
  readonly phones: number
  readonly postcodes: number
  readonly networkAddresses: number
  readonly webAddresses: number
  readonly codes: number
  /** Where cells hold separators: how the parts look, the platform's own separator first. */
  readonly parts: readonly PartsProfile[]
}

/** Most texts of a column that are worth listing. */
export const MOST_VALUES = 200

/** The share that `count` is of `all`, 0 of nothing. */
export const share = (count: number, all: number): number => (all === 0 ? 0 : count / all)
