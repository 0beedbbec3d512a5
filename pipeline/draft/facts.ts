import type { ColumnProfile } from './profile.ts'

/** What is known of an export besides the profiles of its columns. */
export interface ExportFacts {
  readonly file: string
  readonly sheet?: string
  readonly encoding?: string
  readonly platform?: string
  /** Between several answers in one cell; the platform's own. */
  readonly separator?: string
  /** What the cells of options hold that were not ticked, by the platform. */
  readonly unticked: readonly string[]
  /** How the platform writes dates. */
  readonly dates?: 'day first' | 'month first' | 'year first'
  /** Day of the draft, year first: stands where the export says nothing of the fieldwork. */
  readonly today: string
  /** Of questions with a column an answer, by their first column: how many answers a row has at most. */
  readonly ticks: ReadonlyMap<number, Ticks>
  readonly crossings: readonly Crossing[]
  readonly frame?: FrameFacts
}

export interface Ticks {
  /** Rows with any answer. */
  readonly rows: number
  /** Most answers in one row. */
  readonly most: number
}

/** Of one closed column: for each of its labels, and for blank cells, how many rows answered later questions. */
export interface Crossing {
  /** Position of the column. */
  readonly router: number
  /** First columns of the later questions. */
  readonly targets: readonly number[]
  readonly rows: readonly {
    /** Key of the label; absent where the cell is blank. */
    readonly key?: string
    readonly rows: number
    /** One for each target. */
    readonly answered: readonly number[]
  }[]
}

/** A register of everyone who could have answered. */
export interface FrameFacts {
  readonly file: string
  readonly profiles: readonly ColumnProfile[]
}
