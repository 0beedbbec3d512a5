import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Cells, consult, csvOf, type Outcome, placesOfWords, publish } from './support/consultation.ts'
import { type Ran, stocktake, workplace } from './support/stocktake.ts'
import { type Row, readCsv } from './support/survey.ts'

/** Sixteen councils of the north, five of the south, one fire service; their words where they are quoted. */
const WORDS: Readonly<Record<string, string>> = {
  R0: 'We tried it with our neighbours and it saved money. Ring me on 01632 960417 or write to ann@exville.example.org.',
  R1: '=1+1 is what they told us, and nobody laughed.',
  R2: 'Nobody asked us.\nPerhaps they should have.',
  R3: 'It is fine as it is, I asked that this be not published.',
  R16: 'Trains do not come here. Mrs Evangeline Petherbridgeworthy runs the bus.',
  R21: 'Fire engines first.',
  R22: 'The Testing Trust would help, as Dilys Quennelbridge knows.',
}
const CONSENT = 'May we name you?'
const PEOPLE: readonly Cells[] = Array.from({ length: 24 }, (_, index) => ({
  Number: `R${index}`,
  Region: index < 16 ? 'North' : 'South',
  Type: index < 21 ? 'Council' : index === 21 ? 'Fire' : 'Organisation',
  Body: index < 22 ? '' : 'The Testing Trust',
  [CONSENT]: index === 22 ? 'Yes' : '',
  'Keep it private': index === 3 ? 'Yes, please' : 'No',
  'What else?': WORDS[`R${index}`] ?? `I say ${index}.`,
}))

const DEFINITION = `responses:
  file: export.csv
  columns:
    reference: Number
    region: Region
    type: Type
    organisation_name: Body
    may_be_named: ${CONSENT}
    do_not_publish: Keep it private
variables:
  region: { values: [North, South] }
  type: { values: [Council, Fire, Organisation] }
questions:
  else:
    text: What else?
    kind: open
open_text:
  quotes:
    file: quotes.csv
    attribution: ["{region} {type}", "{type}"]
    words: { type: { council: [Council], fire and rescue: [Fire] } }
    named_if: { type: Organisation }
privacy: { publish: [region, type] }
`

const QUOTES: readonly Cells[] = [
  { response: 'R0', quote: 'We tried it with our neighbours [...] Ring me on 01632 960417' },
  { response: 'R1', quote: '=1+1 is what they told us' },
  { response: 'R2', quote: '[They say that] nobody asked us' },
  { response: 'R2', quote: 'Nobody asked us. Perhaps they should have' },
  { response: 'R3', quote: 'It is fine' },
  { response: 'R16', quote: 'Trains do not come here.' },
  { response: 'R21', quote: 'Fire engines first.' },
  { response: 'R22', quote: 'The Testing Trust would help' },
  { response: 'R99', quote: 'Nobody said this' },
]

const files = (quotes = QUOTES, people = PEOPLE) => ({
  'export.csv': csvOf(people, Object.keys(PEOPLE[0] ?? {})),
  'quotes.csv': csvOf(quotes),
})

const sheetOf = ({ home }: Pick<Outcome, 'home'>) => join(home, '.stocktake/survey/review.csv')
const review = (outcome: Pick<Outcome, 'home'>): Ran => stocktake(outcome.home, ['review', 'raw/survey'])
const rowsOf = (outcome: Pick<Outcome, 'home'>): readonly Row[] => readCsv(sheetOf(outcome))

/** Fills in the review sheet: every quote to be published, passages as given. */
function decide(outcome: Pick<Outcome, 'home'>, choose: (row: Row) => string): void {
  const rows = rowsOf(outcome).map((row) => ({ ...row, choice: choose(row) }))
  writeFileSync(sheetOf(outcome), csvOf(rows))
}

const published = ({ home }: Pick<Outcome, 'home'>) =>
  readCsv(join(home, 'dist/survey/1.0.0/data/quotes.csv')).map(({ quote, attribution }) => [
    quote,
    attribution,
  ])

