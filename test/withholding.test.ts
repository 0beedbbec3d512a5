import { describe, expect, it } from 'vitest'
import { type Cells, csvOf, times } from './support/consultation.ts'
import { type Anonymised, anonymised, tally } from './support/rows.ts'

/** So many rows with these cells, whose answers under a heading take turns. */
const turns = (
  count: number,
  cells: Cells,
  heading = 'Visit',
  answers = ['Yes', 'No', 'No'],
): readonly Cells[] =>
  times(count, cells).map((row, index) => ({ ...row, [heading]: answers[index % answers.length] ?? '' }))

/** Values of a column by those of another, each once. */
const shown = (
  rows: readonly Cells[],
  by: string,
  column: string,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...new Set(rows.map((row) => row[by] ?? ''))]
      .sort()
      .map((key) => [
        key,
        [...new Set(rows.filter((row) => row[by] === key).map((row) => row[column] ?? ''))].sort(),
      ]),
  )

/** Fewest rows on either side of being asked, in any class of a key; those who are not shown are on none. */
function fewestOnASide(rows: readonly Cells[], key: readonly string[], column: string): number {
  const sides = rows
    .filter((row) => row[column] !== '[not released]')
    .map((row) => ({ ...row, side: row[column] === '[not asked]' ? 'not asked' : 'asked' }))
  return Math.min(Number.POSITIVE_INFINITY, ...Object.values(tally(sides, ...key, 'side')))
}

describe('a question that some were asked because of what they are', () => {
  const definition = (publish: string) => `responses: { file: r.csv, columns: { type: Type } }
variables:
  type: { values: [Parish, Charity, Resident] }
questions:
  visit: { text: Visit, answers: ["Yes", "No"] }
  halls: { text: Halls, answers: [One, More], asked_if: { type: Parish } }
  repair: { text: Repair, answers: ["Yes", "No"], asked_if: { halls: More } }
privacy: { publish: [${publish}] }
`
  const parishes = (count: number) =>
    turns(count, { Type: 'Parish' }).map((row, index) => ({
      ...row,
      Halls: index % 2 === 0 ? 'One' : 'More',
      Repair: index % 2 === 0 ? '' : index % 4 === 1 ? 'Yes' : 'No',
    }))
  const others = [...turns(11, { Type: 'Charity' }), ...turns(88, { Type: 'Resident' })]
  const run = (publish: string, count: number): Promise<Anonymised> =>
    anonymised(definition(publish), {
      'r.csv': csvOf([...parishes(count), ...others], ['Type', 'Visit', 'Halls', 'Repair']),
    })

  it.each([
    ['', 1],
    ['', 6],
    ['type', 1],
    ['type', 6],
    ['type', 9],
  ])('leaves out what marks them where they are few (publish [%s], %i)', async (publish, count) => {
    const { rows, artefact, counted } = await run(publish, count)
    expect(rows.length).toBe(99 + count)
    expect(fewestOnASide(rows, publish === '' ? [] : ['type'], 'halls')).toBeGreaterThanOrEqual(10)
    expect(artefact.fields.some(({ name }) => name === 'halls')).toBe(false)
    expect(artefact.fields.some(({ name }) => name === 'repair')).toBe(false)
    expect([...artefact.classes.leftOut]).toEqual(['halls', 'repair'])
    expect(counted.filter((row) => row['halls'] !== '[not asked]').length).toBe(count)
  })

  it('shows it where they are many', async () => {
    const { rows } = await run('', 40)
    expect(fewestOnASide(rows, [], 'halls')).toBe(40)
    expect(tally(rows, 'halls')).toEqual({ '[not asked]': 99, More: 20, One: 20 })
  })
})

