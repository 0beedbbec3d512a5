import { describe, expect, it } from 'vitest'
import { type Cells, csvOf, times } from './support/consultation.ts'
import { anonymised, tally } from './support/rows.ts'

/** Rows that share a ward, with answers that take turns. */
const rows = (ward: string, count: number, answers: readonly string[] = ['Yes', 'No', 'No']) =>
  times(count, { Ward: ward }).map((row, index) => ({ ...row, Visit: answers[index % answers.length] ?? '' }))

const wards = (
  rest = '',
  values = '[North, South, East, West]',
) => `responses: { file: r.csv, columns: { ward: Ward } }
variables:
  ward: { values: ${values} }
questions:
  visit: { text: Visit, answers: ["Yes", "No"] }
${rest}privacy: { publish: [ward] }
`

const TABULATED = 'tables: { breakdowns: [ward] }\n'

describe('a variable that tables tell people apart by', () => {
  const received = csvOf([...rows('North', 8), ...rows('South', 70), ...rows('East', 60)])

  it('is recoded in all rows, blank in none, and tables count its true values', async () => {
    const { rows: published, counted, artefact } = await anonymised(wards(TABULATED), { 'r.csv': received })
    expect(tally(published, 'ward')).toEqual({ 'North or East': 68, South: 70 })
    expect(tally(counted, 'by_ward')).toEqual({ East: 60, North: 8, South: 70 })
    expect(artefact.fields.find(({ name }) => name === 'ward')).toMatchObject({
      categories: ['North or East', 'South', 'West'],
      merged: [{ label: 'North or East', standsFor: ['North', 'East'] }],
    })
  })

  it('is the same where a population, a base, routing or weights use it', async () => {
    const uses = [
      'populations:\n  south: { title: South, base: all, where: { ward: South } }\n',
      'weighting: { rake: [{ ward: { North: 10, South: 70, East: 60 } }] }\n',
    ]
    for (const use of uses) {
      const { rows: published } = await anonymised(wards(use), { 'r.csv': received })
      expect(tally(published, 'ward')).toEqual({ 'North or East': 68, South: 70 })
    }
  })

  it('takes the name of a declared group, and joins neighbours of an order', async () => {
    const grouped = wards(TABULATED, '[North, South, East, West], groups: { Riverside: [North, South] }')
    const river = await anonymised(grouped, { 'r.csv': received })
    expect(tally(river.rows, 'ward')).toEqual({ East: 60, Riverside: 78 })
    const ages = wards(TABULATED, '[16 to 24, 25 to 44, 45 to 64, 65 and over]')
    const old = csvOf([
      ...rows('16 to 24', 20),
      ...rows('25 to 44', 30),
      ...rows('45 to 64', 4),
      ...rows('65 and over', 40),
    ])
    const { rows: published } = await anonymised(ages, { 'r.csv': old })
    expect(tally(published, 'ward')).toEqual({
      '16 to 24': 20,
      '25 to 44 or 45 to 64': 34,
      '65 and over': 40,
    })
  })

  it('counts no reply as a value', async () => {
    const silent = csvOf([...rows('North', 40), ...rows('South', 50), ...rows('', 6)])
    const { rows: published, counted } = await anonymised(wards(TABULATED), { 'r.csv': silent })
    expect(tally(published, 'ward')).toEqual({ 'North or no reply': 46, South: 50 })
    expect(tally(counted, 'by_ward')).toEqual({ '[no reply]': 6, North: 40, South: 50 })
  })

  it('joins many small values to one that says how many', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `Ward ${'ABCDEFGHI'[index]}`)
    const many = csvOf([...names.flatMap((name) => rows(name, 2)), ...rows('Town', 40)])
    const { rows: published } = await anonymised(wards(TABULATED, `[Town, ${names.join(', ')}]`), {
      'r.csv': many,
    })
    expect(tally(published, 'ward')).toEqual({ 'Other (9 values)': 18, Town: 40 })
  })
})

