import { beforeAll, describe, expect, it } from 'vitest'
import { type Cells, csvOf, publish, times } from './support/consultation.ts'
import { type Anonymised, anonymised, tally } from './support/rows.ts'

/** One region a class; `long` is asked of who is ill, and `cared` of who has been ill for more than a year. */
const definition = (sensitive: string) =>
  `responses: { file: r.csv, columns: { region: Region } }
variables:
  region: { values: [A, B, C, D] }
questions:
  ill: { text: Ill, answers: ["Yes", "No"] }
  long: { text: Long, answers: [Year, More], asked_if: { ill: "Yes" } }
  cared: { text: Cared, answers: ["Yes", "No"], asked_if: { long: More } }
privacy: { publish: [region] }
`.replace(`${sensitive}: { `, `${sensitive}: { sensitive: true, `)

const ill = (region: string, long: string, count: number) =>
  times(count, { Region: region, Ill: 'Yes', Long: long }).map((row, index) => ({
    ...row,
    Cared: long === 'More' ? (index % 2 ? 'Yes' : 'No') : '',
  }))
const well = (region: string, count: number) =>
  times(count, { Region: region, Ill: 'No', Long: '', Cared: '' })

const HEADINGS = ['Region', 'Ill', 'Long', 'Cared']

/** Answers to a question by published region, each once. */
const said = (rows: readonly Cells[], question: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...new Set(rows.map((row) => row['region'] ?? ''))]
      .sort()
      .map((region) => [
        region,
        [...new Set(rows.filter((row) => row['region'] === region).map((row) => row[question] ?? ''))].sort(),
      ]),
  )

describe('sensitive answers that all of a region gave', () => {
  let outcome: Anonymised
  beforeAll(async () => {
    const received = [
      ...ill('A', 'Year', 30),
      ...well('A', 30),
      ...ill('B', 'More', 25),
      ...well('B', 35),
      ...ill('C', 'Year', 16),
      ...well('D', 15),
    ]
    outcome = await anonymised(definition('ill'), { 'r.csv': csvOf(received, HEADINGS) })
  })

  it('stand beside others in every class, or in none', () => {
    const { rows } = outcome
    for (const answers of Object.values(said(rows, 'ill')))
      expect([['No', 'Yes'], ['[not released]']]).toContainEqual(answers)
    expect(said(rows, 'region')).toMatchObject({ A: ['A'], B: ['B'] })
  })

  it('are counted in the risk before, and no longer after', () => {
    const { before, after } = outcome.artefact.report
    expect(before).toMatchObject({ responses: 151, classes: 4, smallestClass: 15, uniques: 0 })
    expect(before.sensitive).toMatchObject([{ name: 'ill', diversity: 1, oneAnswer: 0.5, alpha: 1 }])
    expect(after.responses).toBe(151)
    expect(after.sensitive).toMatchObject([{ name: 'ill', diversity: 2, oneAnswer: 0 }])
  })

  it('are in every table as they were given', () => {
    expect(tally(outcome.counted, 'ill')).toEqual({ No: 80, Yes: 71 })
  })
})

describe('sensitive answers of few', () => {
  const received = csvOf(
    [
      ...ill('A', 'Year', 20),
      ...ill('A', 'More', 60),
      ...well('A', 130),
      ...ill('B', 'More', 25),
      ...ill('B', 'Year', 20),
      ...well('B', 165),
      ...ill('C', 'More', 3),
      ...ill('D', 'More', 4),
      ...ill('D', 'Year', 5),
      ...well('C', 177),
      ...well('D', 160),
    ],
    HEADINGS,
  )
  const answers = definition('long')

  it('are withheld with those of another class, and with what was asked because of them', async () => {
    const { rows } = await anonymised(answers, { 'r.csv': received })
    expect(said(rows, 'long')).toEqual({
      A: ['More', 'Year', '[not asked]'],
      B: ['More', 'Year', '[not asked]'],
      C: ['[not released]'],
      D: ['[not released]'],
    })
    expect(said(rows, 'cared')).toMatchObject({ C: ['[not released]'], D: ['[not released]'] })
    expect(said(rows, 'ill')).toMatchObject({ C: ['No', 'Yes'], D: ['No', 'Yes'] })
  })

  it('are said to be withheld', () => {
    const outcome = publish(answers, { 'r.csv': received })
    const readme = outcome.release.get('README.md')?.toString() ?? ''
    expect(readme).toContain('Answers to \u201cLong\u201d in 349 responses')
    expect(readme).toContain('the tables count them')
    expect(outcome.said).toContain('answers to long withheld in 349')
  })
})
