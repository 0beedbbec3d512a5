import { afterAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../pipeline/attack/findings.ts'
import { rowFindings } from '../../pipeline/attack/rows.ts'
import { publishedNames } from '../../pipeline/attack/rows-key.ts'
import type { PlannedQuestion, PlannedRows } from '../../pipeline/disclosure/index.ts'
import { identifier, literal } from '../../pipeline/engine/index.ts'
import type { RiskModel } from '../../pipeline/policy.ts'
import { type Cells, times } from '../support/consultation.ts'
import { testEngine } from '../support/engine.ts'
import { plan, question } from '../support/plans.ts'

const { engine } = await testEngine()
afterAll(() => engine.close())

const RULES = { minimum_class: 10, unanimity_below: 20, diversity: 2 }
const FEES = question('fees', ['high', 'fair'])
const row = (region: string, fees: string, more: Cells = {}): Cells => ({ region, fees, ...more })

/** What the attack finds in these rows, which are sorted and numbered unless told otherwise. */
async function found(
  rows: readonly Cells[],
  {
    questions = [FEES],
    published = ['region'],
    rules = {},
    asTheyAre = false,
    rows: inRows,
  }: {
    readonly questions?: readonly PlannedQuestion[]
    readonly published?: readonly string[]
    readonly rules?: Partial<RiskModel>
    readonly asTheyAre?: boolean
    readonly rows?: PlannedRows
  } = {},
): Promise<readonly Finding[]> {
  const names = Object.keys(rows[0] ?? {})
  const order = (one: Cells) => names.map((name) => one[name] ?? '').join('\0')
  const sorted = asTheyAre ? rows : [...rows].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  const all = names.includes('id') ? names : ['id', ...names]
  const lines = sorted.map(
    (one, index) => `(${all.map((name) => literal(one[name] ?? String(index + 1))).join(', ')})`,
  )
  await engine.run(
    `CREATE OR REPLACE TABLE attacked AS SELECT * FROM (VALUES ${lines.join(', ')}) t(${all.map(identifier).join(', ')})`,
  )
  return rowFindings(
    engine,
    plan(questions, { ...RULES, ...rules }, { published, ...(inRows === undefined ? {} : { rows: inRows }) }),
    'attacked',
  )
}

/** Twenty and more people of two regions, of whom some said either. */
const FINE = [
  ...times(8, row('North', 'high')),
  ...times(8, row('North', 'fair')),
  ...times(15, row('South', 'high')),
  ...times(5, row('South', 'fair')),
]
const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule)

describe('rows in which nobody stands alone', () => {
  it('give nothing away', async () => expect(await found(FINE)).toEqual([]))

  it('nor where nothing else is published of a person', async () => {
    expect(await found(times(30, { fees: 'high' }), { published: [] })).toEqual([])
  })
})

describe('small classes', () => {
  it('are found with their sizes and without their values', async () => {
    const findings = await found([...FINE, row('East', 'high'), ...times(9, row('West', 'high'))])
    expect(findings[0]).toEqual({
      rule: 'small class',
      group: 'region (2 of 4 combinations)',
      base: { least: 1, most: 9 },
      derived: [],
    })
    expect(JSON.stringify(findings)).not.toMatch(/East|West/)
  })

  it('are those of blanked values too, and of cells without anything', async () => {
    expect(rules(await found([...FINE, ...times(9, row('[not released]', 'high'))]))).toContain('small class')
    expect(rules(await found([...FINE, ...times(9, row('', 'high'))]))).toContain('small class')
  })

  it('are looked for over all that others can know, also what the plan does not speak of', async () => {
    const typed = FINE.map((one, index) => ({ ...one, type: index % 2 === 0 ? 'council' : 'fire' }))
    const of = async (published: readonly string[]) => (await found(typed, { published }))[0]?.group
    expect(await of(['region', 'type'])).toBe('region and type (2 of 4 combinations)')
    expect(await of(['region'])).toBe('region and type (2 of 4 combinations)')
  })

  it('are the whole file where it has too few', async () => {
    expect(await found(times(4, row('North', 'high')), { published: [] })).toContainEqual({
      rule: 'small class',
      group: 'all rows',
      base: { least: 4, most: 4 },
      derived: [],
    })
  })

  it('are as small as the rules of the release say', async () => {
    expect(rules(await found(FINE, { rules: { minimum_class: 17 } }))).toEqual(['small class'])
    expect(rules(await found(FINE, { rules: { minimum_class: 16 } }))).toEqual([])
  })
})