describe('tables', () => {
  it('are counted from answers that no row shows', async () => {
    const same = csvOf([...rows('North', 12, ['Yes']), ...rows('South', 40), ...rows('East', 30)])
    const { counted, artefact } = await anonymised(wards(TABULATED), { 'r.csv': same })
    expect(tally(counted, 'by_ward', 'visit')).toMatchObject({ 'North | Yes': 12 })
    expect(counted.some((row) => Object.values(row).includes('[not released]'))).toBe(false)
    expect(
      counted.every((row) => Number(row['class']) >= 1 && Number(row['class']) <= artefact.classes.count),
    ).toBe(true)
  })
})

describe('an order', () => {
  it('is that of the published values, column by column, whatever the order received', async () => {
    const mixed = [...rows('South', 21), ...rows('North', 30), ...rows('East', 15)]
    const one = await anonymised(wards(), { 'r.csv': csvOf(mixed) })
    const other = await anonymised(wards(), { 'r.csv': csvOf([...mixed].reverse()) })
    expect(other.rows).toEqual(one.rows)
    const keys = one.rows.map((row) => JSON.stringify([row['ward'], row['visit']]))
    expect(keys).toEqual([...keys].sort())
    expect(one.rows.map((row) => row['id'])).toEqual(one.rows.map((_, index) => String(index + 1)))
  })
})

describe('too few people', () => {
  const few = (count: number) =>
    csvOf(rows('North', count).map((row, index) => ({ ...row, Ward: index % 2 ? 'North' : 'South' })))

  it.each([1, 3, 9, 29])('%i let no row out', async (count) => {
    for (const definition of [wards(), wards().replace('[ward] }', '[] }')]) {
      const { artefact, rows: published, counted } = await anonymised(definition, { 'r.csv': few(count) })
      expect(published).toEqual([])
      expect(artefact).toMatchObject({ rows: 0, responses: count, classes: { count: 0 } })
      expect(artefact.report.withoutRows).toBe('fewer than 30 rows could leave')
      expect(counted.map((row) => row['class'])).toEqual(times(count, {}).map(() => ''))
    }
  })

  it('of 30 leave, in one class where nothing is published of them, and in two where something is', async () => {
    const alone = await anonymised(wards().replace('[ward] }', '[] }'), { 'r.csv': few(30) })
    expect(alone.artefact).toMatchObject({ rows: 30, classes: { count: 1 } })
    expect((await anonymised(wards(), { 'r.csv': few(30) })).artefact.classes.count).toBe(2)
    const lopsided = csvOf([...rows('North', 27), ...rows('South', 3)])
    expect((await anonymised(wards(), { 'r.csv': lopsided })).artefact).toMatchObject({ rows: 0 })
  })

  it('are refused where the definition asks for rows outright', async () => {
    const asked = wards().replace('[ward] }', '[ward], rules: { microdata: true } }')
    await expect(anonymised(asked, { 'r.csv': few(9) })).rejects.toMatchObject({
      issues: [{ code: 'anonymise/too-few-for-rows', concern: 'disclosure' }],
    })
  })
})

describe('who asked for confidentiality', () => {
  const definition = wards().replace('ward: Ward }', 'ward: Ward, do_not_publish: Private }')
  const received = (confidential: number): readonly Cells[] =>
    [...rows('North', 60), ...rows('South', 60)].map((row, index) => ({
      ...row,
      Private: index < confidential ? 'Yes' : '',
    }))

  it.each([3, 9, 10, 25])(
    '%i are counted and in no row, and nor are others until a class is missing',
    async (count) => {
      const {
        artefact,
        rows: published,
        counted,
      } = await anonymised(definition, {
        'r.csv': csvOf(received(count)),
      })
      expect(counted.length).toBe(120)
      expect(published.length).toBe(120 - Math.max(count, 10))
      expect(counted.filter((row) => row['class'] === '').length).toBe(Math.max(count, 10))
      expect(artefact.report).toMatchObject({ confidential: count, omitted: Math.max(10 - count, 0) })
      expect(Math.min(...Object.values(tally(published, 'ward')))).toBeGreaterThanOrEqual(10)
    },
  )

  it('nobody else is left out where nobody did', async () => {
    expect((await anonymised(definition, { 'r.csv': csvOf(received(0)) })).rows.length).toBe(120)
  })
})
