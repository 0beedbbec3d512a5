import type { SubmissionSource } from '../../artefacts.ts'
import type { ResponseSource } from '../../definition/index.ts'

/** A file of responses, how it is to be read, and the relations its rows are in meanwhile. */
export interface ResponseFile {
  readonly source: SubmissionSource
  readonly plan: ResponseSource
  /** Rows as read, in the order of the file. */
  readonly staged: string
  /** The same rows, joined to the frame: `record` is the rowid of `staged`, `reason` why a row counts for nothing. */
  readonly matched: string
}

/** SQL: rows of all files that count so far, with the number of their file; `where` narrows them down. */
export const countingRows = (
  files: readonly ResponseFile[],
  columns: string,
  where: (file: ResponseFile) => string = () => 'true',
): string =>
  files
    .map(
      (file, index) => `SELECT ${index} AS file, m.record, ${columns} FROM ${file.matched} m
        WHERE m.reason IS NULL AND (${where(file)})`,
    )
    .join('\nUNION ALL ')
