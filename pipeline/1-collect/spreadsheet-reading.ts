import type { Issue } from '../issues.ts'

/** What came of reading a workbook. */
export interface SpreadsheetReading {
  readonly issues: readonly Issue[]
  /** The sheet as written to the target; absent when an issue is an error. */
  readonly csv?: {
    readonly sheet: string
    readonly header: readonly string[]
    /** Rows of the sheet, blank ones and the header included: record n is sheet row n. */
    readonly records: number
  }
}
