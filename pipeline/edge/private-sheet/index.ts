/**
 * Sheets that people fill in, for the research team alone. In: columns and rows of text. Out: the same rows as CSV, and
 * as a workbook with a list of choices. Neither lets a cell be taken for a formula. Does not belong here: what
 * stands in them, and where they are kept.
 */
export { privateCsv } from './csv.ts'
export type { PrivateSheet, SheetColumn } from './model.ts'
export { privateWorkbook } from './workbook.ts'
