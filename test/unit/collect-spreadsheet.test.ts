import { existsSync, readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type CellObject, write } from 'xlsx'
import { cellText, plainNumber } from '../../pipeline/1-collect/cell-text.ts'
import { guardSpreadsheet } from '../../pipeline/1-collect/guard-spreadsheet.ts'
import { readWorkbook } from '../../pipeline/1-collect/read-workbook.ts'
import { readSpreadsheet, type SpreadsheetOptions } from '../../pipeline/1-collect/spreadsheet.ts'
import { temporaryFolder } from './collect-files.ts'
import {
  deflatedNothing,
  lyingZip,
  type SheetParts,
  textCell,
  textSheet,
  workbook,
} from './collect-workbooks.ts'

const folder = temporaryFolder()
let files = 0

/** By the door, thread and all. */
async function read(content: string | Uint8Array, options: SpreadsheetOptions = {}) {
  const number = files++
  const target = folder.path(`${number}.csv`)
  const { csv, issues } = await readSpreadsheet(folder.write(`${number}.xlsx`, content), options, target)
  return {
    csv,
    issues,
    codes: issues.map(({ code }) => code),
    text: existsSync(target) ? readFileSync(target, 'utf8') : undefined,
  }
}

/** What happens within the thread, here, to keep the tests quick. */
function readHere(content: Uint8Array, sheet?: string) {
  const number = files++
  const targetCsv = folder.path(`${number}.csv`)
  const path = folder.write(`${number}.xlsx`, content)
  const { csv, issues } = readWorkbook({
    path,
    format: 'xlsx',
    targetCsv,
    ...(sheet === undefined ? {} : { sheet }),
  })
  return {
    csv,
    issues,
    codes: issues.map(({ code }) => code),
    text: existsSync(targetCsv) ? readFileSync(targetCsv, 'utf8') : undefined,
  }
}

const readRows = (rows: string, parts: Partial<SheetParts> = {}) => readHere(workbook([{ rows, ...parts }]))

describe('a sheet becomes CSV', () => {
  test('text as it is, every record one sheet row', async () => {
    const sheet = textSheet(
      ['id', 'say'],
      ['007', 'a "quote", and\na second line '],
      [],
      ['008', ' £ “é” 😀'],
    )
    const { csv, issues, text } = await read(workbook([sheet]))
    expect(issues).toEqual([])
    expect(csv).toEqual({
      sheet: 'One',
      header: ['id', 'say'],
      records: 4,
      head: [
        ['id', 'say'],
        ['007', 'a "quote", and\na second line '],
        ['', ''],
        ['008', ' £ “é” 😀'],
      ],
    })
    expect(text).toBe('id,say\n007,"a ""quote"", and\na second line "\n,\n008, £ “é” 😀\n')
  })

  test('dates, numbers and truth values', () => {
    const { text } = readRows(`
      <row r="1">${textCell('date')}${textCell('moment')}${textCell('time')}${textCell('length')}${textCell('number')}${textCell('true')}</row>
      <row r="2"><c s="1"><v>42083</v></c><c s="2"><v>42083.416678240741</v></c><c s="3"><v>0.4375</v></c><c s="4"><v>1.128472222</v></c><c><v>9.9999999999999995E-8</v></c><c t="b"><v>1</v></c></row>
      <row r="3"><c s="2"><v>42083</v></c><c t="d"><v>2015-07-15T10:00:00</v></c><c s="3"><v>0</v></c><c s="4"><v>0</v></c><c><v>42083</v></c><c t="b"><v>0</v></c></row>`)
    expect(text?.split('\n').slice(1)).toEqual([
      '2015-03-20,2015-03-20 10:00:01,10:30:00,27:05:00,0.0000001,TRUE',
      '2015-03-20,2015-07-15 10:00:00,00:00:00,00:00:00,42083,FALSE',
      '',
    ])
  })

  test('dates counted from 1904', () => {
    const rows = `<row r="1">${textCell('a')}</row><row r="2"><c s="1"><v>40621</v></c></row>`
    expect(readHere(workbook([{ rows }], {}, '<workbookPr date1904="1"/>')).text).toBe('a\n2015-03-20\n')
  })

  test('blank rows of a single column stay records', () => {
    expect(readRows(`<row r="1">${textCell('a')}</row><row r="4">${textCell('b', 'A4')}</row>`).text).toBe(
      'a\n""\n""\nb\n',
    )
  })

  test('cells that are merely formatted do not count', () => {
    const rows = `<row r="1">${textCell('a')}<c s="1"/></row><row r="2">${textCell('b')}</row><row r="9"><c r="H9" s="1"/></row>`
    expect(readRows(rows).text).toBe('a\nb\n')
  })

  test('calculated cells give the value last saved, and are noted', () => {
    const { text, issues } = readRows(
      `<row r="1">${textCell('a')}</row><row r="2"><c><f>1+1</f><v>2</v></c></row><row r="3"><c t="str"><f>"x"</f><v>x</v></c></row>`,
    )
    expect(text).toBe('a\n2\nx\n')
    expect(issues).toMatchObject([
      { code: 'collect/formulas', severity: 'note', message: expect.stringContaining('2 cells') },
    ])
  })

  test('a cell of ten megabytes', async () => {
    const long = 'x'.repeat(10_000_000)
    const { text } = await read(workbook([textSheet(['a', 'b'], ['1', long])]))
    expect(text).toBe(`a,b\n1,${long}\n`)
  })
})

