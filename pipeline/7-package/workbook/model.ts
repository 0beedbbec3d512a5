/** A workbook as its author means it: words and figures, nothing of how they look. */
export interface Workbook {
  readonly title: string
  /** Second line of the cover: fieldwork dates, geography. */
  readonly subtitle?: string
  /** BCP 47 tag of the words in it: `en-GB`. */
  readonly language: string
  readonly creator: string
  /** ISO date (or UTC date-time) stamped into the properties; absent: 1980-01-01, so that bytes stay fixed. */
  readonly created?: string
  readonly cover: readonly CoverSection[]
  /** Every mark that may stand for a figure. Explained above those tables only that use it. */
  readonly shorthand: readonly Shorthand[]
  /** Become the notes worksheet: the first is `[note 1]`. */
  readonly notes: readonly string[]
  readonly tables: readonly WorkbookTable[]
}

export interface CoverSection {
  readonly heading: string
  readonly paragraphs: readonly (string | { readonly text: string; readonly href: string })[]
}

export interface Shorthand {
  readonly mark: string
  readonly meaning: string
}

export interface WorkbookTable {
  /** '1', '13', 'coverage': names the worksheet and the marked-up table. */
  readonly id: string
  readonly title: string
  /** Statements between the title and the table: bases, sources. */
  readonly lines: readonly string[]
  readonly columns: readonly WorkbookColumn[]
  /** Strings in number columns are shorthand. Nothing may be left empty. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export interface WorkbookColumn {
  /** May hold `\n`: units and notes go on lines of their own. */
  readonly header: string
  readonly kind: 'text' | 'number'
  /** Digits after the point, 0 to 6; 0 when absent. */
  readonly decimals?: number
}
