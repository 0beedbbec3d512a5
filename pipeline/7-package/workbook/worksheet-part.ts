import { utils } from 'xlsx'
import type { Sheet } from './sheet.ts'
import { formatIndex } from './styles.ts'
import { tableRange } from './table-part.ts'

/**
 * A worksheet part as SheetJS wrote it, with what SheetJS cannot write: the format of every cell, the
 * cursor in A1, one page width when printed, and the reference to the table part.
 */
export function finishWorksheet(xml: string, sheet: Sheet, first: boolean): string {
  const selected = first ? ' tabSelected="1"' : ''
  const view = `<sheetView${selected} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView>`
  const formatted = withFormats(xml, sheet)
  const fitted = replaceOnce(
    formatted,
    '<dimension ',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ',
  )
  const viewed = replaceOnce(fitted, '<sheetView workbookViewId="0"/>', view)
  return replaceOnce(viewed, '</worksheet>', `${tail(sheet)}</worksheet>`)
}

/** Replaces the one place where a piece of generated XML stands; throws if SheetJS no longer writes it so. */
export function replaceOnce(xml: string, piece: string, replacement: string): string {
  const parts = xml.split(piece)
  if (parts.length !== 2) throw new Error(`Expected ${piece} once in a part of the workbook`)
  return parts.join(replacement)
}

/** Text is in the shared strings, so nothing in this part but a cell can look like one. */
function withFormats(xml: string, sheet: Sheet): string {
  return xml.replace(/<c r="([A-Z]+\d+)"/g, (start, address: string) => {
    const { r, c } = utils.decode_cell(address)
    const cell = sheet.rows[r]?.cells[c]
    if (cell === undefined) throw new Error(`Cell ${address} of ${sheet.name} was never laid out`)
    return `${start} s="${formatIndex(cell.style, cell.value)}"`
  })
}

/** In the order of the schema (ECMA-376 part 1, 18.3.1.99). Labels such as "2015" are not to be flagged. */
function tail({ orientation, table }: Sheet): string {
  const margins = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
  const setup = `<pageSetup paperSize="9" orientation="${orientation}" fitToHeight="0"/>`
  if (table === undefined) return margins + setup
  const ignored = `<ignoredErrors><ignoredError sqref="${tableRange(table)}" numberStoredAsText="1"/></ignoredErrors>`
  return `${margins}${setup}${ignored}<tableParts count="1"><tablePart r:id="table"/></tableParts>`
}