describe('who was asked', () => {
  const ASKED = question('grants', ['yes', 'no'])
  const asked = (count: number, region: string, grants: string, fees = 'high') => [
    ...times(Math.ceil(count / 2), row(region, fees, { grants })),
    ...times(Math.floor(count / 2), row(region, 'fair', { grants })),
  ]
  const both = (count: number, region: string) => [
    ...asked(Math.ceil(count / 2), region, 'yes'),
    ...asked(Math.floor(count / 2), region, 'no'),
  ]

  it.each([
    ['three who were not', [...both(30, 'North'), ...asked(3, 'North', '[not asked]')]],
    ['three who were', [...asked(30, 'North', '[not asked]'), ...both(3, 'North')]],
    [
      'three with nothing instead of who was asked',
      [...both(30, 'North'), ...asked(3, 'North', '[not released]'), ...asked(20, 'South', '[not asked]')],
    ],
  ])('tells %s', async (_, rows) => {
    const findings = await found(rows, { questions: [FEES, ASKED] })
    expect(findings[0]).toMatchObject({
      rule: 'small class',
      group: expect.stringMatching(/^region and who was asked grants /),
      base: { least: 3, most: 3 },
    })
  })

  it('is no matter where each side of a class has enough, or a class has one side', async () => {
    const rows = [...both(30, 'North'), ...asked(10, 'North', '[not asked]'), ...both(30, 'South')]
    expect(await found(rows, { questions: [FEES, ASKED] })).toEqual([])
  })

  it('is no matter where the answers to another question say it', async () => {
    const routed = { ...ASKED, routedBy: ['fees'] }
    const rows = [
      ...asked(6, 'North', '[not asked]', 'fair'),
      ...times(15, row('North', 'high', { grants: 'no' })),
    ]
    const some = [...rows, ...times(15, row('North', 'high', { grants: 'yes' }))]
    expect(await found(some, { questions: [FEES, routed] })).toEqual([])
    const older = { ...ASKED, askedIf: [{ question: 'fees', how: 'any' as const, answers: ['high'] }] }
    expect(await found(some, { questions: [FEES, older] })).toEqual([])
    expect(rules(await found(some, { questions: [FEES, ASKED] }))).toContain('small class')
  })

  it('is one where answers say it of some only', async () => {
    const routed = { ...ASKED, routedBy: ['fees'] }
    const rows = (unexplained: number, others: number) => [
      ...times(unexplained, row('North', 'high', { grants: '[not asked]' })),
      ...times(15, row('North', 'high', { grants: 'no' })),
      ...times(15, row('North', 'high', { grants: 'yes' })),
      ...times(others, row('North', 'fair', { grants: '[not asked]' })),
    ]
    expect(rules(await found(rows(3, 6), { questions: [FEES, routed] }))).toContain('small class')
    // Those whose answers explain that they were not asked may be of the same kind: enough to hide among.
    expect(await found(rows(3, 7), { questions: [FEES, routed] })).toEqual([])
  })

  it('tells few by two questions together that neither tells alone', async () => {
    const LOANS = question('loans', ['yes', 'no'])
    const cells = (count: number, grants: string, loans: string) =>
      times(count, row('North', count % 2 ? 'high' : 'fair', { grants, loans }))
    const sides = (few: number) => [
      ...cells(12, 'yes', '[not asked]'),
      ...cells(13, 'no', '[not asked]'),
      ...cells(12, '[not asked]', 'yes'),
      ...cells(13, '[not asked]', 'no'),
      ...cells(few, '[not asked]', '[not asked]'),
    ]
    const findings = await found(sides(5), { questions: [FEES, ASKED, LOANS] })
    expect(findings[0]?.group).toMatch(/^region, who was asked grants and who was asked loans /)
    expect(rules(await found(sides(25), { questions: [FEES, ASKED, LOANS] }))).toEqual([])
  })
})

