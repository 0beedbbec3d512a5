import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type CellObject, type WorkSheet, write } from 'xlsx'
import { odsPieces } from '../../pipeline/1-collect/ods-pieces.ts'
import { readInPieces } from '../../pipeline/1-collect/read-in-pieces.ts'
import { readWorkbook } from '../../pipeline/1-collect/read-workbook.ts'
import { readSpreadsheet } from '../../pipeline/1-collect/spreadsheet.ts'
import { workbookParts } from '../../pipeline/1-collect/workbook-parts.ts'
import { xlsxPieces } from '../../pipeline/1-collect/xlsx-pieces.ts'
import { EXAMPLE } from '../support/stocktake.ts'
import { temporaryFolder } from './collect-files.ts'
import { textCell, textSheet, workbook } from './collect-workbooks.ts'

const folder = temporaryFolder()
let files = 0
type Format = 'xlsx' | 'ods'

/** The same file through both readers; pieces of about `size` bytes. */
async function bothWays(content: Uint8Array, format: Format = 'xlsx', size = 300, sheet?: string) {
  const number = files++
  const path = folder.write(`${number}.${format}`, content)
  const task = { path, format, ...(sheet === undefined ? {} : { sheet }) }
  const csv = (target: string) => (existsSync(target) ? readFileSync(target, 'utf8') : undefined)
  const [whole, pieces] = [folder.path(`${number}-whole.csv`), folder.path(`${number}-pieces.csv`)]
  return {
    whole: { reading: readWorkbook({ ...task, targetCsv: whole }), text: csv(whole) },
    pieces: { reading: await readInPieces({ ...task, targetCsv: pieces }, size), text: csv(pieces) },
  }
}

