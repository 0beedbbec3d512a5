import { describe, expect, it } from 'vitest'
import {
  type Cells,
  columnOf,
  csvOf,
  lineOf,
  type Outcome,
  percentOf,
  publish,
  times,
} from './support/consultation.ts'

const people = (ward: string, type: string, yes: number, no: number): readonly Cells[] => [
  ...times(yes, { Ward: ward, Type: type, Agree: 'Yes' }),
  ...times(no, { Ward: ward, Type: type, Agree: 'No' }),
]
const definition = (
  breakdowns: string,
  more = '',
) => `responses: { file: r.csv, columns: { ward: Ward, type: Type } }
variables:
  ward: { values: [North, South, East, West] }
  type: { values: [Resident, Visitor] }
questions:
  agree: { text: Agree, answers: ["Yes", "No"], statistics: [count, percent], nets: { Any: ["Yes", "No"] } }
tables: { breakdowns: [${breakdowns}] }
${more}`

/** Groups of a table that show any figure. */
const shown = ({ tables }: Outcome, table: string): readonly string[] => [
  ...new Set(
    tables
      .filter((one) => one['table'] === table && one['value'] !== '')
      .map(({ population = '' }) => population),
  ),
]
const refusals = ({ result }: Outcome) => result['refusals'] as readonly { table: string; reason: string }[]

const LARGE = [
  ...people('North', 'Resident', 40, 20),
  ...people('North', 'Visitor', 30, 25),
  ...people('South', 'Resident', 10, 50),
  ...people('South', 'Visitor', 22, 33),
]

describe('a breakdown', () => {
  it('by one variable that is not published, and by two at once', () => {
    const outcome = publish(definition('ward, [type, ward]'), { 'r.csv': csvOf(LARGE) })
    expect(columnOf(outcome, '1_by_ward', { population: 'ward: North' })).toEqual({
      Yes: percentOf(70, 115),
      No: percentOf(45, 115),
      Total: '100',
      Any: '100',
    })
    const at = { table: '1_by_type_by_ward', row: 'Yes', statistic: 'count' }
    for (const [ward, type, yes, base] of [
      ['North', 'Resident', '40', '60'],
      ['North', 'Visitor', '30', '55'],
      ['South', 'Resident', '10', '60'],
      ['South', 'Visitor', '22', '55'],
    ] as const) {
      const line = lineOf(outcome, { ...at, population: `type: ${type}, ward: ${ward}` })
      expect([ward, type, line['value'], line['base']]).toEqual([ward, type, yes, base])
    }
    expect(Object.keys(outcome.responses[0] ?? {})).toEqual(['id', 'agree'])
    expect(refusals(outcome)).toEqual([])
  })

  it('narrowed to a population, and to the answers of a question', () => {
    const outcome = publish(
      definition(
        '[residents, ward]',
        'populations:\n  everyone: { title: Everyone, base: all }\n  residents: { title: Residents, base: residents, where: { type: Resident } }\n',
      ),
      { 'r.csv': csvOf(LARGE) },
    )
    const north = { table: '1_by_residents_by_ward', population: 'residents, ward: North' }
    expect(columnOf(outcome, north.table, { ...north, statistic: 'count' })).toEqual({
      Yes: '40',
      No: '20',
      Total: '60',
      Any: '60',
    })
  })

  it('shows those without a value as a group of their own', () => {
    const outcome = publish(definition('ward'), {
      'r.csv': csvOf([...LARGE, ...people('', 'Visitor', 30, 30)]),
    })
    const none = lineOf(outcome, { table: '1_by_ward', row: 'Yes', population: 'ward: [no reply]' })
    expect(none).toMatchObject({ value: '50', base: '60' })
  })

  it('shows neither of two groups where one is too small: it would be all less the other', () => {
    const outcome = publish(definition('ward'), {
      'r.csv': csvOf([...people('North', 'Resident', 60, 60), ...people('South', 'Resident', 3, 3)]),
    })
    const seen = shown(outcome, '1_by_ward')
    expect(seen.filter((group) => ['ward: North', 'ward: South'].includes(group))).toEqual([])
    expect(outcome.said).not.toContain('fewer than 50')
  })
})