describe('classes of people who said the same', () => {
  it('are not those that share a question which is published as a fact about the person', async () => {
    const born = ['here', 'elsewhere'].flatMap((place) => FINE.map((one) => ({ ...one, born: place })))
    const questions = [FEES, question('born', ['here', 'elsewhere'])]
    expect(await found(born, { questions, published: ['region', 'born'] })).toEqual([])
  })

  const SAME = [...FINE, ...times(12, row('East', 'high'))]

  it('are found by question, group and size', async () => {
    expect(await found(SAME)).toEqual([
      {
        rule: 'same answer in rows',
        question: 'fees',
        group: 'region',
        base: { least: 12, most: 12 },
        derived: [],
      },
    ])
  })

  it('also where others of the class did not answer', async () => {
    const findings = await found([
      ...FINE,
      ...times(9, row('East', '[no reply]')),
      ...times(3, row('East', 'fair')),
    ])
    expect(findings).toMatchObject([{ rule: 'same answer in rows', base: { least: 3, most: 3 } }])
  })

  it('are no matter where they are large, or nobody answered', async () => {
    expect(await found([...FINE, ...times(20, row('East', 'high'))])).toEqual([])
    expect(await found([...FINE, ...times(12, row('East', '[not released]'))])).toEqual([])
  })

  it('are found where all ticked the same, or ranked the same first', async () => {
    const films = {
      ...question('films', ['old', 'new'], { rows: 'several', replies: ['true', 'false'] }),
      columns: [
        { row: 'old', name: 'films_1', value: 'true' },
        { row: 'new', name: 'films_2', value: 'true' },
      ],
    }
    const ticked = (region: string, old: string, recent: string) => ({
      region,
      films_1: old,
      films_2: recent,
    })
    const mixed = [
      ...times(6, ticked('North', 'true', 'false')),
      ...times(6, ticked('North', 'false', 'true')),
    ]
    const others = times(25, ticked('South', 'true', 'true'))
    const some = [...mixed, ...others]
    expect(await found(some, { questions: [films] })).toEqual([])
    const all = [
      ...some,
      ...times(6, ticked('East', 'true', 'true')),
      ...times(6, ticked('East', 'true', 'false')),
    ]
    expect(rules(await found(all, { questions: [films] }))).toEqual(['same answer in rows'])
    // That nobody ticked one is no answer that all of them gave.
    const none = [...some, ...times(12, ticked('East', 'false', 'false'))]
    expect(await found(none, { questions: [films] })).toEqual([])
  })

  it('are found where few of a class answered, however different', async () => {
    const class_ = (answered: number) => [
      ...FINE,
      ...times(Math.floor(answered / 2), row('East', 'high')),
      ...times(Math.ceil(answered / 2), row('East', 'fair')),
      ...times(30 - answered, row('East', '[no reply]')),
    ]
    const base = { rules: { minimum_base: 10 } }
    expect(await found(class_(9), base)).toMatchObject([
      { rule: 'few answers in rows', group: 'region', base: { least: 9, most: 9 } },
    ])
    expect(await found(class_(10), base)).toEqual([])
    expect(await found(class_(0), base)).toEqual([])
  })

  it('are all rows too, by who answered', async () => {
    const rows = [...times(12, row('North', 'high')), ...times(30, row('North', '[no reply]'))]
    expect(await found(rows)).toMatchObject([{ rule: 'same answer in rows', group: 'all rows' }])
    expect(await found([...rows, row('North', 'fair')])).toEqual([])
  })

  it('are found in sensitive questions where one alone differs, or in classes of any size', async () => {
    const ill = { ...FEES, sensitive: true as const }
    const oneDiffers = [...FINE, ...times(11, row('East', 'high')), row('East', 'fair')]
    expect(await found(oneDiffers)).toEqual([])
    expect(rules(await found(oneDiffers, { questions: [ill] }))).toEqual(['same answer in rows'])
    expect(await found([...oneDiffers, row('East', 'fair')], { questions: [ill] })).toEqual([])
    const large = [...FINE, ...times(50, row('East', 'high'))]
    expect(rules(await found(large, { questions: [ill] }))).toEqual(['same answer in rows'])
  })
})

