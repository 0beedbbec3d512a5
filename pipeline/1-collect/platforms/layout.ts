/** Survey platforms whose exports are understood as they are. */
export const PLATFORMS = [
  'qualtrics',
  'surveymonkey',
  'smartsurvey',
  'citizen space',
  'limesurvey',
  'microsoft forms',
  'google forms',
  'kobotoolbox',
  'snap',
  'surveyjs',
] as const
export type Platform = (typeof PLATFORMS)[number]

export interface LayoutColumn {
  /**
   * The one heading by which a definition names the column: question alone, or "question - part".
   * Unique in the file as far as the export allows; whitespace collapsed.
   */
  readonly heading: string
  /** Wording of its question as asked, without the platform's numbers, codes and decorations. */
  readonly question: string
  /** Option (multiple), item (matrix, ranking) the column is about, where a question has several columns. */
  readonly part?: string
  /**
   * 'other text' is the text box of "Other (please specify)". 'identifying' tells who answered.
   * 'technical' is of the platform's own making; a status column whose values name previews and tests
   * is one. 'summary' repeats what other columns hold (Kobo's joined cell beside 0/1 columns) and is
   * left out.
   */
  readonly role:
    | 'answer'
    | 'other text'
    | 'started'
    | 'submitted'
    | 'identifier'
    | 'identifying'
    | 'technical'
    | 'summary'
  /** The platform's own short name (Q1, QID3_2, G01Q02), where there is one. */
  readonly code?: string
}

/** How the export of a platform is written, and what its columns are. */
export interface Layout {
  readonly platform: Platform
  /** Records before the first response. */
  readonly headerRows: number
  /** One for each column of the file, in its order. */
  readonly columns: readonly LayoutColumn[]
  /** Between several answers in one cell. */
  readonly separator: string
  /** What the cell of an option that was not ticked holds, besides blank. */
  readonly unticked: readonly string[]
  /** Cells that mean no reply, besides blank (never "N/A": that is an answer). */
  readonly missing: readonly string[]
  readonly dates: 'day first' | 'month first' | 'year first'
  /** Rows that are no responses: previews, tests. `column` is a heading of `columns`. */
  readonly setAside: readonly {
    readonly reason: string
    readonly column: string
    readonly equals: readonly string[]
  }[]
  /** Rows begun and never sent in: where this column holds one of these ('' is a blank cell). */
  readonly unfinished?: { readonly column: string; readonly equals: readonly string[] }
  /** Escapes the platform writes for a character: ['@SQ@', "'"]. */
  readonly escapes: readonly (readonly [string, string])[]
}