/** A run of the same consultation elsewhere, with what was decided here: releases are never changed. */
function runWith(
  { home }: Pick<Outcome, 'home'>,
  quotes: readonly Cells[],
  people: readonly Cells[],
  definition = DEFINITION,
): Outcome {
  const other = workplace()
  mkdirSync(join(other, '.stocktake/survey'), { recursive: true })
  for (const name of ['review.csv', 'review.xlsx', 'review.json'])
    cpSync(join(home, '.stocktake/survey', name), join(other, '.stocktake/survey', name))
  return consult(definition, files(quotes, people), other)
}

/** A run, a review in which everything is approved, and a second run. */
function approved(quotes = QUOTES, people = PEOPLE, choose = (_: Row) => 'publish'): Outcome {
  const first = publish(DEFINITION, files(quotes, people))
  expect(published(first)).toEqual([])
  const ran = review(first)
  expect(ran.exitCode, ran.said).toBe(0)
  decide(first, choose)
  return runWith(first, quotes, people)
}

describe('quotes', () => {
  it('are published once approved: redacted, attributed, in an order of their own', () => {
    const outcome = approved()
    expect(published(outcome)).toEqual([
      ["'=1+1 is what they told us", 'North council'],
      ['Nobody asked us. Perhaps they should have', 'North council'],
      ['Trains do not come here.', 'South council'],
      ['We tried it with our neighbours [...] Ring me on [telephone number]', 'North council'],
      ['[organisation] would help', 'The Testing Trust'],
    ])
    for (const words of [
      '5 of 9 quotes chosen are published',
      '1 quote: its sender asked that his words be not published (row 6)',
      '1 quote: too few respondents share even the coarsest attribution (row 8)',
      '1 quote: no such response was received (row 10)',
      '1 quote: its words are not those of the answer (row 4)',
    ])
      expect(outcome.said).toContain(words)
    for (const secret of ['960417', 'exville', 'R16', 'Petherbridge'])
      expect(placesOfWords(outcome, secret)).toEqual([])
    const descriptor = JSON.parse(String(outcome.release.get('datapackage.json')))
    const resource = descriptor.resources.find(({ name }: { name: string }) => name === 'quotes')
    expect(resource.schema.fields.map(({ name }: { name: string }) => name)).toEqual([
      ...['question', 'question_text', 'theme', 'theme_title', 'quote', 'attribution'],
    ])
    expect(resource.description).toContain('no spreadsheet takes it for a formula')
    expect(String(outcome.release.get('README.md'))).toContain(
      '5 quotes are published, each approved by a person',
    )
  })

  it('do not depend on the order of responses or of their sheet', () => {
    const one = approved()
    const other = approved([...QUOTES].reverse(), [...PEOPLE].reverse())
    expect(other.release.get('data/quotes.csv')).toEqual(one.release.get('data/quotes.csv'))
  })

  it('are refused by row where the sheet names no open question, no response or no theme', () => {
    const { said, exitCode } = consult(DEFINITION, files([...QUOTES, { response: '', quote: 'Words' }]))
    expect(exitCode).toBe(3)
    expect(said).toContain('quotes.csv, row 11, response: This row does not say whose words it quotes.')
  })
})

