import { describe, expect, it } from 'vitest'
import {
  type Cells,
  columnOf,
  consult,
  csvOf,
  figure,
  lineOf,
  publishAll as publish,
  refuse,
  times,
} from './support/consultation.ts'

/** 120 people of two wards, with answers and weights that differ. */
const PEOPLE: readonly Cells[] = Array.from({ length: 120 }, (_, index) => ({
  Ward: index % 3 === 0 ? 'North' : 'South',
  Age: index % 7 < 3 ? 'Young' : 'Old',
  Home: index % 3 === 0 ? 'North' : 'South',
  Years: index % 7 < 3 ? 'Young' : 'Old',
  Agree: index % 5 < 2 ? 'Yes' : index % 11 === 0 ? '' : 'No',
  Rate: String((index % 4) + 1),
  Weight: String(0.5 + (index % 6) * 0.75),
}))

const QUESTIONS = `questions:
  agree: { text: Agree, answers: ["Yes", "No"], statistics: [count, percent, total], decimals: 2, nets: { Either: ["Yes", "No"] } }
  rate: { text: Rate, kind: scale, answers: [1, 2, 3, 4], statistics: [percent, mean], decimals: 3 }
  home: { text: Home, answers: [North, South], statistics: [total, percent], decimals: 3 }
  years: { text: Years, answers: [Young, Old], statistics: [total], decimals: 3 }
reporting: { decimals: 2 }
`
const VARIABLES = 'variables: { ward: { values: [North, South] }, age: { values: [Young, Old] } }\n'
const WEIGHTED = `responses: { file: r.csv, columns: { ward: Ward, age: Age, weight: Weight } }\n${VARIABLES}${QUESTIONS}`
const UNWEIGHTED = `responses: { file: r.csv, columns: { ward: Ward, age: Age }, ignore: [Weight] }\n${VARIABLES}${QUESTIONS}`

const weight = (one: Cells) => Number(one['Weight'])
const sum = (people: readonly Cells[], of: (one: Cells) => number) =>
  people.reduce((all, one) => all + of(one), 0)
const answered = PEOPLE.filter((one) => one['Agree'] !== '')
const yes = answered.filter((one) => one['Agree'] === 'Yes')

describe('a column of weights', () => {
  const outcome = publish(`${WEIGHTED}weighting: { total: ${sum(PEOPLE, weight)} }\n`, {
    'r.csv': csvOf(PEOPLE),
  })

  it('weights percentages, totals and means; counts and bases stay as they are', () => {
    const share = (100 * sum(yes, weight)) / sum(answered, weight)
    expect(figure(outcome, { table: '1', row: 'Yes' })).toBe(share.toFixed(2))
    expect(figure(outcome, { table: '1', row: 'Either' })).toBe('100.00')
    expect(figure(outcome, { table: '1', row: 'Yes', statistic: 'count' })).toBe(String(yes.length))
    const total = figure(outcome, { table: '1', row: 'Yes', statistic: 'total' })
    expect(total).toBe(sum(yes, weight).toFixed(2))
    const mean = sum(PEOPLE, (one) => weight(one) * Number(one['Rate'])) / sum(PEOPLE, weight)
    expect(figure(outcome, { table: '2_estimates', row: 'Mean', statistic: 'estimate' })).toBe(
      mean.toFixed(3),
    )
    const effective = sum(answered, weight) ** 2 / sum(answered, (one) => weight(one) ** 2)
    expect(lineOf(outcome, { table: '1', row: 'Yes' })).toMatchObject({
      base: String(answered.length),
      base_description: `all respondents, weighted base ${Math.round(sum(answered, weight))}, effective base ${Math.round(effective)}`,
    })
  })
  it('is in no published row', () => {
    expect(Object.keys(outcome.responses[0] ?? {})).toEqual(['id', 'agree', 'rate', 'home', 'years'])
  })
})