describe('the order of rows', () => {
  const SORTED = [...times(25, row('North', 'fair')), ...times(25, row('North', 'high'))]

  it('says nothing where rows are sorted column by column, by code units', async () => {
    expect(await found(SORTED, { asTheyAre: true })).toEqual([])
    const capitals = ['Z', 'a', 'é'].flatMap((region) => times(25, row(region, 'fair')))
    expect(await found(capitals, { asTheyAre: true })).toEqual([])
  })

  it('is found where a single row stands elsewhere', async () => {
    const moved = [...SORTED.slice(1), ...SORTED.slice(0, 1)]
    expect(rules(await found(moved, { asTheyAre: true }))).toEqual(['order of rows'])
    expect(rules(await found([...SORTED].reverse(), { asTheyAre: true }))).toEqual(['order of rows'])
  })

  it('is found where rows are not numbered one by one', async () => {
    const numbered = (number: (index: number) => number) =>
      SORTED.map((one, index) => ({ id: String(number(index)), ...one }))
    expect(
      await found(
        numbered((index) => index + 1),
        { asTheyAre: true },
      ),
    ).toEqual([])
    for (const number of [
      (index: number) => index,
      (index: number) => 50 - index,
      (index: number) => index * 7,
    ])
      expect(rules(await found(numbered(number), { asTheyAre: true }))).toEqual(['order of rows'])
  })
})

describe('a plan that says what stands in the rows', () => {
  const withheld = question('fees', ['high', 'fair'], { columns: [], replies: [] })
  const rows = {
    identifying: ['region'],
    answers: [{ question: 'fees', of: 'answer' as const, columns: ['fees'] }],
  }
  const told = async (lines: readonly Cells[], planned = rows) =>
    rules(await found(lines, { questions: [withheld], published: [], rows: planned }))

  it('is read where tables are not compared with the answers, or variables are coarser than in tables', async () => {
    expect(await told(FINE)).toEqual([])
    expect(await told([...FINE, ...times(12, row('East', 'high'))])).toEqual(['same answer in rows'])
    expect(await told([...FINE, row('East', 'high')])).toEqual(['small class'])
  })

  it('tells ticks and ranks', async () => {
    const options = question('fees', ['old', 'new'], { rows: 'several', columns: [], replies: [] })
    const of = async (kind: 'ticks' | 'ranks', cells: readonly [string, string]) => {
      const planned = {
        identifying: ['region'],
        answers: [{ question: 'fees', of: kind, columns: ['fees_1', 'fees_2'] }],
      }
      const lines = times(12, { region: 'North', fees_1: cells[0], fees_2: cells[1] })
      return rules(await found(lines, { questions: [options], published: [], rows: planned }))
    }
    expect(await of('ticks', ['true', 'false'])).toEqual(['same answer in rows'])
    expect(await of('ticks', ['false', 'false'])).toEqual([])
    expect(await of('ranks', ['2', '1'])).toEqual(['same answer in rows'])
    expect(await of('ranks', ['[no reply]', '[no reply]'])).toEqual([])
  })
})

it('reads published variables listed alone and with their values', () => {
  expect(publishedNames(['region', { id: 'type' }])).toEqual(['region', 'type'])
})
