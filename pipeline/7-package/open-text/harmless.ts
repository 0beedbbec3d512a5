/** Signs with which a spreadsheet begins a formula, their wide forms too. */
const FORMULA = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/

/**
 * A text as a cell that no spreadsheet takes for a formula: one that begins like one has an apostrophe in front.
 * Reversible: who wants the words takes one apostrophe away where apostrophes and such a sign begin the cell.
 */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** What the schema of each such file says of it. */
export const HARMLESS =
  'A cell that would begin with =, +, -, @ (or apostrophes and one of these) has an apostrophe in front, so that no spreadsheet takes it for a formula: take one away to have the words as they are.'
