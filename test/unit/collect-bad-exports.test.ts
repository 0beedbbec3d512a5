import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { singleByteTable } from '../../pipeline/1-collect/encodings.ts'
import { collect, inspectSources } from '../../pipeline/1-collect/index.ts'
import { readDefinition } from '../../pipeline/definition/index.ts'
import type { Engine } from '../../pipeline/engine/index.ts'
import { type Issue, Refused } from '../../pipeline/issues.ts'
import { testEngine } from '../support/engine.ts'
import { EXAMPLE } from '../support/stocktake.ts'
import { textCell, textSheet, workbook } from './collect-workbooks.ts'

let engine: Engine
let folder: string
let files = 0
beforeAll(async () => {
  const made = await testEngine()
  engine = made.engine
  folder = made.folder
})
afterAll(() => engine.close())

const definition = (file: string) => `title: Café opening hours
publisher: { name: Borough of Testing }
licence: CC-BY-4.0
fieldwork: { start: 2026-03-01, end: 2026-03-31 }
responses:
  file: ${file}
  columns: { area: Area }
  identifying: [Email]
variables:
  area: { title: Area, values: [North, South] }
questions:
  often:
    text: How often?
    kind: number
    bands: [{ label: Under 10, below: 10 }, { label: 10 or more }]
  why: { text: Why?, kind: open }
privacy: { publish: [area] }
`

interface Collected {
  readonly issues: readonly Issue[]
  readonly reading?: string
  /** Area, number and open answer of each row; blank is null. */
  readonly rows?: readonly (readonly (string | null)[])[]
}

/** Through the door of the stage, from a file on disk to rows in the engine. */
async function collected(content: string | Uint8Array, name = 'export.csv'): Promise<Collected> {
  const number = files++
  const work = join(folder, String(number))
  mkdirSync(work)
  // The engine may only read what lies in its own folders.
  const home = join(folder, `raw-${number}`)
  mkdirSync(home)
  writeFileSync(join(home, name), content)
  const { value, issues: wrong } = readDefinition(definition(name), 'consultation.yaml', 'cafe')
  if (value === undefined) throw new Error(JSON.stringify(wrong))
  try {
    const inspections = await inspectSources(value, home)
    const { value: submissions, issues } = await collect(engine, value, inspections, { work })
    const [source] = submissions.responses
    if (source === undefined) throw new Error('no responses')
    const columns = ['area', 'often', 'why'].map((one) => ({
      name: one,
      sql: source.columns.get(one) ?? 'NULL',
    }))
    const faults = await source.into(`t${number}`, columns)
    if (faults.length > 0) return { issues: [...issues, ...faults], reading: source.reading }
    const rows = await engine.rows(`SELECT area, often, why FROM t${number} ORDER BY rowid`)
    const cells = rows.map(({ area, often, why }) =>
      [area, often, why].map((cell) => (cell === null ? null : String(cell))),
    )
    return { issues, reading: source.reading, rows: cells }
  } catch (error) {
    if (error instanceof Refused) return { issues: error.issues }
    throw error
  }
}

const codes = ({ issues }: Collected): readonly string[] => issues.map(({ code }) => code)

const HEADINGS = ['Email', 'Area', 'How often?', 'Why?']
const ANSWERS = [
  ['a@example.org', 'North', '5', 'The council’s café – it’s £3… a cup'],
  ['b@example.org', 'South', '12', 'Déjà vu, naïve façade'],
  ['c@example.org', 'North', '', 'plain'],
]
const EXPECTED = ANSWERS.map(([, area, often, why]) => [area, often === '' ? null : often, why])
const csv = (end: string) =>
  [HEADINGS, ...ANSWERS].map((cells) => cells.map((cell) => `"${cell}"`).join(',') + end).join('')

