import type { Issue } from '../issues.ts'

/** Records at the top of a sheet that are shown to whoever judges its headings. */
export const HEAD_ROWS = 5

/** What came of reading a workbook. */
export interface SpreadsheetReading {
  readonly issues: readonly Issue[]
  /** The sheet as written to the target; absent when an issue is an error. */
  readonly csv?: {
    readonly sheet: string
    readonly header: readonly string[]
    /** Rows of the sheet, blank ones and the header included: record n is sheet row n. */
    readonly records: number
    /** The first `HEAD_ROWS` records, all of the same length. */
    readonly head: readonly (readonly string[])[]
    /**
     * Merged cells within the first three rows, which the caller judges when headings are unchecked: the
     * issue to give where `lastRow` (counted from 1) lies below the headings. Absent where there are none.
     */
    readonly mergedInHead?: readonly { readonly lastRow: number; readonly issue: Issue }[]
  }
}
