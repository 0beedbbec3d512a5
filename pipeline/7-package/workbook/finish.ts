import { strFromU8, unzipSync } from 'fflate'
import { contentTypesPart, relationshipsPart, withRelationship } from './package-parts.ts'
import type { Sheet } from './sheet.ts'
import { stylesPart } from './styles-part.ts'
import { tablePart } from './table-part.ts'
import { finishWorksheet, replaceOnce } from './worksheet-part.ts'
import { zipFixed } from './zip.ts'

/**
 * The package SheetJS wrote, with styles, marked-up tables and the bytes fixed. Relationships and content
 * types are written anew, so that only parts we know of are in the file. Throws when SheetJS no longer
 * writes what this expects.
 */
export function finish(written: Uint8Array, sheets: readonly Sheet[]): Uint8Array {
  const entries = unzipSync(written)
  const read = (path: string): string => {
    const entry = entries[path]
    if (entry === undefined) throw new Error(`SheetJS wrote no ${path}`)
    return strFromU8(entry)
  }
  const parts = new Map([
    ['[Content_Types].xml', contentTypesPart(sheets)],
    ['_rels/.rels', read('_rels/.rels')],
    ['docProps/app.xml', read('docProps/app.xml')],
    ['docProps/core.xml', read('docProps/core.xml')],
    ['xl/workbook.xml', withView(read('xl/workbook.xml'))],
    ['xl/_rels/workbook.xml.rels', relationshipsPart(sheets)],
    ['xl/theme/theme1.xml', read('xl/theme/theme1.xml')],
    ['xl/styles.xml', stylesPart()],
    ['xl/sharedStrings.xml', read('xl/sharedStrings.xml')],
  ])
  sheets.forEach((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`
    const relationships = `xl/worksheets/_rels/sheet${index + 1}.xml.rels`
    parts.set(path, finishWorksheet(read(path), sheet, index === 0))
    if (entries[relationships] !== undefined) parts.set(relationships, read(relationships))
    if (sheet.table === undefined) return
    parts.set(relationships, withRelationship(parts.get(relationships), index + 1))
    parts.set(`xl/tables/table${index + 1}.xml`, tablePart(sheet.table, index + 1))
  })
  return zipFixed(parts)
}

/** A workbook opens at its first worksheet. */
function withView(xml: string): string {
  return replaceOnce(xml, '<sheets>', '<bookViews><workbookView activeTab="0"/></bookViews><sheets>')
}
