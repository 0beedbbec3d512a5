import { utils } from 'xlsx'
import type { MarkedTable } from './sheet.ts'
import { cleanText, escapeAttribute, escapeText } from './text.ts'

/**
 * The part that marks cells up as a table (ECMA-376 part 1, 18.5.1.2): style None, no filter. A column's
 * name must equal the text of its header cell to the letter, line ends included: Excel offers to
 * "repair" the file otherwise.
 */
export function tablePart(table: MarkedTable, id: number): string {
  const columns = table.headers.map((header, index) => {
    const name = escapeAttribute(escapeText(cleanText(header)))
    return `<tableColumn id="${index + 1}" name="${name}"/>`
  })
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
    ` id="${id}" name="${table.name}" displayName="${table.name}" ref="${tableRange(table)}" totalsRowShown="0">` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>'
  )
}

/** The cells of a table: `A6:D20`. */
export function tableRange({ firstRow, lastRow, headers }: MarkedTable): string {
  return utils.encode_range({ s: { r: firstRow, c: 0 }, e: { r: lastRow, c: headers.length - 1 } })
}