describe('conditions that tell apart together', () => {
  it('are judged together: two of twelve each may leave three who are in both', async () => {
    const definition = `responses: { file: r.csv, columns: { old: Old, home: Home } }
variables:
  old: { values: ["Yes", "No"] }
  home: { values: ["Yes", "No"] }
questions:
  visit: { text: Visit, answers: ["Yes", "No"] }
  pension: { text: Pension, answers: ["Yes", "No"], asked_if: { old: "Yes" } }
  care: { text: Care, answers: ["Yes", "No"], asked_if: { home: "Yes" } }
`
    const asked = (old: string, home: string, count: number) =>
      turns(count, { Old: old, Home: home }).map((row, index) => ({
        ...row,
        Pension: old === 'Yes' ? (index % 2 ? 'Yes' : 'No') : '',
        Care: home === 'Yes' ? (index % 2 ? 'Yes' : 'No') : '',
      }))
    const run = (both: number) =>
      anonymised(definition, {
        'r.csv': csvOf([
          ...asked('Yes', 'No', 30),
          ...asked('No', 'Yes', 30),
          ...asked('Yes', 'Yes', both),
          ...asked('No', 'No', 40),
        ]),
      })
    const few = await run(3)
    expect(few.artefact.classes.leftOut.size).toBe(1)
    expect((await run(12)).artefact.classes.leftOut.size).toBe(0)
  })
})

describe('a question that one file lacks', () => {
  const online = 'text: Visit, answers: ["Yes", "No"]'
  const definition = `responses:
  - { file: a.csv }
  - { file: b.csv }
questions:
  visit: { ${online} }
  park: { text: Park, answers: ["Yes", "No"] }
  films: { text: Films, kind: multiple, answers: [Old, New] }
`
  const films = (rows: readonly Cells[]) =>
    rows.map((row, index) => ({
      ...row,
      'Films - Old': index % 2 ? 'Old' : '',
      'Films - New': index % 3 ? 'New' : '',
    }))
  const run = (paper: number, lacks: string) => {
    const cells = (count: number) =>
      films(turns(count, {}).map((row, index) => ({ ...row, Park: index % 2 ? 'Yes' : 'No' })))
    const headings = ['Visit', 'Park', 'Films - Old', 'Films - New']
    return anonymised(definition, {
      'a.csv': csvOf(cells(96), headings),
      'b.csv': csvOf(
        cells(paper),
        headings.filter((heading) => heading !== lacks),
      ),
    })
  }

  it('marks whoever used the other, and is left out where these are few', async () => {
    const { artefact } = await run(3, 'Park')
    expect([...artefact.classes.leftOut]).toEqual(['park'])
  })

  it('so is one of which one option is lacking', async () => {
    expect([...(await run(3, 'Films - New')).artefact.classes.leftOut]).toEqual(['films'])
  })

  it('is shown where they are many', async () => {
    const { artefact, rows } = await run(30, 'Park')
    expect(artefact.classes.leftOut.size).toBe(0)
    expect(tally(rows, 'park')).toMatchObject({ '[not asked]': 30 })
  })
})

describe('a population made of answers that rows show', () => {
  const definition = (extra: string) => `responses: { file: r.csv, columns: { ward: Ward } }
variables:
  ward: { values: [North, South, East] }
questions:
  visit: { text: Visit, answers: ["Yes", "No"] }
  park: { text: Park, answers: ["Yes", "No"]${extra.startsWith(',') ? extra : ''} }
  why: { text: Why, answers: [Fun, Work], asked_if: { visit: "Yes" } }
${extra.startsWith(',') ? '' : extra}privacy: { publish: [ward] }
`
  const rows = (ward: string, yes: number, no: number) => [
    ...turns(yes, { Ward: ward, Visit: 'Yes' }, 'Park').map((row, index) => ({
      ...row,
      Why: index % 2 ? 'Fun' : 'Work',
    })),
    ...turns(no, { Ward: ward, Visit: 'No', Why: '' }, 'Park'),
  ]
  const received = csvOf([...rows('North', 4, 30), ...rows('South', 30, 30), ...rows('East', 30, 5)])

  it.each([
    'populations:\n  all: { title: All, base: all }\n  visitors: { title: Visitors, base: visitors, where: { visit: "Yes" } }\n',
    ', base: { visit: "Yes" }',
  ])('is not to be counted in a class where either side is small (%#)', async (extra) => {
    const { rows: published } = await anonymised(definition(extra), { 'r.csv': received })
    expect(shown(published, 'ward', 'visit')).toEqual({
      East: ['[not released]'],
      North: ['[not released]'],
      South: ['No', 'Yes'],
    })
    expect(shown(published, 'ward', 'why')).toMatchObject({
      East: ['[not released]'],
      North: ['[not released]'],
    })
    expect(shown(published, 'ward', 'park')).toMatchObject({ North: ['No', 'Yes'] })
  })

  it('is any number where no population is made of it', async () => {
    const { rows: published } = await anonymised(definition(''), { 'r.csv': received })
    expect(shown(published, 'ward', 'visit')).toMatchObject({ North: ['No', 'Yes'] })
  })
})