/** How many pieces it comes in; throws where it cannot be cut. */
async function countPieces(content: Uint8Array, format: Format = 'xlsx', size = 300): Promise<number> {
  const parts = await workbookParts(folder.write(`${files++}.${format}`, content))
  try {
    const { pieces } = await (format === 'xlsx' ? xlsxPieces : odsPieces)(parts, undefined, size)
    let count = 0
    for await (const _ of pieces()) count++
    return count
  } finally {
    parts.close()
  }
}

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const WITH_STRINGS = {
  '[Content_Types].xml': strToU8(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/></Types>`,
  ),
  'xl/sharedStrings.xml': strToU8(
    '<sst><si><t>Agree</t></si><si><t xml:space="preserve"> “é” &amp; 😀\nnext </t></si><si><r><t>Ri</t></r><r><t>ch</t></r></si><si><t/></si><si><t>_x0041_</t><rPh sb="0" eb="1"><t>no</t></rPh></si></sst>',
  ),
}

/** Cells in every form a program may write them, with and without the place they stand in. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }).map((index) => `t="s"><v>${index}</v></c>`) },
  fc.double({ noNaN: true }).map((number) => `><v>${number}</v></c>`),
  fc.integer({ min: 0, max: 60_000 }).map((day) => `s="1"><v>${day}</v></c>`),
  fc.integer({ min: 0, max: 99 }).map((moment) => `s="2"><v>42083.${moment}</v></c>`),
  fc.constantFrom(
    't="b"><v>1</v></c>',
    't="e"><v>#N/A</v></c>',
    't="str"><f>"x"</f><v>x</v></c>',
    't="str"><f>""</f><v></v></c>',
    '><f>1+1</f><v>2</v></c>',
    '><f>NOW()</f></c>',
    '><f t="shared" ref="A1:A9" si="0">1+2</f><v>3</v></c>',
    '><f t="shared" si="0"/><v>4</v></c>',
    '><f t="shared" si="0"/></c>',
    's="1"/>',
    's="3"></c>',
    't="d"><v>2015-07-15T10:00:00</v></c>',
    't="inlineStr"><is><t>in line</t></is></c>',
  ),
)

const COLUMNS = 'ABCDEFGH'
const row = fc.record({
  skip: fc.constantFrom(0, 0, 0, 1, 5),
  numbered: fc.boolean(),
  cells: fc.array(fc.option(cell, { freq: 4 }), { maxLength: 8 }),
})

function sheetOf(
  rows: readonly { skip: number; numbered: boolean; cells: readonly (string | null)[] }[],
): string {
  let at = 0
  return rows
    .map(({ skip, numbered, cells }) => {
      at += 1 + (numbered ? skip : 0)
      const place = (column: number) => (numbered ? ` r="${COLUMNS[column]}${at}"` : '')
      const written = cells.map((one, column) => (one === null ? '' : `<c${place(column)} ${one}`)).join('')
      return `<row${numbered ? ` r="${at}"` : ''} spans="1:8">${written}</row>`
    })
    .join('')
}

describe('a sheet read in pieces is the sheet read at once', () => {
  test('of .xlsx, whatever its cells are and wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 30 }),
        fc.constantFrom('', '<mergeCells><mergeCell ref="A2:B3"/><mergeCell ref="C9:C20"/></mergeCells>'),
        fc.integer({ min: 60, max: 900 }),
        async (rows, after, size) => {
          const header = `<row r="1">${[...COLUMNS].map((one) => textCell(one, `${one}1`)).join('')}</row>`
          const sheet = {
            rows:
              header +
              sheetOf([{ skip: 0, numbered: true, cells: [] }, ...rows]).replace(/<row r="1".*?<\/row>/, ''),
            after,
          }
          const { whole, pieces } = await bothWays(workbook([sheet], WITH_STRINGS), 'xlsx', size)
          expect(pieces).toEqual(whole)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('rows far down that are wider than the first', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`${index}`, 'x'])
    const { whole, pieces } = await bothWays(
      workbook([textSheet(['a', 'b', 'c'], ...rows, ['1', '2', '3', '4'])]),
    )
    expect(pieces.reading.issues).toMatchObject([{ code: 'collect/blank-heading' }])
    expect(pieces).toEqual(whole)
    const wide = await bothWays(workbook([textSheet(['a'], ...rows.map(([one = '']) => [one]), ['', 'y'])]))
    expect(wide.pieces).toEqual(wide.whole)
  })

  test.each([
    ['numbered', (row: number) => ({ row: ` r="${row}"`, cell: ` r="A${row}"` })],
    ['not numbered', () => ({ row: '', cell: '' })],
  ])('rows that are %s do come in pieces', async (_, place) => {
    const rows = Array.from({ length: 200 }, (_, index) => {
      const { row, cell } = place(index + 1)
      return `<row${row}><c${cell} t="s"><v>0</v></c></row>`
    })
    expect(await countPieces(workbook([{ rows: rows.join('') }], WITH_STRINGS))).toBeGreaterThan(20)
  })

  test('formulas that give nothing below or beside the table do not count', async () => {
    const nothing = (at: string) => `<c r="${at}" t="str"><f>""</f><v></v></c>`
    const rows = `<row r="1">${textCell('a', 'A1')}</row><row r="2">${nothing('A2')}${nothing('B2')}</row><row r="3">${textCell('x', 'A3')}</row><row r="4">${nothing('A4')}</row>`
    const { whole, pieces } = await bothWays(workbook([{ rows }]), 'xlsx', 60)
    expect(pieces).toEqual(whole)
    expect(pieces.text).toBe('a\n""\nx\n')
    expect(pieces.reading.issues).toMatchObject([{ message: expect.stringContaining('1 cell is') }])
  })

  test('in memory that reading all at once does not do with', async () => {
    const cells = Array.from({ length: 20 }, (_, column) => `<c t="s"><v>${column % 5}</v></c>`).join('')
    const row = (index: number) => `<row r="${index + 2}">${cells}</row>`
    const header = `<row r="1">${Array.from({ length: 20 }, (_, column) => textCell(`Q${column}`)).join('')}</row>`
    const rows = header + Array.from({ length: 60_000 }, (_, index) => row(index)).join('')
    const path = folder.write('large.xlsx', workbook([{ rows }], WITH_STRINGS))
    const reading = await readSpreadsheet(path, { heapMiB: 110 }, folder.path('large.csv'))
    expect(reading.csv?.records).toBe(60_001)
  })

  test.each([
    ['a comment', '<!-- </row> -->'],
    ['rows out of order', '<row r="1"><c r="A1"><v>5</v></c></row>'],
    ['a cell that says it stands elsewhere', '<row r="9"><c r="A30"><v>5</v></c></row>'],
    ['prefixed names', '<x:row r="9"><x:c r="A9"><x:v>5</x:v></x:c></x:row>'],
    ['a text by a number that is not there', '<row r="9"><c r="A9" t="s"><v>99</v></c></row>'],
  ])('%s: read at once', async (_, odd) => {
    const rows = `<row r="1">${textCell('a')}</row><row r="3">${textCell('b', 'A3')}</row>${odd}`
    await expect(countPieces(workbook([{ rows }], WITH_STRINGS))).rejects.toThrow()
    const { whole, pieces } = await bothWays(workbook([{ rows }], WITH_STRINGS))
    expect(pieces).toEqual(whole)
  })

  test('the other sheets, the hidden ones, dates from 1904', async () => {
    const two = workbook(
      [
        { ...textSheet(['hidden']), hidden: true },
        { rows: `<row r="1">${textCell('a')}</row><row r="2"><c s="1"><v>40621</v></c></row>` },
        textSheet(['b'], ['2']),
      ],
      {},
      '<workbookPr date1904="1"/>',
    )
    for (const sheet of [undefined, 'Three', 'Nowhere']) {
      const { whole, pieces } = await bothWays(two, 'xlsx', 300, sheet)
      expect(pieces).toEqual(whole)
    }
    expect((await bothWays(two)).pieces.text).toBe('a\n2015-03-20\n')
  })

  test('the workbook of the example', async () => {
    const content = readFileSync(join(EXAMPLE, 'additional-responses.xlsx'))
    const { whole, pieces } = await bothWays(content, 'xlsx', 5000)
    expect(pieces).toEqual(whole)
    expect(pieces.reading.csv?.records).toBeGreaterThan(10)
    expect(await countPieces(content, 'xlsx', 5000)).toBeGreaterThan(3)
  })
})

describe('the same of .ods', () => {
  const cells = Array.from({ length: 120 }, (_, index): CellObject[] => [
    { t: 'n', v: index },
    { t: 's', v: index % 7 === 0 ? 'two\nlines & “é”' : 'Agree' },
    { t: 'n', v: 42_083 + index / 10, z: 'yyyy-mm-dd hh:mm' },
    index % 5 === 0 ? { t: 'z' } : { t: 'b', v: index % 2 === 0 },
  ])
  const header = ['id', 'say', 'when', 'ok'].map((v): CellObject => ({ t: 's', v }))
  const sheet: WorkSheet = { '!data': [header, [], [], ...cells], '!ref': 'A1:D123' }

  test('as SheetJS writes it', async () => {
    const content: Buffer = write(
      {
        SheetNames: ['One', 'Two'],
        Sheets: { One: { A1: { t: 's', v: 'other' }, '!ref': 'A1' }, Two: sheet },
      },
      { type: 'buffer', bookType: 'ods' },
    )
    for (const name of ['One', 'Two', undefined]) {
      const { whole, pieces } = await bothWays(content, 'ods', 700, name)
      expect(pieces).toEqual(whole)
    }
    expect((await bothWays(content, 'ods', 700, 'Two')).pieces.reading.csv?.records).toBe(123)
  })

  test('as LibreOffice writes it', { timeout: 120_000 }, async (context) => {
    const merged = { ...sheet, '!merges': [{ s: { r: 40, c: 0 }, e: { r: 41, c: 1 } }] }
    const book: Buffer = write(
      { SheetNames: ['Two'], Sheets: { Two: merged } },
      { type: 'buffer', bookType: 'xlsx' },
    )
    const from = folder.write('office.xlsx', book)
    const home = folder.path('office')
    try {
      const profile = `-env:UserInstallation=file://${join(home, 'profile')}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'ods', '--outdir', home, from], {
        stdio: 'ignore',
      })
    } catch {
      console.log('skipped: no LibreOffice on this machine')
      context.skip()
    }
    const content = readFileSync(join(home, 'office.ods'))
    expect(await countPieces(content, 'ods', 2000)).toBeGreaterThan(5)
    const { whole, pieces } = await bothWays(content, 'ods', 2000)
    expect(pieces).toEqual(whole)
    expect(pieces.reading.issues).toMatchObject([
      { code: 'collect/merged-cells', row: 41 },
      // It writes truth values as formulas.
      { code: 'collect/formulas' },
    ])
  })
})