describe('which sheet', () => {
  const two = workbook([
    { ...textSheet(['hidden']), hidden: true },
    textSheet(['a'], ['1']),
    textSheet(['b'], ['2']),
  ])

  test('the one that is named', () => {
    const { csv, issues } = readHere(two, 'Three')
    expect(csv).toMatchObject({ sheet: 'Three', header: ['b'] })
    expect(issues).toEqual([])
  })

  test('else the first that is visible, with a warning', () => {
    const { csv, issues } = readHere(two)
    expect(csv).toMatchObject({ sheet: 'Two', header: ['a'] })
    expect(issues).toMatchObject([{ code: 'collect/other-sheets', severity: 'warning' }])
  })

  test('a name that is not there is answered with those that are', async () => {
    const { issues, text } = await read(two, { sheet: 'Responses' })
    expect(issues).toMatchObject([
      { code: 'collect/no-such-sheet', advice: expect.stringContaining('“One”, “Two”, “Three”') },
    ])
    expect(text).toBeUndefined()
  })

  test('an empty one is refused', () => expect(readRows('').codes).toEqual(['collect/empty-file']))
})

describe('cells that no table can have', () => {
  test('errors and formulas never calculated, by place and not by content', () => {
    const { issues, text } = readRows(`<row r="1">${textCell('id')}${textCell('answer')}</row>
      <row r="2">${textCell('secret')}<c t="e"><v>#N/A</v></c></row>
      <row r="3"><c r="B3"><f>SUM(1)</f></c></row>
      <row r="4"><c r="A4" t="n"><v>nonsense</v></c></row>`)
    expect(text).toBeUndefined()
    expect(issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'collect/cell-without-value',
        row: 2,
        column: 'answer',
        message: expect.stringContaining('Cell B2'),
      },
      {
        code: 'collect/cell-without-value',
        row: 3,
        column: 'answer',
        message: expect.stringContaining('Cell B3'),
      },
      {
        code: 'collect/cell-without-value',
        row: 4,
        column: 'id',
        message: expect.stringContaining('Cell A4'),
      },
    ])
    expect(JSON.stringify(issues)).not.toMatch(/secret|nonsense|SUM/)
  })

  test('a thousand errors are counted, not listed', () => {
    const rows = Array.from(
      { length: 1000 },
      (_, row) => `<row r="${row + 2}"><c t="e"><v>#N/A</v></c></row>`,
    ).join('')
    const { issues } = readRows(`<row r="1">${textCell('a')}</row>${rows}`)
    expect(issues).toHaveLength(21)
    expect(issues.at(-1)?.message).toBe('980 more cells have no value.')
  })

  test('merged cells, unless they lie outside the data', () => {
    const merge = (range: string) => ({ after: `<mergeCells><mergeCell ref="${range}"/></mergeCells>` })
    const rows = `<row r="1">${textCell('a')}${textCell('b')}</row><row r="2">${textCell('1')}${textCell('2')}</row>`
    expect(readRows(rows, merge('A2:A3')).issues).toMatchObject([
      { code: 'collect/merged-cells', severity: 'error', row: 2, message: expect.stringContaining('A2:A3') },
    ])
    expect(readRows(rows, merge('A9:XFD1048576')).codes).toEqual([])
    expect(readRows(rows, merge('A1:XFD1048576')).codes).toEqual(['collect/merged-cells'])
  })

  test('a title above the table', () => {
    const { codes } = readHere(workbook([textSheet(['Results of 2015'], ['id', 'answer'], ['1', 'yes'])]))
    expect(codes).toEqual(['collect/blank-heading'])
  })
})

describe('sheets that claim or hold too much', () => {
  const cells = (far: string, row: number) =>
    `<row r="1">${textCell('a', 'A1')}</row><row r="${row}">${textCell('b', far)}</row>`

  test('a claimed size of seventeen billion cells is not believed', async () => {
    const { text } = await read(workbook([{ rows: cells('A2', 2), dimension: 'A1:XFD1048576' }]))
    expect(text).toBe('a\nb\n')
  })

  test('a cell in the last row of the last column is refused', async () => {
    const { issues, text } = await read(workbook([{ rows: cells('XFD1048576', 1_048_576) }]))
    expect(issues).toMatchObject([
      { code: 'collect/too-big', message: expect.stringContaining('17180 million cells') },
    ])
    expect(text).toBeUndefined()
  })

  test('a cell in the last row of the first column is a long table', () => {
    expect(readRows(cells('A1048576', 1_048_576)).csv?.records).toBe(1_048_576)
  })

  test('too slow', async () => {
    const { issues } = await read(workbook([textSheet(['a'])]), { milliseconds: 1 })
    expect(issues).toMatchObject([
      { code: 'collect/too-big', message: expect.stringContaining('0.001 seconds') },
    ])
  })

  test('too much memory', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, row) => `<row r="${row + 1}"><c><v>${row}</v></c><c><v>1</v></c></row>`,
    )
    const { issues, text } = await read(workbook([{ rows: rows.join('') }]), { heapMiB: 16 })
    expect(issues).toMatchObject([{ code: 'collect/too-big', message: expect.stringContaining('memory') }])
    expect(text).toBeUndefined()
  })

  test('a spreadsheet of repeated cells', async () => {
    const filled =
      '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell>'
    const blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    const row = (cell: string) =>
      `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`
    expect((await read(ods(row(filled)))).codes).toEqual(['collect/too-big'])
    expect(await guardSpreadsheet(folder.write('blank.ods', ods(row(blank))))).toEqual({ format: 'ods' })
  })
})

