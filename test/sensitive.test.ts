import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Cells, csvOf, figure, lineOf, type Outcome, publish, times } from './support/consultation.ts'

/** One region a class; `long` is asked of who is ill, and `cared` of who has been ill for more than a year. */
const definition = (sensitive: string) =>
  `responses: { file: r.csv, columns: { region: Region } }
variables:
  region: { values: [A, B, C, D] }
questions:
  ill: { text: Ill, answers: ["Yes", "No"] }
  long: { text: Long, answers: [Year, More], asked_if: { ill: "Yes" } }
  cared: { text: Cared, answers: ["Yes", "No"], asked_if: { long: More } }
  park: { text: Park, answers: ["Yes", "No"], base: { long: More } }
populations:
  all: { title: All, base: all }
  long_ill: { title: Ill for long, base: those ill for long, where: { long: More } }
privacy: { publish: [region] }
`.replace(`${sensitive}: { `, `${sensitive}: { sensitive: true, `)

const ill = (region: string, long: string, count: number) =>
  times(count, { Region: region, Ill: 'Yes', Long: long, Cared: long === 'More' ? 'Yes' : '', Park: 'Yes' })
const well = (region: string, count: number) =>
  times(count, { Region: region, Ill: 'No', Long: '', Cared: '', Park: 'No' })

const run = (sensitive: string, rows: readonly Cells[]): Outcome =>
  publish(definition(sensitive), { 'r.csv': csvOf(rows) })

/** Answers to a question by published region. */
const said = ({ responses }: Outcome, question: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...new Set(responses.map((row) => row['region'] ?? ''))]
      .sort()
      .map((region) => [
        region,
        [
          ...new Set(responses.filter((row) => row['region'] === region).map((row) => row[question] ?? '')),
        ].sort(),
      ]),
  )

const anonymity = ({ home }: Outcome) =>
  JSON.parse(readFileSync(join(home, '.stocktake/survey/report.json'), 'utf8')).anonymity

describe('sensitive answers that all of a class gave', () => {
  const outcome = run('ill', [
    ...ill('A', 'Year', 30),
    ...well('A', 30),
    ...ill('B', 'More', 25),
    ...well('B', 35),
    ...ill('C', 'Year', 16),
    ...well('D', 5),
  ])

  it('are put together with others by blanking what identifies', () => {
    expect(said(outcome, 'ill')).toEqual({
      '[not released]': ['No', 'Yes'],
      A: ['No', 'Yes'],
      B: ['No', 'Yes'],
    })
    expect(anonymity(outcome)).toMatchObject({
      identifying: [{ variable: 'region', blanked: 21 }],
      sensitive: [{ question: 'ill', withheld: 0 }],
      method: 'optimum',
    })
  })

  it('are counted in the risk before, and no longer after', () => {
    const { before, after } = anonymity(outcome)
    expect(before).toMatchObject({ responses: 141, classes: 4, smallestClass: 5, uniques: 0 })
    expect(before.sensitive).toMatchObject([{ name: 'ill', diversity: 1, oneAnswer: 0.5, alpha: 1 }])
    expect(after).toMatchObject({ responses: 141, classes: 3, smallestClass: 21 })
    expect(after.sensitive).toMatchObject([{ name: 'ill', diversity: 2, oneAnswer: 0 }])
  })
})

describe('sensitive answers of few', () => {
  const outcome = run('long', [
    ...ill('A', 'Year', 20),
    ...ill('A', 'More', 10),
    ...well('A', 30),
    ...ill('B', 'More', 25),
    ...ill('B', 'Year', 20),
    ...well('B', 35),
    ...ill('C', 'More', 3),
    ...well('C', 37),
  ])

  it('are withheld with those of another class, and with what was asked because of them', () => {
    expect(said(outcome, 'region')).toEqual({ A: ['A'], B: ['B'], C: ['C'] })
    expect(said(outcome, 'ill')).toEqual({ A: ['No', 'Yes'], B: ['No', 'Yes'], C: ['No', 'Yes'] })
    expect(said(outcome, 'long')).toEqual({
      A: ['[not released]'],
      B: ['More', 'Year', '[not asked]'],
      C: ['[not released]'],
    })
    expect(said(outcome, 'cared')).toEqual({
      A: ['[not released]'],
      B: ['Yes', '[not asked]'],
      C: ['[not released]'],
    })
    expect(anonymity(outcome)).toMatchObject({
      identifying: [{ blanked: 0 }],
      sensitive: [{ question: 'long', withheld: 33, responses: 100 }],
    })
  })

  it('are in no table, not by a population and not by a base', () => {
    expect(lineOf(outcome, { table: '2', row: 'More', population: 'all' })['base']).toBe('45')
    expect(lineOf(outcome, { table: '1', row: 'Yes', population: 'long_ill' })['base']).toBe('25')
    expect(lineOf(outcome, { table: '4', row: 'Yes', population: 'all' })['base']).toBe('25')
    expect(figure(outcome, { table: '1', row: 'Yes', population: 'all' })).not.toBe('')
  })

  it('are said to be withheld', () => {
    const readme = outcome.release.get('README.md')?.toString() ?? ''
    expect(readme).toContain(
      'Answers to “Long” in 100 responses, and to what was asked because of them, are withheld',
    )
    expect(outcome.said).toContain('answers to long withheld in 100')
  })
})
