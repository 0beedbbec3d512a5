import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Cells, csvOf, publish, times } from './support/consultation.ts'
import { tally } from './support/rows.ts'

const DEFINITION = `responses: { file: r.csv, columns: { region: Region } }
variables:
  region: { values: [North, South, East] }
questions:
  place: { text: From, answers: [N, S, E] }
privacy: { publish: [region] }
`

/** The answer says the region, as no question should: so the test can see who stands behind a merged value. */
const ROWS: readonly Cells[] = [
  ...times(100, { Region: 'North', From: 'N' }),
  ...times(60, { Region: 'South', From: 'S' }),
  ...times(3, { Region: 'East', From: 'E' }),
]

const anonymityOf = (home: string) =>
  JSON.parse(readFileSync(join(home, '.stocktake/survey/report.json'), 'utf8')).anonymity

describe('a small class', () => {
  const outcome = publish(DEFINITION, { 'r.csv': csvOf(ROWS) })

  it('joins another for all rows alike, and nobody is drawn', () => {
    expect(tally(outcome.responses, 'region', 'place')).toEqual({
      'North | N': 100,
      'South or East | E': 3,
      'South or East | S': 60,
    })
    expect(outcome.said).toContain('region in 2 of 3 values; no combination is shared by fewer than 63')
  })

  it('is described wherever the column is', () => {
    const schema = JSON.parse(outcome.release.get('datapackage.json')?.toString() ?? '')
    const [responses] = schema.resources
    const region = responses.schema.fields.find(({ name }: { name: string }) => name === 'region')
    expect(region.description).toBe('\u201cSouth or East\u201d stands for South, East.')
    expect(region.categories).toEqual(['North', 'South or East'])
  })

  it('is the same whatever the order of the rows received', () => {
    const turned = [...ROWS.slice(70), ...ROWS.slice(0, 70)].reverse()
    const other = publish(DEFINITION, { 'r.csv': csvOf(turned) })
    expect(other.release.get('data/responses.csv')).toEqual(outcome.release.get('data/responses.csv'))
  })

  it('is reported with the risk before and after, what was lost, and what else could be done', () => {
    const anonymity = anonymityOf(outcome.home)
    expect(anonymity).toMatchObject({
      minimumClass: 10,
      identifying: [{ variable: 'region', values: 2, of: 3, merged: true, blanked: 0 }],
      uniques: 0,
      before: { classes: 3, smallestClass: 3, uniques: 0, prosecutor: { highest: 1 / 3 } },
      after: { classes: 2, smallestClass: 63, prosecutor: { average: 2 / 163, highest: 1 / 63 } },
    })
    // Bits that telling 60 from 3 would say, of those that the three regions say.
    const bits = (...counts: readonly number[]) =>
      counts.reduce(
        (sum, count) => sum + count * Math.log2(counts.reduce((all, one) => all + one) / count),
        0,
      )
    expect(anonymity.loss).toBeCloseTo(bits(60, 3) / bits(100, 60, 3), 12)
    expect(anonymity.alternatives[0]).toMatchObject({ way: 'recoded', taken: true, classes: 2, withheld: 0 })
  })
})

describe('values of which few people have stated any', () => {
  const definition = DEFINITION.replace('South, East]', 'South, East, West, Moor]')
  const said = (few: readonly Cells[]) =>
    publish(definition, {
      'r.csv': csvOf([...ROWS.slice(0, 160), ...times(30, { Region: 'West', From: 'N' }), ...few]),
    }).said

  it('are counted as far as somebody has them: who stated none, and a value of nobody, are no values', () => {
    const few = [...times(3, { Region: 'East', From: 'E' }), ...times(2, { Region: '', From: 'N' })]
    expect(said(few)).toContain('rows with region in 3 of 4 values; no')
  })

  it('are said to stand together with none stated where only that had to be', () => {
    expect(said(times(4, { Region: '', From: 'S' }))).toContain(
      'rows with region in all values, one of them together with none stated; no',
    )
  })
})

describe('a detail that no table tells people apart by', () => {
  const definition = `responses: { file: r.csv, columns: { region: Region, type: Type } }
variables:
  region: { values: [North, South] }
  type: { values: [A, B, C, D, E, F] }
questions:
  place: { text: From, answers: [Near, Far] }
privacy: { publish: [region, type] }
`
  const rows = ['North', 'South'].flatMap((region) =>
    Object.entries({
      A: 30,
      B: 30,
      C: 30,
      D: 30,
      E: region === 'North' ? 6 : 60,
      F: region === 'North' ? 5 : 60,
    }).flatMap(([type, count]) =>
      times(count, { Region: region, Type: type }).map((row, index) => ({
        ...row,
        From: index % 2 ? 'Near' : 'Far',
      })),
    ),
  )
  const outcome = publish(definition, { 'r.csv': csvOf(rows) })

  it('may be blank in whole combinations, where that loses less than merging values everywhere', () => {
    const blank = outcome.responses.filter((row) => row['type'] === '[not released]')
    expect(tally(blank, 'region')).toEqual({ North: 11 })
    expect(tally(outcome.responses, 'type')).toEqual({
      '[not released]': 11,
      A: 60,
      B: 60,
      C: 60,
      D: 60,
      E: 60,
      F: 60,
    })
    expect(outcome.said).toContain('region and type (blank in 11); no combination is shared by fewer than 11')
  })

  it('is never blank once a table tells people apart by it', () => {
    const tabulated = definition.replace('privacy:', 'tables: { breakdowns: [type] }\nprivacy:')
    const files = { 'r.csv': csvOf(rows) }
    const { responses } = publish(tabulated, files)
    expect(responses.some((row) => Object.values(row).includes('[not released]'))).toBe(false)
  })
})