describe('encodings', () => {
  const utf16 = (order: 'le' | 'be', mark: boolean) => {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + csv('\r\n'), 'utf16le')
    return order === 'le' ? bytes : bytes.swap16()
  }
  const singleBytes = (encoding: 'windows-1252' | 'macintosh', end: string) => {
    const table = singleByteTable(encoding) ?? []
    const bytes = Array.from(csv(end), (character) =>
      character.charCodeAt(0) < 0x80 ? character.charCodeAt(0) : 0x80 + table.indexOf(character),
    )
    expect(bytes.every((byte) => byte !== 0x7f)).toBe(true)
    return Buffer.from(bytes)
  }

  test.each([
    ['UTF-8', () => Buffer.from(csv('\n')), 'utf-8, comma'],
    [
      'UTF-8 with a byte-order mark',
      () => Buffer.from(`\ufeff${csv('\r\n')}`),
      'utf-8 with byte-order mark, comma',
    ],
    ['UTF-16, little end first, marked', () => utf16('le', true), 'utf-16le, comma'],
    ['UTF-16, big end first, marked', () => utf16('be', true), 'utf-16be, comma'],
    ['UTF-16, little end first, unmarked', () => utf16('le', false), 'utf-16le, comma'],
    ['UTF-16, big end first, unmarked', () => utf16('be', false), 'utf-16be, comma'],
    ['Windows-1252', () => singleBytes('windows-1252', '\r\n'), 'windows-1252, comma'],
    ['Mac Roman', () => singleBytes('macintosh', '\r'), 'macintosh, comma'],
  ])('%s: read right, and the choice is named', async (_, content, reading) => {
    const { issues, rows, reading: said } = await collected(content())
    expect(issues).toEqual([])
    expect(rows).toEqual(EXPECTED)
    expect(said).toContain(reading)
  })

  test('a byte that means nothing in any of them is refused, and nothing is replaced', async () => {
    const bytes = Buffer.from(csv('\n').replaceAll(/[^ -~\n]/g, ''))
    const broken = Buffer.concat([
      bytes,
      Buffer.from('"d","North","1","caf\xe9 \xe9\x81 \x8d\xc3"\n', 'latin1'),
    ])
    const outcome = await collected(broken)
    expect(codes(outcome)).toEqual(['collect/encoding'])
    expect(outcome.rows).toBeUndefined()
  })

  test('UTF-8 with a piece of Windows-1252 in it is refused', async () => {
    const glued = Buffer.concat([
      Buffer.from(csv('\n')),
      Buffer.from('"d","North","1","caf\xe9"\n', 'latin1'),
    ])
    expect(codes(await collected(glued))).toEqual(['collect/encoding'])
  })

  test('UTF-16 cut in the middle of a character is refused', async () => {
    const outcome = await collected(utf16('le', true).subarray(0, -3))
    expect(codes(outcome)).toEqual(['collect/encoding'])
    expect(JSON.stringify(outcome)).not.toMatch(/plain|façade/)
  })
})

describe('line ends', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s', async (name, end) => {
    const { issues, rows, reading } = await collected(csv(end))
    expect(issues).toEqual([])
    expect(rows).toEqual(EXPECTED)
    expect(reading).toBe(`utf-8, comma, ${name} line ends`)
  })

  const breaks = { LF: '\n', CRLF: '\r\n', CR: '\r' }
  const product = Object.entries(breaks).flatMap(([ends, end]) =>
    Object.entries(breaks).flatMap(([within, inside]) =>
      ['', '\ufeff'].map(
        (mark) => [mark === '' ? 'unmarked' : 'marked', ends, within, mark, end, inside] as const,
      ),
    ),
  )
  test.each(product)(
    '%s, %s, with %s within a heading and an answer',
    async (_, __, ___, mark, end, inside) => {
      const text = `${mark}${csv(end).replace('How often?', `How${inside}often?`)}"d","South","1","two${inside}lines"${end}`
      const { issues, rows } = await collected(text)
      expect(issues).toEqual([])
      expect(rows).toEqual([...EXPECTED, ['South', '1', `two${inside}lines`]])
    },
  )

  test('mixed ones are read too, and line breaks within answers stay', async () => {
    const ends = ['\r\n', '\n', '\r\n', '\n']
    const lines = csv('\n').trimEnd().split('\n')
    const text = `${lines.map((line, index) => line + ends[index]).join('')}"d","South","1","two\nlines"\r\n`
    const { rows, reading } = await collected(text)
    expect(rows).toEqual([...EXPECTED, ['South', '1', 'two\nlines']])
    expect(reading).toContain('mixed')
  })
})

describe('cut short', () => {
  test('in the middle of a row', async () => {
    const outcome = await collected(csv('\n').slice(0, -12))
    expect(outcome.rows).toBeUndefined()
    expect(codes(outcome).every((code) => /ragged-row|broken-quote|not-csv/.test(code))).toBe(true)
    expect(codes(outcome)).not.toEqual([])
    expect(JSON.stringify(outcome.issues)).not.toMatch(/example\.org|façade|plai/)
  })

  test('in the middle of the headings', async () => {
    const outcome = await collected('"Email","Area","How of')
    expect(codes(outcome)).toEqual(['collect/broken-quote'])
  })

  test('a workbook', async () => {
    const content = readFileSync(join(EXAMPLE, 'additional-responses.xlsx')).subarray(0, 20_000)
    expect(codes(await collected(content, 'export.xlsx'))).toEqual(['collect/damaged-workbook'])
  })
})

