import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Cells,
  consult,
  csvOf,
  type Outcome,
  placesOfWords,
  publish,
  refuse,
} from './support/consultation.ts'
import { stocktake, workplace } from './support/stocktake.ts'
import { readCsv } from './support/survey.ts'

const MEGABYTE = 'All is well that ends well. '.repeat(40_000)

/** What came in, and what is quoted of it. */
const HOSTILE: readonly (readonly [answer: string, quote: string, published: string])[] = [
  [`${MEGABYTE}The end.`, 'The end.', 'The end.'],
  ['\u202eשלום עולם\u202c is written from the right.', 'שלום עולם is written', 'שלום עולם is written'],
  [
    'Zo\u0308e\u0308 o\u0302te\u0301 \u0e01\u0e33\u0e25\u0e31\u0e07.',
    'o\u0302te\u0301 \u0e01\u0e33\u0e25\u0e31\u0e07',
    'o\u0302te\u0301 \u0e01\u0e33\u0e25\u0e31\u0e07',
  ],
  [
    'Write to ann\u200b.other@ex\u00advil\u2060le.example.org soon.',
    'Write to ann.other@exville.example.org soon.',
    'Write to [e-mail] soon.',
  ],
  ['Write to \u0430nn.other@exville.example.org soon, please.', 'soon, please', 'soon, please'],
  [
    '<script>alert(1)</script> & <b>bold</b> "words"',
    '<script>alert(1)</script> & <b>bold</b> "words"',
    '<script>alert(1)</script> & <b>bold</b> "words"',
  ],
  ['=1+1', '=1+1', "'=1+1"],
  ["'=1+1 with an apostrophe of its own", "'=1+1 with an apostrophe", "'=1+1 with an apostrophe"],
  ['+1 to that', '+1 to that', "'+1 to that"],
  ['-2 marks', '-2 marks', "'-2 marks"],
  ['\uff1d1 wide', '\uff1d1 wide', "'\uff1d1 wide"],
  ['This looks like a reference', 'looks like a reference [note 1]', 'looks like a reference [note 1]'],
]

const PEOPLE: readonly Cells[] = HOSTILE.map(([words], index) => ({
  Number: `R${index}`,
  Region: 'North',
  'Well?': 'Yes',
  Words: words,
}))
const QUOTES: readonly Cells[] = HOSTILE.map(([, quote], index) => ({ response: `R${index}`, quote }))

const DEFINITION = `responses:
  file: export.csv
  columns: { reference: Number, region: Region }
variables:
  region: { values: [North] }
questions:
  words: { text: Words, kind: open }
  well: { text: Well?, answers: ["Yes", "No"] }
open_text:
  quotes: { file: quotes.csv }
privacy: { publish: [region] }
`
const FILES = { 'export.csv': csvOf(PEOPLE), 'quotes.csv': csvOf(QUOTES) }

describe('hostile words', () => {
  let outcome: Outcome
  let sheet: string
  beforeAll(() => {
    const first = publish(DEFINITION, FILES)
    const ran = stocktake(first.home, ['review', 'raw/survey'])
    expect(ran.exitCode, ran.said).toBe(0)
    const folder = '.stocktake/survey'
    sheet = readFileSync(join(first.home, folder, 'review.csv'), 'utf8')
    const workbook = unzipSync(readFileSync(join(first.home, folder, 'review.xlsx')))
    expect(Object.keys(workbook)).toContain('xl/worksheets/sheet1.xml')
    const rows = readCsv(join(first.home, folder, 'review.csv'))
    const decided = rows.map((row) => ({ ...row, choice: row['what'] === 'quote' ? 'publish' : 'keep' }))
    const home = workplace()
    mkdirSync(join(home, folder), { recursive: true })
    for (const name of ['review.json', 'review.xlsx'])
      cpSync(join(first.home, folder, name), join(home, folder, name))
    writeFileSync(join(home, folder, 'review.csv'), csvOf(decided))
    outcome = consult(DEFINITION, FILES, home)
  })

  it('are quoted as words and nothing else', () => {
    expect(outcome.exitCode, outcome.said).toBe(0)
    const quotes = readCsv(join(outcome.home, 'dist/survey/1.0.0/data/quotes.csv')).map(
      ({ quote = '' }) => quote,
    )
    expect(new Set(quotes)).toEqual(new Set(HOSTILE.map(([, , published]) => published)))
  })

  it('leave no cell that begins like a formula, in what is published nor in the sheet to fill in', () => {
    const published = String(outcome.release.get('data/quotes.csv'))
    for (const text of [published, sheet]) expect(text.match(/(?:^|,)"?[=+\-@\uff1d]/gm) ?? []).toEqual([])
    const workbook = unzipSync(outcome.release.get('tables.xlsx') ?? new Uint8Array())
    for (const [name, part] of Object.entries(workbook))
      if (/sheet\d+\.xml$/.test(name)) expect(Buffer.from(part).toString()).not.toContain('<f>')
  })

  it('give nobody away', () => {
    for (const words of ['exville', 'ann.other', '\u200b', '\u202e', '\0'])
      expect(placesOfWords(outcome, words).filter((path) => !/\.(xlsx|parquet|zip)$/.test(path))).toEqual([])
  })

  it('with NUL bytes are refused as a damaged file', () => {
    const damaged = { ...FILES, 'export.csv': FILES['export.csv'].replace('The end.', 'The\0end.') }
    expect(refuse(3, DEFINITION, damaged).said).toContain('The file holds NUL bytes')
  })

  it('a sheet with no quote in it yet is no fault', () => {
    const outcome = publish(DEFINITION, { ...FILES, 'quotes.csv': 'response,quote\n' })
    expect(outcome.said).toContain('0 of 0 quotes chosen are published')
  })
})
