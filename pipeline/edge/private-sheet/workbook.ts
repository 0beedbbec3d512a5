import { strToU8, type Zippable, zipSync } from 'fflate'
import type { PrivateSheet, SheetColumn } from './model.ts'

/** What one cell of a workbook can hold. */
const LONGEST = 32_000

/**
 * As a workbook of one sheet: headings that stay, a filter, wrapped text, and lists to choose from. Cells are
 * text and never formulas. The same sheet gives the same bytes in every time zone.
 */
export function privateWorkbook(sheet: PrivateSheet): Uint8Array {
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookPart(sheet.name)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/worksheets/sheet1.xml', sheetPart(sheet)],
    ['xl/styles.xml', STYLES],
  ]
  const mtime = new Date(1980, 0, 1)
  const entries: Zippable = {}
  // Small parts are stored: deflated, they may have no distance codes, which Windows cannot open.
  for (const [path, xml] of parts) entries[path] = [strToU8(xml), { mtime, level: xml.length < 512 ? 0 : 9 }]
  return zipSync(entries)
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function sheetPart({ columns, rows }: PrivateSheet): string {
  const last = `${letters(columns.length - 1)}${rows.length + 1}`
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const lines = [columns.map(({ heading }) => heading), ...rows].map((cells, row) => {
    const written = cells.map((text, column) =>
      cellPart(text, `${letters(column)}${row + 1}`, row === 0 ? 1 : 2),
    )
    return `<row r="${row + 1}" ht="${heightOf(cells, columns)}" customHeight="1">${written.join('')}</row>`
  })
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/>${validations(columns, rows.length)}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

/** In points, for the cell with the most lines; set outright, because programs do not grow the rows of a file they open. */
function heightOf(cells: readonly string[], columns: readonly SheetColumn[]): number {
  const lines = cells.map((text, column) =>
    text
      .slice(0, LONGEST)
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / (columns[column]?.width ?? 20))),
        0,
      ),
  )
  return Math.min(TALLEST, 3 + LINE * Math.max(1, ...lines))
}

/** Points of a line of text, and of the tallest row there is. */
const LINE = 14
const TALLEST = 409

/** Blank cells are left out, so that they are blank and not text of no length. */
function cellPart(text: string, place: string, style: number): string {
  if (text === '') return `<c r="${place}" s="${style}"/>`
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)} \u2026 (whole in the CSV file)` : text
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(shown)}</t></is></c>`
}

/** A list to choose from for each run of rows with the same choices. */
function validations(columns: readonly SheetColumn[], rows: number): string {
  const lists = columns.flatMap(({ choices }, column) => {
    if (choices === undefined) return []
    const ranges: string[] = []
    for (let row = 0, from = 0; row < rows; row += 1) {
      if (row + 1 < rows && String(choices(row + 1)) === String(choices(from))) continue
      ranges.push(
        `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letters(column)}${from + 2}:${letters(column)}${row + 2}"><formula1>"${xmlText(choices(from).join(','))}"</formula1></dataValidation>`,
      )
      from = row + 1
    }
    return ranges
  })
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

/** "A" for 0, "AA" for 26. */
const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`

/** Text that XML can hold: no control characters, no half of a pair. */
const xmlText = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const relationships = (targets: readonly (readonly [string, string])[]): string =>
  `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const workbookPart = (name: string): string =>
  `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`

const CONTENT_TYPES = `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`

/** Plain; bold headings; text that wraps and starts at the top. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`