describe('a class that all gave one answer', () => {
  const definition = (sensitive = false) => `responses: { file: r.csv, columns: { ward: Ward } }
variables:
  ward: { values: [North, South, East] }
questions:
  evicted: { text: Evicted, answers: ["Yes", "No"]${sensitive ? ', sensitive: true' : ''} }
  visit: { text: Visit, answers: ["Yes", "No"] }
tables: { breakdowns: [ward] }
privacy: { publish: [ward] }
`
  const ward = (name: string, yes: number, no: number) => [
    ...turns(yes, { Ward: name, Evicted: 'Yes' }),
    ...turns(no, { Ward: name, Evicted: 'No' }),
  ]
  const run = (north: readonly Cells[], sensitive = false) =>
    anonymised(definition(sensitive), {
      'r.csv': csvOf([...north, ...ward('South', 20, 40), ...ward('East', 14, 16)]),
    })
  /** Whether rows of North, if they can be told, show any answer. */
  const told = ({ rows }: Anonymised) =>
    rows.some((row) => row['ward'] === 'North' && row['evicted'] !== '[not released]')

  it.each([12, 19])('of %i does not show it, and no other class does alone', async (count) => {
    const outcome = await run(ward('North', count, 0))
    expect(told(outcome)).toBe(false)
    const hidden = new Set(
      outcome.rows.filter((row) => row['evicted'] === '[not released]').map((row) => row['ward']),
    )
    expect(hidden.size).not.toBe(1)
  })

  it('of 20 shows it', async () => expect(told(await run(ward('North', 20, 0)))).toBe(true))

  it('is one of twelve where one differs, unless it is sensitive: he would know the rest', async () => {
    expect(told(await run(ward('North', 11, 1)))).toBe(true)
    expect(told(await run(ward('North', 11, 1), true))).toBe(false)
    expect(told(await run(ward('North', 10, 2), true))).toBe(true)
  })

  it('takes others with it, where few answered: what is left follows from the tables less the rows', async () => {
    const followed = `responses: { file: r.csv, columns: { ward: Ward } }
variables:
  ward: { values: [North, South, East] }
questions:
  ill: { text: Ill, answers: ["Yes", "No"] }
  long: { text: Long, answers: [Year, More], asked_if: { ill: "Yes" } }
tables: { breakdowns: [ward] }
privacy: { publish: [ward] }
`
    const rows = (name: string, ill: number, well: number, answers: readonly string[]) => [
      ...turns(ill, { Ward: name, Ill: 'Yes' }, 'Long', [...answers]),
      ...times(well, { Ward: name, Ill: 'No', Long: '' }),
    ]
    const received = csvOf([
      ...rows('North', 2, 12, ['Year']),
      ...rows('South', 100, 100, ['Year', 'More']),
      ...rows('East', 8, 92, ['Year', 'More']),
    ])
    const { rows: published, artefact } = await anonymised(followed, { 'r.csv': received })
    expect(shown(published, 'ward', 'long')).toEqual({
      East: ['[not released]'],
      North: ['[not released]'],
      South: ['More', 'Year', '[not asked]'],
    })
    expect(artefact.classes.withheld).toEqual(new Map([['long', new Set([1, 2])]]))
  })

  it('may be all rows together', async () => {
    const alone = definition().replace('publish: [ward]', 'publish: [], rules: { unanimity_below: 60 }')
    const { artefact } = await anonymised(alone, { 'r.csv': csvOf(ward('North', 50, 0)) })
    expect([...artefact.classes.leftOut]).toEqual(['evicted'])
  })

  it('is found in ticks and first places too', async () => {
    const several = `responses: { file: r.csv, columns: { ward: Ward } }
variables:
  ward: { values: [North, South, East] }
questions:
  films: { text: Films, kind: multiple, answers: [Old, New], separator: ";" }
  order: { text: Order, kind: ranking, answers: [Tea, Milk], separator: ";" }
tables: { breakdowns: [ward] }
privacy: { publish: [ward] }
`
    const cells = (name: string, count: number, films: readonly string[], order: readonly string[]) =>
      turns(count, { Ward: name }, 'Films', [...films]).map((row, index) => ({
        ...row,
        Order: order[index % order.length] ?? '',
      }))
    const { rows } = await anonymised(several, {
      'r.csv': csvOf([
        ...cells('North', 14, ['Old', 'Old;New'], ['Tea;Milk']),
        ...cells('South', 60, ['Old', 'New'], ['Tea;Milk', 'Milk;Tea']),
        ...cells('East', 30, ['Old', 'New'], ['Tea;Milk', 'Milk;Tea']),
      ]),
    })
    const north = rows.filter((row) => row['ward'] === 'North')
    for (const name of ['films_1', 'order_1'])
      expect(north.every((row) => row[name] === '[not released]')).toBe(true)
  })
})

