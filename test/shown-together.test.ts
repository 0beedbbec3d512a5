import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { type Cells, csvOf, lineOf, type Outcome, publish, times } from './support/consultation.ts'
import { stocktake } from './support/stocktake.ts'

const people = (ward: string, yes: number, no: number): readonly Cells[] => [
  ...times(yes, { Ward: ward, Agree: 'Yes' }),
  ...times(no, { Ward: ward, Agree: 'No' }),
]
const ROWS = [
  ...people('North', 48, 72),
  ...people('South', 40, 50),
  ...people('East', 25, 35),
  ...people('West', 3, 3),
  ...people('', 30, 25),
]
const definition = (more = '') => `responses: { file: r.csv, columns: { ward: Ward } }
variables:
  ward: { title: Ward, values: [North, South, East, West] }
questions:
  agree: { text: Agree, answers: ["Yes", "No"], statistics: [count, percent] }
tables: { breakdowns: [ward] }
${more}`

const groupsOf = ({ release }: Outcome) =>
  (JSON.parse(String(release.get('tabulation-plan.json'))) as { groups: { id: string; values: object }[] })
    .groups

describe('groups of a breakdown that are hidden', () => {
  it('are shown together, in every form of the release', () => {
    const outcome = publish(definition(), { 'r.csv': csvOf(ROWS) })
    const hidden = groupsOf(outcome).filter(({ id }) =>
      outcome.tables.some(
        (one) => one['table'] === '1_by_ward' && one['population'] === id && one['status'] === 'c',
      ),
    )
    const names = hidden.map(({ id }) => id.replace('ward: ', ''))
    expect(names).toHaveLength(2)
    expect(names).toContain('West')
    const population = `ward: ${names.join(' and ')}`
    expect(groupsOf(outcome)).toContainEqual({
      id: population,
      populations: [],
      without: [],
      values: { ward: names },
    })
    const own = ROWS.filter(({ Ward = '' }) => names.includes(Ward === '' ? '[no reply]' : Ward))
    const yes = own.filter(({ Agree }) => Agree === 'Yes').length
    const at = { table: '1_by_ward', row: 'Yes', population }
    expect(lineOf(outcome, { ...at, statistic: 'count' })).toMatchObject({
      value: String(yes),
      base: String(own.length),
    })
    expect(Number(lineOf(outcome, at)['value'])).toBe(Math.round((100 * yes) / own.length))
    const heading = `${names.join(' and ')} (number)`
    expect(outcome.release.get('data/tables/1_by_ward.csv')?.toString()).toContain(heading)
    expect(outcome.release.get('data/codes/populations.csv')?.toString()).toContain(population)
    expect(outcome.release.get('index.html')?.toString()).toContain(heading)
    const workbook = read(outcome.release.get('tables.xlsx') ?? '', { type: 'buffer' })
    const sheets = workbook.SheetNames.map((name) => utils.sheet_to_csv(workbook.Sheets[name] ?? {}))
    expect(sheets.filter((text) => text.replaceAll('\n', ' ').includes(heading))).toHaveLength(1)
    const folder = join('dist', 'survey', '1.0.0')
    const said = `Hidden to protect people: 2 of 5 groups (${names.join(', ')}), shown together as one column.`
    expect(sheets.filter((text) => text.includes(said))).toHaveLength(1)
    for (const path of ['index.html', 'datapackage.json'])
      expect(outcome.release.get(path)?.toString(), path).toContain(said)
    for (const command of ['verify', 'attack']) {
      const ran = stocktake(outcome.home, [command, folder])
      expect(ran.exitCode, ran.said).toBe(0)
    }
  })

  it('are not where counts are rounded: what remains of rounded ones is no count', () => {
    const health = 'privacy: { profile: health }\n'
    // Three are too few: rounding hides no others with them.
    const few = ['East', 'West', ''].flatMap((ward) => people(ward, 5, 4))
    const rows = [...ROWS.filter(({ Ward = '' }) => ['North', 'South'].includes(Ward)), ...few]
    const outcome = publish(definition(health), { 'r.csv': csvOf(rows) })
    expect(outcome.tables.some(({ table, status }) => table === '1_by_ward' && status === 'c')).toBe(true)
    expect(groupsOf(outcome).filter(({ values }) => Object.values(values).some(Array.isArray))).toEqual([])
  })
})