describe('workbooks', () => {
  const header = `<row r="1">${HEADINGS.map((heading) => textCell(heading)).join('')}</row>`
  const rows = (...often: readonly string[]) =>
    header +
    often
      .map(
        (cell, index) =>
          `<row r="${index + 2}">${textCell('a@example.org')}${textCell('North')}${cell}${textCell('secret words')}</row>`,
      )
      .join('')

  test('numbers stored as text are the same as typed ones', async () => {
    const sheet = rows(
      '<c><v>12.50</v></c>',
      textCell('12.5'),
      '<c><v>1E-3</v></c>',
      textCell('0.001'),
      '<c s="0" t="str"><v>7</v></c>',
      '<c><v>7</v></c>',
    )
    const outcome = await collected(workbook([{ rows: sheet }]), 'export.xlsx')
    expect(outcome.issues).toEqual([])
    expect(outcome.rows?.map(([, often]) => often)).toEqual(['12.5', '12.5', '0.001', '0.001', '7', '7'])
    expect(outcome.reading).toBe('workbook, sheet One')
  })

  test('merged cells are refused by place', async () => {
    const after = '<mergeCells><mergeCell ref="B4:B5"/></mergeCells>'
    const sheet = rows(...Array.from({ length: 5 }, () => '<c><v>1</v></c>'))
    const outcome = await collected(workbook([{ rows: sheet, after }]), 'export.xlsx')
    expect(outcome.issues).toMatchObject([
      {
        code: 'collect/merged-cells',
        severity: 'error',
        file: 'export.xlsx',
        row: 4,
        message: expect.stringContaining('B4:B5'),
      },
    ])
  })

  test('error cells and formulas never calculated are refused by place, and calculated ones noted', async () => {
    const sheet = rows(
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c><f>A2+1</f></c>',
      '<c><f>3+4</f><v>7</v></c>',
    )
    const outcome = await collected(workbook([{ rows: sheet }]), 'export.xlsx')
    expect(outcome.issues).toMatchObject([
      {
        code: 'collect/cell-without-value',
        row: 2,
        column: 'How often?',
        message: expect.stringContaining('C2'),
      },
      { code: 'collect/cell-without-value', row: 3, column: 'How often?' },
      { code: 'collect/formulas', severity: 'note' },
    ])
    expect(JSON.stringify(outcome)).not.toMatch(/secret|DIV|A2\+1/)
  })

  test('a calculated cell gives the value last saved', async () => {
    const outcome = await collected(workbook([{ rows: rows('<c><f>3+4</f><v>7</v></c>') }]), 'export.xlsx')
    expect(codes(outcome)).toEqual(['collect/formulas'])
    expect(outcome.rows).toEqual([['North', '7', 'secret words']])
  })

  test('a workbook named .csv is read as what it is', async () => {
    const outcome = await collected(workbook([textSheet(HEADINGS, ...ANSWERS)]))
    expect(outcome.rows).toEqual(EXPECTED)
  })
})

describe('files of other programs', () => {
  const padded = (start: string, length = 400) =>
    Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(length, 1)])
  test.each([
    ['SPSS', padded('$FL2@(#) SPSS DATA FILE MS Windows'), 'SAVE TRANSLATE'],
    ['SPSS, compressed', padded('$FL3@(#) IBM SPSS STATISTICS'), 'SAVE TRANSLATE'],
    ['SPSS, encrypted', padded('\x1c\0\0\0\0\0\0\0ENCRYPTEDSAV'), 'SAVE TRANSLATE'],
    [
      'SPSS portable',
      Buffer.from(`${'0'.repeat(200)}ASCII SPSS PORT FILE ${'x'.repeat(300)}`),
      'SAVE TRANSLATE',
    ],
    ['Stata', padded('<stata_dta><header><release>118</release>'), 'export delimited'],
    ['Stata, old', padded('\x73\x02\x01\x00\x05\x00'), 'export delimited'],
    ['SAS', padded(`${'\0'.repeat(12)}\xc2\xea\x81\x60\xb3\x14\x11\xcf`), 'proc export'],
    [
      'SAS transport',
      padded(`HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!${'0'.repeat(30)}`),
      'proc export',
    ],
    ['R', padded('RDX3\nX\n'), 'write.csv'],
    [
      'Triple-S',
      Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE sss>\n<sss version="2.0"><survey/></sss>\n'),
      'CSV',
    ],
    ['Triple-S, bare', Buffer.from('<sss version="1.2"><survey/></sss>\n'), 'CSV'],
    ['PDF', padded('%PDF-1.7\n'), 'Export the file again'],
    ['Parquet', padded('PAR1'), 'Export the file again'],
    ['a database', padded('SQLite format 3\0'), 'Export the table'],
    ['an archive', padded('7z\xbc\xaf\x27\x1c'), 'Unpack it'],
  ])('%s: says what it is and how to make CSV of it', async (_, content, advice) => {
    const { issues } = await collected(content)
    expect(issues).toMatchObject([
      {
        code: 'collect/not-csv',
        severity: 'error',
        file: 'export.csv',
        advice: expect.stringContaining(advice),
      },
    ])
  })

  test('text that begins in a like way is text', async () => {
    for (const first of ['PAR12', '$FL4', 'stata_dta', 'ssss', 'RDX', 'HEADER RECORD', 'i1']) {
      const outcome = await collected(`Email,Area,How often?,Why?,${first}\nx,North,1,y,z\n`)
      expect(codes(outcome), first).toEqual(['collect/column-not-accounted-for'])
    }
  })
})