describe('headings left to the caller', () => {
  const merges =
    '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/><mergeCell ref="A3:A4"/></mergeCells>'
  const sheet = (after: string) => ({
    ...textSheet(
      ['Which films?', ''],
      ['A', 'B'],
      ['x@example.org', 'y'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ),
    after,
  })

  test('unchecked: blank ones are no fault, merged cells among the first three rows are handed over', async () => {
    const path = folder.write(
      'unchecked.xlsx',
      workbook([sheet(merges.replace('<mergeCell ref="A3:A4"/>', ''))]),
    )
    const reading = await readInPieces({
      path,
      format: 'xlsx',
      headings: 'unchecked',
      targetCsv: folder.path('u.csv'),
    })
    expect(reading.issues).toEqual([])
    expect(reading.csv?.head).toEqual([
      ['Which films?', ''],
      ['A', 'B'],
      ['x@example.org', 'y'],
      ['1', '2'],
      ['3', '4'],
    ])
    expect(reading.csv?.mergedInHead).toMatchObject([
      { lastRow: 1, issue: { code: 'collect/merged-cells', row: 1 } },
      { lastRow: 3, issue: { code: 'collect/merged-cells', row: 2 } },
    ])
  })

  test('unchecked: merged cells that reach below them are still refused', async () => {
    const path = folder.write('below.xlsx', workbook([sheet(merges)]))
    const reading = await readInPieces({
      path,
      format: 'xlsx',
      headings: 'unchecked',
      targetCsv: folder.path('b.csv'),
    })
    expect(reading.issues).toMatchObject([{ code: 'collect/merged-cells', row: 3 }])
    expect(existsSync(folder.path('b.csv'))).toBe(false)
  })

  test('checked: both are refused', async () => {
    const { pieces } = await bothWays(workbook([sheet(merges)]))
    expect(pieces.reading.issues.map(({ code }) => code)).toEqual([
      'collect/blank-heading',
      ...Array.from({ length: 3 }, () => 'collect/merged-cells'),
    ])
  })

  test('a first row that holds answers is not repeated beside a cell without value', async () => {
    const rows = `<row r="1">${textCell('a@example.org')}${textCell('secret words')}</row><row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>`
    const { pieces } = await bothWays(workbook([{ rows }]))
    expect(pieces.reading.issues).toMatchObject([{ code: 'collect/no-headings' }, { column: 'B' }])
    expect(JSON.stringify(pieces.reading)).not.toMatch(/secret/)
  })
})