describe('faults of weights', () => {
  const spoil = (cells: Readonly<Record<number, string>>) =>
    csvOf(PEOPLE.map((one, index) => ({ ...one, Weight: cells[index] ?? one['Weight'] ?? '' })))

  it('missing, negative, endless and worded ones are refused, with their rows', () => {
    const canary = 'zebrafinch'
    const { said } = refuse(3, WEIGHTED, { 'r.csv': spoil({ 3: '', 5: '-2', 8: canary, 9: 'Infinity' }) })
    expect(said).toMatch(/r\.csv, row 5, weight: .* no weight, or one that is not a number/)
    expect(said).toMatch(/r\.csv, row 7, weight: .* negative/)
    expect(said).toMatch(/r\.csv, row 10, weight: /)
    expect(said).toMatch(/r\.csv, row 11, weight: .* infinite/)
    expect(said).not.toContain(canary)
  })

  it('zero is a warning, and such a response counts in the base alone', () => {
    const outcome = publish(WEIGHTED, { 'r.csv': spoil({ 0: '0', 1: '0.0' }) })
    expect(outcome.said).toMatch(/warning.*row 2, weight: .*one of 2 such rows/)
    const others = answered.slice(2)
    const share =
      (100 *
        sum(
          others.filter((one) => one['Agree'] === 'Yes'),
          weight,
        )) /
      sum(others, weight)
    expect(lineOf(outcome, { table: '1', row: 'Yes' })).toMatchObject({
      value: share.toFixed(2),
      base: String(answered.length),
    })
  })

  it('all of them zero: no weighted figure, and no crash', () => {
    const outcome = publish(WEIGHTED, { 'r.csv': csvOf(PEOPLE.map((one) => ({ ...one, Weight: '0' }))) })
    expect(columnOf(outcome, '1')).toEqual({ Yes: '[z]', No: '[z]', Total: '[z]', Either: '[z]' })
  })

  it('a sum that is not that of the population is refused', () => {
    const { said } = refuse(3, `${WEIGHTED}weighting: { total: 6194 }\n`, { 'r.csv': csvOf(PEOPLE) })
    expect(said).toContain(`add up to ${Math.round(sum(PEOPLE, weight))}; the population is said to be 6,194`)
  })
})

