import { describe, expect, test } from 'vitest'
import { renderWorkbook } from '../../pipeline/7-package/workbook/index.ts'
import { attribute, elements, formatOf, part, partsOf, shown, worksheets } from './workbook-parts.ts'
import { sampleWorkbook, smallTable } from './workbook-sample.ts'

const sample = sampleWorkbook()
const file = renderWorkbook(sample)
const parts = partsOf(file)
const sheets = worksheets(parts)
const [, contents = '', , table1 = '', table2 = ''] = sheets

describe('what the workbook holds', () => {
  test('cover, contents, notes, then a worksheet a table', () => {
    const numbered = sample.tables.slice(0, -1).map(({ id }) => `Table ${id}`)
    expect([...shown(file).keys()]).toEqual(['Cover', 'Contents', 'Notes', ...numbered, 'Coverage'])
  })

  test('no notes worksheet when there are no notes', () => {
    const names = [...shown(renderWorkbook(sampleWorkbook({ notes: [], tables: [smallTable()] }))).keys()]
    expect(names).toEqual(['Cover', 'Contents', 'Table 1'])
  })

  test('a table reads back as it was given, title and statements above it, nothing below', () => {
    const rows = shown(file).get('Table 2')
    expect(rows?.[0]).toEqual([`Table 2: ${sample.tables[1]?.title}`])
    expect(rows?.slice(-6)).toEqual([
      sample.tables[1]?.columns.map(({ header }) => header),
      ...(sample.tables[1]?.rows ?? []),
    ])
  })

  test('only the shorthand a table uses is explained above it', () => {
    const uses = (id: string) => {
      const lines =
        shown(file)
          .get(id)
          ?.map(([first]) => String(first)) ?? []
      return lines.find((line) => line.startsWith('This table uses shorthand'))
    }
    expect(uses('Table 1')).toBeUndefined()
    expect(uses('Table 2')).toContain(
      '[c] means not shown, to protect confidentiality; [z] means not applicable.',
    )
    const low = smallTable({ rows: [['London', '[low]']] })
    const [line] = shown(renderWorkbook(sampleWorkbook({ tables: [low] }))).get('Table 1')?.[2] ?? []
    expect(line).toBe('This table uses shorthand: [low] means a percentage above 0 that rounds to 0.')
  })

  test('the contents link to the first cell of every worksheet after it', () => {
    const places = elements(contents, 'hyperlink').map((link) => attribute(link, 'location'))
    const names = [...shown(file).keys()].slice(2)
    expect(places).toEqual(names.map((name) => `'${name}'!A1`))
  })

  test('the cover links out, fragment and all', () => {
    const relationships = part(parts, 'xl/worksheets/_rels/sheet1.xml.rels')
    const targets = elements(relationships, 'Relationship').map((one) => attribute(one, 'Target'))
    expect(targets).toEqual(['https://example.org/report?year=2015&part=1', 'mailto:research@example.org'])
    expect(attribute(elements(sheets[0] ?? '', 'hyperlink')[0] ?? '', 'location')).toBe('tables')
  })

  test('the properties name title, creator, language and date', () => {
    const core = part(partsOf(renderWorkbook(sampleWorkbook({ created: '2015-09-01' }))), 'docProps/core.xml')
    expect(core).toContain('<dc:title>Consultation on local inspection and improvement: tables of responses<')
    expect(core).toContain('<dc:creator>Example Research Team</dc:creator>')
    expect(core).toContain('<dc:language>en-GB</dc:language>')
    expect(core).toContain('>2015-09-01T00:00:00Z</dcterms:created>')
    expect(part(parts, 'docProps/core.xml')).toContain('>1980-01-01T00:00:00Z</dcterms:created>')
  })
})

describe('how it looks', () => {
  test('the first cell of every worksheet is a Heading 1', () => {
    expect(part(parts, 'xl/styles.xml')).toContain('<cellStyle name="Heading 1" xfId="1" builtinId="16"/>')
    for (const sheet of sheets) expect(attribute(formatOf(parts, sheet, 'A1'), 'xfId')).toBe('1')
  })

  test('headers are bold and wrapped; figures, marks and their headers stand right', () => {
    expect(formatOf(parts, table2, 'A7')).toMatch(/horizontal="left".*wrapText="1".*<b\/>/)
    expect(formatOf(parts, table2, 'B7')).toMatch(/horizontal="right".*wrapText="1".*<b\/>/)
    expect(formatOf(parts, table2, 'A8')).toMatch(/horizontal="left".*wrapText="1"/)
    expect(formatOf(parts, table2, 'B8')).toMatch(/horizontal="right"/)
    expect(formatOf(parts, table2, 'C9')).toMatch(/horizontal="right"/)
  })

  test('figures show thousands separators and their decimals', () => {
    const code = (address: string) => {
      const id = attribute(formatOf(parts, table1, address), 'numFmtId')
      const formats = elements(part(parts, 'xl/styles.xml'), 'numFmt')
      return formats
        .filter((format) => attribute(format, 'numFmtId') === id)
        .map((f) => attribute(f, 'formatCode'))
    }
    expect(code('C7')).toEqual(['#,##0'])
    expect(code('D7')).toEqual(['#,##0.0'])
  })

  test('all type is Arial, at least 12 points', () => {
    const styles = part(parts, 'xl/styles.xml')
    expect(new Set(elements(styles, 'name').map((name) => attribute(name, 'val')))).toEqual(
      new Set(['Arial']),
    )
    expect(Math.min(...elements(styles, 'sz').map((size) => Number(attribute(size, 'val'))))).toBe(12)
  })

  test('every row has its height and every column its width', () => {
    for (const sheet of sheets) {
      const rows = elements(sheet, 'row')
      expect(rows.filter((row) => Number(attribute(row, 'ht')) < 18)).toEqual([])
      expect(rows.every((row) => attribute(row, 'customHeight') === '1')).toBe(true)
      expect(elements(sheet, 'col').filter((column) => Number(attribute(column, 'width')) < 12)).toEqual([])
    }
  })

  test('the workbook opens at A1 of the cover', () => {
    for (const sheet of sheets) expect(sheet).toContain('<selection activeCell="A1" sqref="A1"/>')
    expect(sheets.map((sheet) => sheet.includes('tabSelected="1"')).indexOf(true)).toBe(0)
    expect(sheets.filter((sheet) => sheet.includes('tabSelected="1"'))).toHaveLength(1)
  })

  test('no formulas, merged or hidden cells, panes, filters, headers or footers', () => {
    const forbidden =
      /<(f|mergeCell|pane|autoFilter|headerFooter|conditionalFormatting|dataValidation)[ />]|hidden/
    for (const [path, xml] of parts) expect([path, forbidden.exec(xml)?.[0]]).toEqual([path, undefined])
  })

  test('a text too long for the highest row gets a wider column instead', () => {
    const long = 'A note that goes on and on. '.repeat(200)
    const notes = worksheets(partsOf(renderWorkbook(sampleWorkbook({ notes: [long, long] }))))[2] ?? ''
    const heights = elements(notes, 'row').map((row) => Number(attribute(row, 'ht')))
    expect(Math.max(...heights)).toBeLessThan(409)
    expect(Number(attribute(elements(notes, 'col')[1] ?? '', 'width'))).toBeGreaterThan(100)
  })
})
