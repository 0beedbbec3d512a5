import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Cells, csvOf, type Outcome, placesOfWords, publish, times } from './support/consultation.ts'

const people = (ward: string, yes: number, no: number): readonly Cells[] => [
  ...times(yes, { Ward: ward, Agree: 'Yes' }),
  ...times(no, { Ward: ward, Agree: 'No' }),
]
const definition = (
  recode = '',
  variables = 'variables: { ward: { values: [North, South, East, West] } }',
  more = '',
) =>
  `responses: { file: r.csv, columns: { ward: Ward }${recode === '' ? '' : `, ${recode}`} }
${variables}
questions:
  agree: { text: Agree, answers: ["Yes", "No"], statistics: [count, percent] }
tables: { breakdowns: [ward] }
${more}`

interface Refused {
  readonly by: readonly string[]
  readonly tables: readonly string[]
  readonly groups: readonly { readonly title: string; readonly least: number; readonly most: number }[]
  readonly write: readonly string[]
}
const privately = ({ home }: Outcome, name: string) =>
  readFileSync(join(home, '.stocktake/survey', name), 'utf8')
const refusedIn = (outcome: Outcome): readonly Refused[] =>
  JSON.parse(privately(outcome, 'disclosure.json')).refusedBreakdowns
const shown = ({ tables }: Outcome) => [
  ...new Set(
    tables
      .filter((one) => one['table'] === '1_by_ward' && one['value'] !== '')
      .map(({ population }) => population),
  ),
]

describe('a breakdown of which nothing is left', () => {
  it('is told privately with its groups and sizes, and shown once the lines are written', () => {
    const rows = [
      ...people('North', 5, 3),
      ...people('South', 3, 4),
      ...people('East', 5, 4),
      ...people('West', 2, 4),
    ]
    const files = { 'r.csv': csvOf(rows) }
    const outcome = publish(definition(), files)
    expect(shown(outcome)).toEqual([])
    expect(outcome.said).toContain('disclosure.html names their groups')
    const [refused] = refusedIn(outcome)
    expect(refused).toMatchObject({
      by: ['ward'],
      tables: ['1_by_ward'],
      groups: [
        { title: 'North', least: 8, most: 8 },
        { title: 'South', least: 7, most: 7 },
        { title: 'East', least: 9, most: 9 },
        { title: 'West', least: 6, most: 6 },
      ],
    })
    const [recode = '', variables = ''] = refused?.write ?? []
    expect(recode).toBe(
      'recode: { ward: { North: North or South, South: North or South, East: East or West, West: East or West } }',
    )
    expect(privately(outcome, 'disclosure.html')).toContain(recode)
    expect(JSON.parse(privately(outcome, 'report.json')).refusedBreakdowns).toEqual([refused])
    expect(placesOfWords({ ...outcome, said: '' }, 'North or South')).toEqual([])
    expect(shown(publish(definition(recode, variables), files))).toEqual([
      'ward: North or South',
      'ward: East or West',
    ])
  })

  it('by two groups, of which one is too small, is shown with rounded counts', () => {
    const files = { 'r.csv': csvOf([...people('North', 60, 60), ...people('South', 3, 3)]) }
    const outcome = publish(definition(), files)
    const [refused] = refusedIn(outcome)
    expect(refused?.groups).toEqual([
      { title: 'North', least: 120, most: 120 },
      { title: 'South', least: 6, most: 6 },
    ])
    expect(refused?.write).toHaveLength(1)
    expect(shown(publish(definition('', undefined, refused?.write[0]), files))).toEqual(['ward: North'])
  })
})
