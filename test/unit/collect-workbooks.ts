/** Workbooks made by hand, so that tests can make them wrong as well. */
import { strToU8, type Zippable, zipSync } from 'fflate'

export interface SheetParts {
  /** The `<row>` elements. */
  readonly rows: string
  readonly dimension?: string
  /** What follows the rows: merged cells. */
  readonly after?: string
  readonly hidden?: boolean
}

/** A workbook with the sheets One, Two, ...; cell styles 1 to 3 are a date, a date with time, and a time. */
export function workbook(sheets: readonly SheetParts[], extra: Zippable = {}, properties = ''): Uint8Array {
  return zipSync({ ...parts(sheets, properties), ...extra })
}

/** One sheet of text cells. */
export const textSheet = (...rows: readonly (readonly string[])[]): SheetParts => ({
  rows: rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((text) => textCell(text)).join('')}</row>`)
    .join(''),
})

export const textCell = (text: string, reference = ''): string =>
  `<c${reference === '' ? '' : ` r="${reference}"`} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const NAMES = ['One', 'Two', 'Three']
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function parts(sheets: readonly SheetParts[], properties: string): Zippable {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${sheets.map(({ hidden }, index) => `<sheet name="${NAMES[index]}" sheetId="${index + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm:ss"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
  for (const [index, { rows, dimension, after }] of sheets.entries()) {
    const claimed = dimension === undefined ? '' : `<dimension ref="${dimension}"/>`
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${MAIN}">${claimed}<sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`
  }
  return Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(XML + xml)]))
}
