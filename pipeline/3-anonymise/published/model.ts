/** Something published, as text: a file, a part of a workbook, a column of a file of rows, a name of a file. */
export interface PublishedText {
  /** Path within the release. */
  readonly file: string
  readonly text: string
}