describe('a review', () => {
  const BUDGET = { response: 'R5', quote: 'We spend 12345678 on it.' }
  const people = PEOPLE.map((row) =>
    row['Number'] === 'R5' ? { ...row, 'What else?': 'We spend 12345678 on it. Every year.' } : row,
  )
  let first: Outcome
  beforeAll(() => {
    first = publish(DEFINITION, files([BUDGET], people))
    expect(review(first).said).toContain('1 passage that may identify somebody, 1 quote to approve')
  })
  /** A copy of the reviewed consultation, to be decided on. */
  const start = (): Outcome => {
    const home = workplace()
    cpSync(first.home, home, { recursive: true })
    return { ...first, home }
  }
  const again = (outcome: Outcome, words = people) => runWith(outcome, [BUDGET], words)

  it('shows passages in their context and quotes with their attribution, and is private', () => {
    const copy = start()
    expect(published(copy)).toEqual([])
    expect(copy.said).toContain('1 quote: words in it that may identify somebody are not decided on')
    expect(
      rowsOf(copy).map(({ what, passage, subject, choice }) => [what, passage, subject, choice]),
    ).toEqual([
      ['words', 'We spend \u203912345678\u203a on it. Every year.', '12345678', ''],
      ['quote', 'We spend [identifying number] on it.', 'North council', ''],
    ])
    expect(existsSync(join(copy.home, 'dist/survey/1.0.0/review.csv'))).toBe(false)
  })

  it.each([
    ['keep', [['We spend 12345678 on it.', 'North council']]],
    ['redact', [['We spend [identifying number] on it.', 'North council']]],
    ['', []],
    ['perhaps', []],
  ])('decides by person: %j', (choice, expected) => {
    const copy = start()
    decide(copy, ({ what }) => (what === 'words' ? choice : 'publish'))
    const outcome = again(copy)
    expect(published(outcome)).toEqual(expected)
    expect(outcome.said.includes('This choice is none that there is')).toBe(choice === 'perhaps')
  })

  it('publishes nothing where a row is missing, and does not mind their order', () => {
    const copy = start()
    decide(copy, ({ what }) => (what === 'words' ? 'keep' : 'publish'))
    const rows = rowsOf(copy)
    writeFileSync(sheetOf(copy), csvOf([...rows].reverse()))
    expect(published(again(copy)).length).toBe(1)
    writeFileSync(sheetOf(copy), csvOf(rows.filter(({ what }) => what === 'quote')))
    expect(published(again(copy))).toEqual([])
    writeFileSync(sheetOf(copy), csvOf(rows.filter(({ what }) => what === 'words')))
    expect(published(again(copy))).toEqual([])
  })

  it('is void where the text has changed, by whatever little', () => {
    const copy = start()
    decide(copy, ({ what }) => (what === 'words' ? 'keep' : 'publish'))
    const changed = people.map((row) =>
      row['Number'] === 'R5' ? { ...row, 'What else?': `${row['What else?']} !` } : row,
    )
    const outcome = again(copy, changed)
    expect(published(outcome)).toEqual([])
    expect(outcome.said).toContain('2 decisions of an earlier review: what was decided has changed')
  })

  it('is kept when the sheets are written anew, and read from the workbook where that was filled in', () => {
    const copy = start()
    decide(copy, ({ what }) => (what === 'words' ? 'keep' : 'publish'))
    expect(review(copy).said).toContain('0 passages that may identify somebody, 0 quotes to approve')
    expect(rowsOf(copy).map(({ choice }) => choice)).toEqual(['keep', 'publish'])
    // The decision on the words is taken back in the workbook: it must not live on in the CSV file.
    const path = join(copy.home, '.stocktake/survey/review.xlsx')
    const parts = unzipSync(readFileSync(path))
    const sheet = 'xl/worksheets/sheet1.xml'
    const xml = strFromU8(parts[sheet] ?? new Uint8Array())
    expect(xml).toContain('>keep<')
    writeFileSync(path, zipSync({ ...parts, [sheet]: strToU8(xml.replace('>keep<', '>redact<')) }))
    expect(published(again(copy))).toEqual([['We spend [identifying number] on it.', 'North council']])
  })

  it('offers no choice for what shapes are sure of', () => {
    const first = publish(DEFINITION, files([QUOTES[0] ?? {}]))
    review(first)
    expect(rowsOf(first).map(({ what }) => what)).toEqual(['quote'])
  })

  it('can be kept beside the definition', () => {
    const copy = start()
    decide(copy, ({ what }) => (what === 'words' ? 'keep' : 'publish'))
    const decided = readFileSync(sheetOf(copy), 'utf8')
    const definition = DEFINITION.replace('privacy:', '  review: { file: decided.csv }\nprivacy:')
    const outcome = publish(definition, { ...files([BUDGET], people), 'decided.csv': decided })
    expect(published(outcome).length).toBe(1)
  })
})
