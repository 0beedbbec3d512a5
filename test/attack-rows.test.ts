import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../pipeline/attack/index.ts'
import { type Cells, csvOf, type Outcome, publish, times } from './support/consultation.ts'
import { sumAnew } from './support/corruptions.ts'
import { stocktake, workplace } from './support/stocktake.ts'
import { readCsv } from './support/survey.ts'

// As published: the run itself only reports on what its attack finds, so that any release can be spoiled and attacked.
const DEFINITION = `responses: { file: r.csv, columns: { region: Region, type: Type } }
variables:
  region: { values: [North, South, East] }
  type: { values: [Person, Group] }
questions:
  fees: { text: Fees, answers: ["Too high", "Fair"] }
  hours: { text: Hours, answers: ["Too few", "Enough", "Too many"] }
  sundays: { text: Sundays, answers: ["Yes", "No"], asked_if: { fees: "Fair" } }
privacy:
  publish: [region, type]
  profile: as-published
  waivers: [{ rule: profile, reason: "the figures were printed in the report of 2024" }]
`

const person = (region: string, type: string, fees: string, hours: string, sundays: string): Cells => ({
  Region: region,
  Type: type,
  Fees: fees,
  Hours: hours,
  Sundays: sundays,
})
const RESPONSES = ['North', 'South', 'East'].flatMap((region) =>
  ['Person', 'Group'].flatMap((type) => [
    ...times(10, person(region, type, 'Too high', 'Too few', '')),
    ...times(10, person(region, type, 'Fair', 'Enough', 'Yes')),
    ...times(10, person(region, type, 'Fair', 'Too many', 'No')),
  ]),
)

type Rows = readonly Readonly<Record<string, string>>[]
let outcome: Outcome
beforeAll(() => {
  outcome = publish(DEFINITION, { 'r.csv': csvOf(RESPONSES) })
})

/** Attacks a copy of the release with these rows in the place of its own. */
function attacked(spoil: (rows: Rows) => Rows, inOrder = true) {
  const folder = join(workplace(), '1.0.0')
  cpSync(join(outcome.home, 'dist/survey/1.0.0'), folder, { recursive: true })
  const path = join(folder, 'data/responses.csv')
  const [heading = ''] = readFileSync(path, 'utf8').split('\n')
  const names = heading.split(',').filter((name) => name !== 'id')
  const order = (row: Rows[number]) => names.map((name) => row[name] ?? '').join('\0')
  const spoiled = spoil(inOrder ? sorted(readCsv(path), order) : readCsv(path))
  const rows = (inOrder ? sorted(spoiled, order) : spoiled).map((row, index) => ({
    ...row,
    id: String(index + 1),
  }))
  writeFileSync(path, csvOf(rows, ['id', ...names]))
  sumAnew(folder)
  const { exitCode, said, result } = stocktake(outcome.home, ['attack', folder])
  const { findings } = result['attack'] as { findings: readonly Finding[] }
  return { exitCode, said, findings }
}

const sorted = (rows: Rows, order: (row: Rows[number]) => string): Rows =>
  [...rows].sort((a, b) => (order(a) < order(b) ? -1 : 1))
const isOf = (region: string, type: string) => (row: Rows[number]) =>
  row['region'] === region && row['type'] === type

describe('stocktake attack on the rows of a release', { timeout: 300_000 }, () => {
  it('finds nothing where every class is large, answers differ and rows are sorted', () => {
    const { exitCode, said, findings } = attacked((rows) => rows)
    expect(findings).toEqual([])
    expect(said).toContain('nothing that the rules of this release forbid')
    expect(exitCode).toBe(0)
  })

  it('finds people who stand alone, and names the variables and never the row', () => {
    const alone = (rows: Rows) => rows.map((row, index) => (index === 3 ? { ...row, region: 'West' } : row))
    const { exitCode, said, findings } = attacked(alone)
    expect(findings).toEqual([
      {
        rule: 'small class',
        group: 'region and type (1 of 7 combinations)',
        base: { least: 1, most: 1 },
        derived: [],
      },
    ])
    expect(said).toContain(
      'an equivalence class, alike in what others can know, of only 1 person: region and type',
    )
    expect(said).not.toContain('West')
    expect(exitCode).toBe(4)
  })

  it('finds a class of people who all said the same', () => {
    // Ten leave the class, and those who stay all said that fees are fair; elsewhere as many say so as before.
    const leave = (rows: Rows) =>
      rows.map((row) =>
        isOf('North', 'Group')(row) && row['fees'] !== 'Fair'
          ? { ...row, type: 'Person' }
          : isOf('North', 'Group')(row) && row['hours'] === 'Enough'
            ? { ...row, type: 'Person' }
            : row,
      )
    const { exitCode, findings } = attacked(leave)
    expect(findings).toContainEqual({
      rule: 'same answer in rows',
      question: 'fees',
      group: 'region and type',
      base: { least: 10, most: 10 },
      derived: [],
    })
    expect(exitCode).toBe(4)
  })

  it('finds three who were not asked though their answers do not say so', () => {
    const three = (rows: Rows) => {
      const own = rows.flatMap((row, index) =>
        isOf('East', 'Person')(row) && row['fees'] === 'Fair' ? [index] : [],
      )
      return rows.map((row, index) =>
        own.slice(0, 3).includes(index) ? { ...row, hours: '[not asked]' } : row,
      )
    }
    const { exitCode, said, findings } = attacked(three)
    expect(findings).toContainEqual({
      rule: 'small class',
      group: 'region, type and who was asked hours (1 of 7 combinations)',
      base: { least: 3, most: 3 },
      derived: [],
    })
    expect(said).toContain('region, type and who was asked hours')
    expect(exitCode).toBe(4)
  })

  it('finds another order than that of what is published', () => {
    const { exitCode, said, findings } = attacked((rows) => [...rows.slice(60), ...rows.slice(0, 60)], false)
    expect(findings).toMatchObject([{ rule: 'order of rows' }])
    expect(said).toContain('The order of the responses is not that of what is published')
    expect(exitCode).toBe(4)
  })
})