describe('what leaves', () => {
  it('is no question about a fact that others can know, unless it is published as part of the key', async () => {
    const definition = `responses: { file: r.csv }
questions:
  born: { text: Born, answers: [Here, Near, Far] }
  visit: { text: Visit, answers: ["Yes", "No"] }
privacy: { publish: [born] }
`
    const received = csvOf([
      ...turns(40, { Born: 'Here' }),
      ...turns(30, { Born: 'Near' }),
      ...turns(4, { Born: 'Far' }),
    ])
    const { rows, artefact, counted } = await anonymised(definition, { 'r.csv': received })
    expect(tally(rows, 'born')).toEqual({ 'Near or Far': 34, Here: 40 })
    expect(tally(counted, 'born')).toEqual({ Far: 4, Here: 40, Near: 30 })
    expect(artefact.fields.map(({ name }) => name)).toEqual(['id', 'born', 'visit'])
  })
})

describe('a question that few of a class answered', () => {
  const definition = `responses: { file: r.csv, columns: { type: Type } }
variables:
  type: { values: [Parish, Charity, Resident, Visitor] }
questions:
  visit: { text: Visit, answers: ["Yes", "No"] }
  halls: { text: Halls, answers: [One, More] }
privacy: { publish: [type] }
`
  const type = (name: string, answered: number): readonly Cells[] =>
    turns(30, { Type: name }).map((row, index) => ({
      ...row,
      Halls: index >= answered ? '' : index % 2 === 0 ? 'One' : 'More',
    }))
  const run = (charities: number): Promise<Anonymised> =>
    anonymised(definition, {
      'r.csv': csvOf(
        [...type('Parish', 4), ...type('Charity', charities), ...type('Resident', 30), ...type('Visitor', 0)],
        ['Type', 'Visit', 'Halls'],
      ),
    })

  it('shows none of their answers, different as they are, and enough together with those of another class', async () => {
    const { rows } = await run(9)
    expect(shown(rows, 'type', 'halls')).toEqual({
      Charity: ['[not released]'],
      Parish: ['[not released]'],
      Resident: ['More', 'One'],
      Visitor: ['[no reply]'],
    })
  })

  it('costs the class with the fewest more answers where few would be missing alone', async () => {
    const { rows } = await run(10)
    const { Charity, Parish, Resident } = shown(rows, 'type', 'halls')
    expect([Charity, Parish]).toEqual([['[not released]'], ['[not released]']])
    expect(Resident).toEqual(['More', 'One'])
  })

  it('is shown where a base of them may be', async () => {
    const enough = csvOf(
      [...type('Parish', 10), ...type('Charity', 12), ...type('Resident', 30)],
      ['Type', 'Visit', 'Halls'],
    )
    const { rows } = await anonymised(definition, { 'r.csv': enough })
    expect(rows.filter((row) => row['halls'] === '[not released]')).toEqual([])
  })
})