describe('containers that lie', () => {
  const nothing = deflatedNothing(300)
  const MiB = 1024 * 1024
  const parts = (claimed: number, deflated = nothing) =>
    lyingZip([{ name: 'xl/workbook.xml', deflated, claimed }])

  test.each([
    ['a bomb that is honest about it', parts(300 * MiB), 'collect/too-big'],
    ['a bomb that claims to be small', parts(1000), 'collect/damaged-workbook'],
    ['a small part that claims to be huge', parts(2000 * MiB, Buffer.from([3, 0])), 'collect/too-big'],
    [
      'a small part that claims to be a little larger',
      parts(1000, Buffer.from([3, 0])),
      'collect/damaged-workbook',
    ],
    [
      'thousands of parts',
      zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}`, new Uint8Array()]))),
      'collect/too-big',
    ],
    [
      'small parts that claim to be too much together',
      lyingZip(['a', 'b', 'c'].map((name) => ({ name, deflated: Buffer.from([3, 0]), claimed: 200 * MiB }))),
      'collect/too-big',
    ],
    [
      'a workbook cut short',
      workbook([textSheet(['a'], ['b'])]).subarray(0, 900),
      'collect/damaged-workbook',
    ],
    ['a ZIP of something else', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'collect/not-a-workbook'],
    ['a web page', '<html><body>Sign in</body></html>', 'collect/not-a-workbook'],
    ['CSV', 'a,b\n1,2\n', 'collect/not-a-workbook'],
    ['nothing', '', 'collect/not-a-workbook'],
  ])('%s', async (_, content, code) => {
    const { codes, text } = await read(content)
    expect(codes).toEqual([code])
    expect(text).toBeUndefined()
  })

  test.each([
    ['a workbook without its sheet', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
    [
      'an old Office file that is none',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 7)]),
    ],
    [
      'a sheet that is not XML',
      workbook([textSheet(['a'])], { 'xl/workbook.xml': strToU8('PK not XML at all') }),
    ],
  ])('%s', async (_, content) => {
    const { issues, text } = await read(content)
    expect(issues).toMatchObject([{ severity: 'error' }])
    expect(issues).toHaveLength(1)
    expect(text).toBeUndefined()
  })
})

describe('other formats through the same door', () => {
  const sheet = {
    '!ref': 'A1:C2',
    A1: { t: 's', v: 'id' },
    B1: { t: 's', v: 'when' },
    C1: { t: 's', v: 'ok' },
    A2: { t: 's', v: '007' },
    B2: { t: 'n', v: 42083, z: 'yyyy-mm-dd' },
    C2: { t: 'b', v: true },
  }

  test.each(['xls', 'xlsb', 'ods'] as const)('%s', async (bookType) => {
    const content: Buffer = write(
      { SheetNames: ['One'], Sheets: { One: sheet } },
      { type: 'buffer', bookType },
    )
    const { text, issues } = await read(content)
    expect(issues).toEqual([])
    expect(text).toBe('id,when,ok\n007,2015-03-20,TRUE\n')
  })
})

describe('cellText', () => {
  test.each([
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e300, `15${'0'.repeat(299)}`],
    [0.1, '0.1'],
    [-0, '0'],
    [12345678901234, '12345678901234'],
  ])('%d is written %s', (value, text) => {
    expect(plainNumber(value)).toBe(text)
    expect(Number(text)).toBe(value === 0 ? 0 : value)
  })

  test('a moment a hair off a second is that second', () => {
    const cell: CellObject = { t: 'd', v: new Date('2015-03-20T09:59:59.999Z'), z: 'yyyy-mm-dd hh:mm' }
    expect(cellText(cell, false)).toBe('2015-03-20 10:00:00')
  })
})

function ods(rows: string): Uint8Array {
  const office = 'urn:oasis:names:tc:opendocument:xmlns'
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8(`<manifest:manifest xmlns:manifest="${office}:manifest:1.0"/>`),
    'content.xml': strToU8(
      `<office:document-content xmlns:office="${office}:office:1.0" xmlns:table="${office}:table:1.0" xmlns:text="${office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="One">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })
}