describe('small groups', () => {
  const sizes: readonly (readonly [string, number])[] = [
    ['North', 120],
    ['South', 90],
    ['East', 60],
    ['West', 6],
  ]
  const rows = sizes.flatMap(([ward, size]) => people(ward, 'Resident', size / 2, size / 2))

  it('are blanked with the next smallest, so that the total less the others gives nothing away', () => {
    const outcome = publish(definition('ward'), { 'r.csv': csvOf(rows) })
    expect(shown(outcome, '1_by_ward').slice(0, 2)).toEqual(['ward: North', 'ward: South'])
    for (const population of ['ward: East', 'ward: West']) {
      const lines = outcome.tables.filter(
        (one) => one['table'] === '1_by_ward' && one['population'] === population,
      )
      expect(lines.map(({ status }) => status)).toEqual(lines.map(() => 'c'))
    }
  })

  it('of ten people and more are shown, marked below fifty, and hide nobody else', () => {
    const few = [
      ...people('North', 'Resident', 60, 60),
      ...people('South', 'Resident', 25, 25),
      ...people('East', 'Resident', 25, 24),
      ...people('West', 'Resident', 7, 3),
    ]
    const outcome = publish(definition('ward'), { 'r.csv': csvOf(few) })
    for (const [ward, yes, base, status] of [
      ['North', 60, 120, ''],
      ['South', 25, 50, ''],
      ['East', 25, 49, 'u'],
      ['West', 7, 10, 'u'],
    ] as const) {
      const at = { table: '1_by_ward', row: 'Yes', population: `ward: ${ward}` }
      const line = { status, base: String(base) }
      expect(lineOf(outcome, { ...at, statistic: 'count' })).toMatchObject({ ...line, value: String(yes) })
      expect(lineOf(outcome, at)).toMatchObject({ ...line, value: percentOf(yes, base) })
    }
    expect(refusals(outcome)).toEqual([])
    const printed = outcome.release.get('data/tables/1_by_ward.csv')?.toString().split('\n')[0]
    expect(printed).toContain('South (per cent),East (number) [u]')
    const ours = publish(definition('ward', 'privacy: { rules: { small_base: 11 } }\n'), {
      'r.csv': csvOf(few),
    })
    const marked = ours.tables.filter(({ status }) => status === 'u')
    expect(new Set(marked.map(({ population }) => population))).toEqual(new Set(['ward: West']))
  })

  it('are hidden in means, tests and every statistic of the breakdown too', () => {
    const csv = csvOf(rows.map((one, index) => ({ ...one, Rate: String((index % 3) + 1), Weight: '1.5' })))
    const more =
      '  rate: { text: Rate, kind: scale, answers: [1, 2, 3], statistics: [percent, total, mean, median] }\ntables: { precision: true, significance: true, '
    const rich = definition('ward')
      .replace('tables: { ', more)
      .replace('type: Type }', 'type: Type, weight: Weight }')
    const outcome = publish(rich, { 'r.csv': csv })
    const about = outcome.tables.filter(
      ({ table = '', population = '' }) =>
        table.includes('_by_ward') &&
        population.split(' / ').some((group) => ['ward: East', 'ward: West'].includes(group)),
    )
    expect(new Set(about.map(({ table }) => table))).toEqual(
      new Set([
        '1_by_ward',
        '1_differences_by_ward',
        '2_by_ward',
        '2_differences_by_ward',
        '2_estimates_by_ward',
      ]),
    )
    expect(about.filter(({ value, status }) => value !== '' || status !== 'c')).toEqual([])
  })

  it('of two variables at once are not given away by the breakdown by one', () => {
    const nested = [
      ...people('North', 'Resident', 60, 60),
      ...people('North', 'Visitor', 3, 3),
      ...people('South', 'Resident', 30, 30),
      ...people('South', 'Visitor', 28, 27),
      ...people('East', 'Resident', 40, 40),
      ...people('East', 'Visitor', 35, 35),
    ]
    const outcome = publish(definition('ward, [ward, type]'), { 'r.csv': csvOf(nested) })
    const base = (table: string, population: string) =>
      Number(lineOf(outcome, { table, row: 'Yes', statistic: 'count', population })['base'])
    const cells = shown(outcome, '1_by_ward_by_type')
    for (const ward of shown(outcome, '1_by_ward')) {
      const own = cells.filter((one) => one.startsWith(`${ward},`))
      const rest = base('1_by_ward', ward) - own.reduce((sum, one) => sum + base('1_by_ward_by_type', one), 0)
      expect(rest === 0 || rest >= 10, `${ward}: ${rest} people can be worked out`).toBe(true)
    }
  })
})