describe('raking', () => {
  it('to stated totals meets every one of them, from the weights received too', () => {
    const plan =
      'weighting: { rake: [{ ward: { North: 700, South: 300 } }, { age: { Young: 450.5, Old: 549.5 } }] }\n'
    for (const definition of [UNWEIGHTED, WEIGHTED]) {
      const outcome = publish(definition + plan, { 'r.csv': csvOf(PEOPLE) })
      const total = (table: string) => columnOf(outcome, table, { statistic: 'total' })
      expect(total('3')).toEqual({ North: '700.000', South: '300.000', Total: '1000.000' })
      expect(total('4')).toEqual({ Young: '450.500', Old: '549.500', Total: '1000.000' })
      expect(figure(outcome, { table: '3', row: 'North' })).toBe('70.00')
    }
  })

  it('to the frame meets its counts', () => {
    const units = PEOPLE.flatMap((one, index) => [
      { Code: `u${index}`, Name: `Unit ${index}`, Ward: one['Ward'] ?? '' },
      ...(one['Ward'] === 'North' ? [{ Code: `x${index}`, Name: `More ${index}`, Ward: 'North' }] : []),
    ])
    const outcome = publish(
      `frame: { file: frame.csv, columns: { key: Code, name: Name, ward: Ward } }
responses: { file: r.csv, columns: { unit: Code, age: Age }, ignore: [Weight, Ward] }
${VARIABLES}${QUESTIONS}weighting: { rake: [ward] }
tables: { precision: true }
`,
      {
        'frame.csv': csvOf(units),
        'r.csv': csvOf(PEOPLE.map((one, index) => ({ ...one, Code: `u${index}` }))),
      },
    )
    const home = outcome.tables.filter(({ title }) => title === 'Home')[0]?.['table'] ?? ''
    expect(columnOf(outcome, home, { statistic: 'total' })).toEqual({
      North: '80.000',
      South: '80.000',
      Total: '160.000',
    })
  })

  it('says why totals cannot be met', () => {
    const csv = { 'r.csv': csvOf(PEOPLE) }
    const rake = (totals: string) => `${UNWEIGHTED}weighting: { rake: [${totals}] }\n`
    const unequal = refuse(
      2,
      rake('{ ward: { North: 700, South: 300 } }, { age: { Young: 450, Old: 500 } }'),
      csv,
    )
    expect(unequal.said).toContain('sum to 950, those of the first variable to 1,000')
    const nobody = VARIABLES.replace('South]', 'South, East]')
    const empty = rake('{ ward: { North: 700, South: 200, East: 100 } }').replace(VARIABLES, nobody)
    expect(refuse(3, empty, csv).said).toContain('Nobody with Ward East responded')
    const without = rake('{ ward: { North: 700 } }')
    expect(refuse(3, without, csv).said).toContain('80 responses have Ward South, which has no total')
    const silent = csvOf([...PEOPLE, ...times(2, { ...PEOPLE[0], Ward: '' })])
    const stated = refuse(3, rake('{ ward: { North: 700, South: 300 } }'), { 'r.csv': silent })
    expect(stated.said).toContain('2 responses have Ward [no reply]')
    for (const [wrong, words] of [
      ['{ ward: { Nroth: 700, South: 300 } }', 'Nroth'],
      ['{ wrad: { North: 700, South: 300 } }', 'wrad'],
      ['ward', 'ward'],
    ] as const) {
      const { said } = refuse(2, rake(wrong), csv)
      expect(said).toContain('consultation.yaml, line ')
      expect(said).toContain(words)
    }
  })
})

/** Rows in an order that has nothing to do with the first. */
const shuffled = <T>(rows: readonly T[]): readonly T[] =>
  rows
    .map((row, index) => ({ row, place: ((index * 7919 + 13) % 104729) % 997 }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row)

describe('the order of rows', () => {
  it('changes not one byte of a rich release', () => {
    const definition = `responses: { file: r.csv, columns: { ward: Ward, age: Age, weight: Weight } }
${VARIABLES}${QUESTIONS.replace('questions:\n', 'questions:\n  order: { text: Order, kind: ranking, answers: [A, B, C], statistics: [percent, mean] }\n  spent: { text: Spent, kind: number, bands: [{ label: Low, below: 5 }, { label: High }], statistics: [percent, mean, median, total] }\n')}populations:
  everyone: { title: Everyone, base: all }
  north: { title: North, base: all of the north, where: { ward: North } }
tables: { breakdowns: [ward, [ward, age]], precision: true, significance: true }
weighting: { rake: [{ ward: { North: 1000, South: 1100 } }, { age: { Young: 900, Old: 1200 } }] }
privacy: { publish: [age] }
`
    const people = [...PEOPLE, ...PEOPLE, ...PEOPLE].map((one, index) => ({
      ...one,
      Order: ['A;B;C', 'C;A;B', 'B;C'][index % 3] ?? '',
      Spent: String(((index * 37) % 101) / 10),
    }))
    const first = consult(definition, { 'r.csv': csvOf(people) })
    const second = consult(definition, { 'r.csv': csvOf(shuffled(people)) })
    expect(first.exitCode, first.said).toBe(0)
    expect(first.tables.some(({ table, value }) => table?.endsWith('_by_ward_by_age') && value !== '')).toBe(
      true,
    )
    expect([...second.release.keys()]).toEqual([...first.release.keys()])
    for (const [path, bytes] of first.release)
      expect(second.release.get(path)?.equals(bytes), path).toBe(true)
  })
})
