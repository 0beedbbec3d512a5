import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Cells, csvOf, publish, times } from './support/consultation.ts'

const DEFINITION = `responses: { file: r.csv, columns: { region: Region } }
variables:
  region: { values: [North, South, East] }
questions:
  place: { text: From, answers: [N, S, E] }
privacy: { publish: [region] }
`

/** The answer says the region, as no question should: so the test can see what is behind a blank. */
const ROWS: readonly Cells[] = [
  ...times(100, { Region: 'North', From: 'N' }),
  ...times(60, { Region: 'South', From: 'S' }),
  ...times(3, { Region: 'East', From: 'E' }),
]

/** Rows that differ in nothing would draw alike: real ones have times and addresses. */
const numbered = ROWS.map((row, index) => ({ ...row, Row: String(index) }))
const definition = DEFINITION.replace('file: r.csv', 'file: r.csv, ignore: [Row]')

describe('a small class', () => {
  const outcome = publish(definition, { 'r.csv': csvOf(numbered) })
  const blank = outcome.responses.filter((row) => row['region'] === '[not released]')

  it('takes from a large one no more than it needs', () => {
    expect(blank.length).toBe(10)
    expect(blank.filter((row) => row['place'] === 'E').length).toBe(3)
    expect(outcome.responses.length).toBe(163)
    expect(outcome.said).toContain('region (blank in 10); no combination is shared by fewer than 10')
  })

  it('draws whom it takes in another order than that of the release', () => {
    const [donor] = blank.map((row) => row['place']).filter((from) => from !== 'E')
    const places = outcome.responses.flatMap((row, index) =>
      row['place'] === donor ? [{ index, blank: row['region'] === '[not released]' }] : [],
    )
    const firstSeven = places.slice(0, 7).filter((one) => one.blank).length
    const lastSeven = places.slice(-7).filter((one) => one.blank).length
    expect(places.filter((one) => one.blank).length).toBe(7)
    expect([firstSeven, lastSeven].every((count) => count < 7)).toBe(true)
  })

  it('is the same whatever the order of the rows received', () => {
    const turned = [...numbered.slice(70), ...numbered.slice(0, 70)].reverse()
    const other = publish(definition, { 'r.csv': csvOf(turned) })
    expect(other.release.get('data/responses.csv')).toEqual(outcome.release.get('data/responses.csv'))
  })

  it('is reported with the risk before and after, and what was lost', () => {
    const { anonymity } = JSON.parse(
      readFileSync(join(outcome.home, '.stocktake/survey/report.json'), 'utf8'),
    )
    expect(anonymity).toMatchObject({
      minimumClass: 10,
      method: 'optimum',
      identifying: [{ variable: 'region', level: 0, blanked: 10 }],
      before: { classes: 3, smallestClass: 3, uniques: 0, prosecutor: { highest: 1 / 3 } },
      after: { classes: 3, smallestClass: 10, prosecutor: { average: 3 / 163, highest: 0.1 } },
    })
    expect(anonymity.loss).toBeCloseTo(10 / 163, 12)
  })
})
