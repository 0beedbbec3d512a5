/** A file as the first stage lends it to those after it: opened and understood, to be read in one pass. */
import type { Issue } from './issues.ts'

/** Name of a relation in the engine. */
export type Relation = string

/** SQL expression for one column of a source, evaluated while its file is read. */
export interface Projection {
  readonly name: string
  readonly sql: string
}

/** A file as received, opened and understood but not yet read through. */
export interface SubmissionSource {
  readonly file: string
  /** Our name -> SQL identifier of the raw column (VARCHAR, blank cells are NULL). */
  readonly columns: ReadonlyMap<string, string>
  /** Headings -> SQL identifier, for set-aside rules. */
  readonly headings: ReadonlyMap<string, string>
  /** SQL identifiers of raw columns that hold the platform's own number of a response, the surest first. */
  readonly numbers: readonly string[]
  /** How it was read, for people: "UTF-8, comma". */
  readonly reading: string
  /** Record of the file that rowid 0 is, counting its first row of headings as 1. */
  readonly firstRow: number
  readonly conventions: Conventions
  /**
   * Reads the whole file once into `relation` with these columns, in file order. `cells` replace raw
   * columns before anything else sees them, then `lookups` are computed; projections may use both by name.
   * Returns what is wrong with the file (ragged rows, broken quotes); the relation is then unusable.
   */
  readonly into: (
    relation: Relation,
    projections: readonly Projection[],
    lookups?: readonly Projection[],
    cells?: readonly Projection[],
  ) => Promise<readonly Issue[]>
}

/** How the writer of a file writes what is not in its headings: its survey platform, else nobody in particular. */
export interface Conventions {
  /** Between several answers in one cell. */
  readonly separator: string
  /** Cells that mean no reply, besides blank ones. */
  readonly missing: readonly string[]
  /** What the cell of an option that was not ticked holds, besides what the definition says. */
  readonly unticked: readonly string[]
  /** What is written instead of a character, and the character. */
  readonly escapes: readonly (readonly [string, string])[]
  readonly dates?: 'day first' | 'month first' | 'year first'
  /** Rows that are no responses, as SQL over raw columns: previews, headings repeated among the rows. */
  readonly notResponses: readonly { readonly reason: string; readonly holds: string }[]
  /** SQL: begun and never sent in. */
  readonly unfinished?: string
}
