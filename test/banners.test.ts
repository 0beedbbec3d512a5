import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Cells, columnOf, csvOf, type Outcome, publish, refuse, times } from './support/consultation.ts'
import { sumAnew } from './support/corruptions.ts'
import { stocktake } from './support/stocktake.ts'

const HEAD = `responses: { file: r.csv, columns: { age: Age, ward: Ward } }
variables:
  age: { title: Age group, values: [Under 40, 40 or over] }
  ward: { title: Ward, values: [North, South, East, West] }
questions:
  agree: { text: Do you agree?, answers: ["Yes", "No", Unsure], statistics: [count, percent] }
  score: { text: How well?, kind: scale, answers: [Well, Badly], statistics: [percent, mean] }
`
const POPULATIONS = `populations:
  everybody: { title: Everybody, base: all who responded }
  fans: { title: Fans, base: all fans, where: { score: Well } }
`

/** Wards of 12, 40, 60 and 300 people; ages across them; some "no" and "unsure" everywhere. */
const PEOPLE: readonly Cells[] = Object.entries({ North: 12, South: 40, East: 60, West: 300 }).flatMap(
  ([ward, count]) =>
    Array.from({ length: count }, (_, index) => ({
      Ward: ward,
      Age: index % 3 === 0 ? 'Under 40' : '40 or over',
      'Do you agree?': ['Yes', 'No', 'Yes', 'Unsure', 'Yes'][index % 5] ?? '',
      'How well?': index % 4 === 0 ? 'Badly' : 'Well',
    })),
)
const FILES = { 'r.csv': csvOf(PEOPLE) }
const BANNER = '1_by_age-ward'
const GROUPS = ['age: Under 40', 'age: 40 or over', 'ward: North', 'ward: South', 'ward: East', 'ward: West']

/** Printed tables of a question that have a column of a ward. */
const tablesByWard = (question: string): readonly string[] =>
  ['ward', 'age-ward'].map((by) => `data/tables/${question}_by_${by}.csv`)

const text = ({ release }: Outcome, path: string): string => release.get(path)?.toString() ?? ''

describe('a banner', () => {
  let outcome: Outcome
  beforeAll(() => {
    outcome = publish(
      `${HEAD}${POPULATIONS}tables: { breakdowns: [age, ward], banners: [[age, ward]], significance: true }\n`,
      FILES,
    )
  })

  it('has all respondents and the groups of each variable side by side, with the figures of its breakdowns', () => {
    const of = (table: string) => [
      ...new Set(outcome.tables.filter((one) => one['table'] === table).map((one) => one['population'])),
    ]
    expect(of(BANNER)).toEqual(['everybody', ...GROUPS])
    for (const statistic of ['count', 'percent'])
      for (const population of GROUPS) {
        const alone = `1_by_${population.split(':')[0]}`
        expect(columnOf(outcome, BANNER, { statistic, population })).toEqual(
          columnOf(outcome, alone, { statistic, population }),
        )
      }
    expect(columnOf(outcome, BANNER, { population: 'everybody' })).toEqual(
      columnOf(outcome, '1', { population: 'everybody' }),
    )
    expect(of('2_by_age-ward').length).toBe(7)
    expect(of('2_estimates_by_age-ward').length).toBe(7)
  })

  it('is headed by variable and value, with the mark where few people answered', () => {
    expect(text(outcome, `data/tables/${BANNER}.csv`).split('\n')[0]?.split(',')).toEqual([
      'Answer',
      ...['Everybody (number)', 'Everybody (per cent)'],
      ...['Under 40', '40 or over'].flatMap((age) =>
        ['number', 'per cent'].map((unit) => `Age group: ${age} (${unit})`),
      ),
      ...['North', 'South', 'East', 'West'].flatMap((ward) =>
        ['number', 'per cent'].map(
          (unit) => `Ward: ${ward} (${unit})${['North', 'South'].includes(ward) ? ' [u]' : ''}`,
        ),
      ),
    ])
    const few = outcome.tables.filter(({ status }) => status === 'u')
    expect(new Set(few.map(({ base }) => base))).toEqual(new Set(['12', '40']))
    expect(few.every(({ value }) => value !== '')).toBe(true)
  })

  it('compares no groups that overlap, and only groups of one variable in words', () => {
    expect(outcome.tables.some(({ table = '' }) => /differences.*age-ward/.test(table))).toBe(false)
    const page = text(outcome, 'index.html')
    const start = page.indexOf(`id="table-${BANNER}"`)
    expect(start).toBeGreaterThan(0)
    expect(page.slice(start, page.indexOf('</details>', start))).not.toMatch(/ward .*than of those with age/i)
  })

  it('stands in the workbook with numbers in every cell, and on the page with its mark', () => {
    const parts = unzipSync(outcome.release.get('tables.xlsx') ?? Buffer.from(''))
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    const strings = Buffer.from(parts['xl/sharedStrings.xml'] ?? []).toString()
    expect(sheets.length).toBeGreaterThan(6)
    expect(strings).toContain('Ward: North&#10;(per cent) [u]'.replace('&#10;', '\n'))
    expect(strings).toContain('[u] means low reliability')
    expect(text(outcome, 'index.html')).toContain('Ward: North (per cent) [u]</th>')
    expect(text(outcome, 'README.md')).toContain('rest on fewer than 50 people each')
  })

  it('is verified like any other table', () => {
    const { exitCode, said } = stocktake(outcome.home, ['verify', join(outcome.home, 'dist/survey/1.0.0')])
    expect(exitCode, said).toBe(0)
    const spoilt = join(outcome.home, 'spoilt')
    cpSync(join(outcome.home, 'dist/survey/1.0.0'), spoilt, { recursive: true })
    for (const path of [...['1', '2'].flatMap(tablesByWard), 'datapackage.json']) {
      const file = join(spoilt, path)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('North (per cent) [u]', 'North (per cent)'))
    }
    sumAnew(spoilt)
    const told = stocktake(outcome.home, ['verify', spoilt])
    expect(told.exitCode).toBe(3)
    expect(told.said).toContain(`data/tables/${BANNER}.csv: It does not have the figures of data/tables.csv`)
  })
})

describe('a banner of a consultation', () => {
  it('that declares no population of all has a column of all, and populations are columns of their own', () => {
    const narrow = `populations:\n  all: { title: Fans, base: all fans, where: { score: Well } }\n`
    const outcome = publish(`${HEAD}${narrow}tables: { banners: [[ward, all]] }\n`, FILES)
    const heading = text(outcome, 'data/tables/1_by_ward-all.csv').split('\n')[0] ?? ''
    expect(heading).toMatch(/^Answer,All \(number\),All \(per cent\),Ward: North/)
    expect(heading).toMatch(/Fans \(number\),Fans \(per cent\)$/)
  })

  it('is refused by name where a variable is unknown, or where it is no list of lists', () => {
    const unknown = refuse(2, `${HEAD}tables: { banners: [[age, wrad]] }\n`, FILES)
    expect(unknown.said).toContain("There is no variable 'wrad' — did you mean 'ward'?")
    expect(unknown.said).toContain('tables.banners[1][2]')
    const flat = refuse(2, `${HEAD}tables: { banners: [age, ward] }\n`, FILES)
    expect(flat.said).toContain('must be a list')
    const one = refuse(2, `${HEAD}tables: { banners: [[age]] }\n`, {
      'r.csv': csvOf(times(12, PEOPLE[0] ?? {})),
    })
    expect(one.said).toContain('tables.banners[1]')
  })
})
