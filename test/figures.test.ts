import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { lineOf, type Recount, recount } from './figures/recount.ts'
import { type Cells, csvOf, type Outcome, publishAll } from './support/consultation.ts'
import type { Row } from './support/survey.ts'

/**
 * Whichever test publishes a consultation has each figure of it counted again from the cleaned responses, by code that shares
 * nothing with that which tabulates and protects (`figures/`). Here the recount itself is tested: what it would not notice, no
 * test would.
 */
const PEOPLE: readonly Cells[] = Array.from({ length: 240 }, (_, index) => ({
  Ward: ['North', 'South', 'East'][index % 3] ?? '',
  Age: index % 7 < 3 ? 'Young' : 'Old',
  Agree: ['Yes', 'No', 'Unsure', 'Yes', ''][(index * 7) % 5] ?? '',
  How: [index % 2 === 0 ? 'Bus' : '', index % 5 < 3 ? 'Walk' : ''].filter((one) => one !== '').join(';'),
  Rate: String((index % 4) + 1),
  Best: [['Park', 'Pool'], ['Pool', 'Park'], ['Pool']][index % 3]?.join(';') ?? '',
  Years: String((index * 13) % 41),
  Weight: String(0.5 + (index % 6) * 0.75),
}))

const QUESTIONS = `questions:
  agree: { text: Agree, answers: ["Yes", "No", Unsure], base: asked, nets: { Sure: ["Yes", "No"] }, statistics: [count, percent] }
  how: { text: How, kind: multiple, answers: [Bus, Walk], base: { agree: { none: Unsure } }, statistics: [count, percent] }
  rate: { text: Rate, kind: scale, answers: [1, 2, 3, 4], asked_if: { how: Bus }, statistics: [percent, mean, median], decimals: 3 }
  best: { text: Best, kind: ranking, answers: [Park, Pool], statistics: [percent, mean] }
  years:
    { text: Years, kind: number, bands: [{ label: Few, below: 20 }, { label: Many }], statistics: [count, percent, mean, median, total] }
populations:
  everyone: { title: Everyone, base: all }
  walkers: { title: Walkers, base: walkers, where: { how: Walk } }
`
const REST =
  'tables: { breakdowns: [ward, [ward, age], [walkers, age]], banners: [[ward, age]], precision: PRECISION }\n'

const definition = (columns: string, precision: boolean) =>
  `responses: { file: r.csv, columns: { ward: Ward, age: Age${columns} }${columns === '' ? ', ignore: [Weight]' : ''} }
variables: { ward: { values: [North, South, East] }, age: { values: [Young, Old] } }
${QUESTIONS}${REST.replace('PRECISION', String(precision))}reporting: { decimals: 1 }
`

describe.each([
  ['unweighted', '', false, 700],
  ['weighted, with standard errors', ', weight: Weight', true, 1100],
])('the recount of a release, %s', (name, columns, precision, atLeast) => {
  let outcome: Outcome
  let found: Recount
  const again = (tables: readonly Row[]) => recount(join(outcome.home, 'raw/survey'), tables)
  beforeAll(async () => {
    outcome = publishAll(definition(columns, precision), { 'r.csv': csvOf(PEOPLE) })
    found = await again(outcome.tables)
  })

  it('finds every figure as it is shown', () => {
    console.log(lineOf(name, found))
    expect(found.differing).toEqual([])
    expect(found.compared).toBeGreaterThanOrEqual(atLeast)
    const left = [...found.leftOut.values()].reduce((sum, count) => sum + count, 0)
    expect(found.compared + found.hidden + left).toBe(outcome.tables.length)
  })

  it('notices each figure that is one off in its last digit', async () => {
    const spoilt = outcome.tables.map((line) => ({ ...line, value: oneMore(line['value'] ?? '') }))
    expect((await again(spoilt)).differing.length).toBe(found.compared)
  })

  it('notices each base that is one off', async () => {
    const spoilt = outcome.tables.map((line) => ({ ...line, base: String(Number(line['base']) + 1) }))
    expect((await again(spoilt)).differing.length).toBe(found.compared)
  })

  it('notices each figure of a group, row or table that is none', async () => {
    for (const column of ['table', 'population', 'row', 'statistic']) {
      const spoilt = outcome.tables.map((line) => ({ ...line, [column]: 'nothing of the kind' }))
      expect((await again(spoilt)).differing.length, column).toBe(outcome.tables.length - found.hidden)
    }
  })
})

/** A number with one more in its last digit; 7 in the place of none. */
function oneMore(value: string): string {
  if (value === '') return '7'
  const decimals = value.split('.')[1]?.length ?? 0
  return (Number(value) + 1 / 10 ** decimals).toFixed(decimals)
}
