import { describe, expect, it } from 'vitest'
import {
  type Cells,
  columnOf,
  csvOf,
  lineOf,
  percentOf,
  publishAll as publish,
  publish as publishByRules,
  refuse,
  times,
} from './support/consultation.ts'

const row = (use: string, how: string, trust: string, why: string): Cells => ({
  Use: use,
  How: how,
  Trust: trust,
  Why: why,
})

/** use, how, trust, why: 10 users who say it all, 6 users who leave out how, 9 non-users, 5 who say nothing of use. */
const PEOPLE: readonly Cells[] = [
  ...times(10, row('Yes', 'Bus;Train', 'High', 'Near')),
  ...times(6, row('Yes', '', 'Low', '')),
  ...times(9, row('No', 'Bus', 'N/A', 'Far')),
  ...times(5, row('', '', 'High', '')),
]

const QUESTIONS = `responses: { file: r.csv }
questions:
  use: { text: Use, answers: ["Yes", "No"] }
  how: { text: How, kind: multiple, answers: [Bus, Train, Walk], asked_if: { use: "Yes" } }
  trust: { text: Trust, answers: [High, Low, N/A] }
  why: { text: Why, answers: [Near, Far], asked_if: { use: "Yes" } }
`

const with_ = (question: string, more: string) =>
  QUESTIONS.replace(new RegExp(`( {2}${question}: .*) }\\n`), `$1, ${more} }\n`)

describe('the base of percentages', () => {
  it('is those who answered, unless it is said otherwise; N/A is an answer', () => {
    const outcome = publish(QUESTIONS, { 'r.csv': csvOf(PEOPLE) })
    expect(columnOf(outcome, '1')).toEqual({ Yes: percentOf(16, 25), No: percentOf(9, 25), Total: '100' })
    expect(lineOf(outcome, { table: '1', row: 'Yes' })['base']).toBe('25')
    // Non-users were not asked, whatever they wrote.
    expect(columnOf(outcome, '2')).toEqual({ Bus: '100', Train: '100', Walk: '0' })
    expect(lineOf(outcome, { table: '2', row: 'Bus' })).toMatchObject({
      base: '10',
      base_description: 'all respondents who answered yes in Table 1',
    })
    expect(columnOf(outcome, '3')).toEqual({ High: '50', Low: '20', 'N/A': '30', Total: '100' })
    const removed = outcome.responses.filter((one) => one['how_1'] === '[not asked]')
    expect(removed.length).toBe(14)
  })

  it('does not say of a population again what makes it one', () => {
    const users = `populations: { users: { title: Users, base: all users, where: { use: "Yes" } } }\n`
    const outcome = publish(`${QUESTIONS}${users}`, { 'r.csv': csvOf(PEOPLE) })
    expect(lineOf(outcome, { table: '2', row: 'Bus', population: 'users' })['base_description']).toBe(
      'all users',
    )
  })

  it('N/A is no reply where the file says so', () => {
    const outcome = publish(
      QUESTIONS.replace('r.csv }', 'r.csv, missing: [N/A, "."] }').replace(', N/A]', ']'),
      { 'r.csv': csvOf(PEOPLE) },
    )
    expect(columnOf(outcome, '3')).toEqual({ High: percentOf(15, 21), Low: percentOf(6, 21), Total: '100' })
    expect(lineOf(outcome, { table: '3', row: 'Low' })['base']).toBe('21')
  })

  it('asked: those asked, with a row for no reply, and nobody who was not', () => {
    const definition = with_('how', 'base: asked').replace(
      'Walk]',
      'Walk], nets: { Any wheels: [Bus, Train] }',
    )
    const outcome = publish(
      definition.replace(
        'answers: [Near, Far]',
        'answers: [Near, Far], base: asked, statistics: [count, percent]',
      ),
      { 'r.csv': csvOf(PEOPLE) },
    )
    expect(columnOf(outcome, '2')).toEqual({
      Bus: percentOf(10, 16),
      Train: percentOf(10, 16),
      Walk: '0',
      'No reply': percentOf(6, 16),
      'Any wheels': percentOf(10, 16),
    })
    const why = { Near: '10', Far: '0', 'No reply': '6', Total: '16' }
    expect(columnOf(outcome, '4', { statistic: 'count' })).toEqual(why)
    expect(lineOf(outcome, { table: '4', row: 'Near' })['base_description']).toBe(
      'all respondents who answered yes in Table 1, whether or not they replied',
    )
  })

  it('a rule: any label of a list, all, none, answered', () => {
    const bus = (one: Cells) => one['Use'] === 'Yes' && one['How'] !== ''
    const rules: readonly (readonly [string, (one: Cells) => boolean])[] = [
      ['{ how: [Bus, Walk] }', bus],
      ['{ how: { all: [Bus, Train] } }', bus],
      ['{ how: { all: [Bus, Walk] } }', () => false],
      ['{ how: { none: [Walk] } }', bus],
      ['{ how: { none: [Train] } }', () => false],
      ['{ how: { answered: true } }', bus],
      ['{ use: { none: ["Yes"] } }', (one) => one['Use'] === 'No'],
      ['{ use: { answered: true } }', (one) => one['Use'] !== ''],
      ['{ trust: { none: [N/A] } }', (one) => one['Trust'] !== 'N/A'],
      ['{ trust: [High, N/A], use: ["Yes", "No"] }', (one) => one['Trust'] !== 'Low' && one['Use'] !== ''],
    ]
    const rest = '[High, Low, N/A], statistics: [count], base_description: of the rule'
    const questions = rules.map(
      ([rule], index) => `  t${index}: { text: T${index}, answers: ${rest}, base: ${rule} }\n`,
    )
    const people = [...PEOPLE, ...times(2, row('No', '', 'High', ''))]
    const copies = (one: Cells) =>
      Object.fromEntries(rules.map((_, index) => [`T${index}`, one['Trust'] ?? '']))
    const outcome = publish(QUESTIONS + questions.join(''), {
      'r.csv': csvOf(people.map((one) => ({ ...one, ...copies(one) }))),
    })
    for (const [index, [rule, holds]] of rules.entries()) {
      const inBase = people.filter(holds)
      const high = inBase.filter((one) => one['Trust'] === 'High').length
      const line = lineOf(outcome, { table: String(5 + index), row: 'High', statistic: 'count' })
      const { value, base, base_description: words } = line
      expect([rule, value, base, words]).toEqual([rule, String(high), String(inBase.length), 'of the rule'])
    }
  })
})

describe('a base of all who were asked', () => {
  const how =
    'questions:\n  how: { text: How, kind: multiple, answers: [Bus, Walk], base: asked, statistics: [count] }\n'

  it('leaves out answers that are errors: nobody knows what they were meant to say', () => {
    const definition = `responses: { file: r.csv }\n${how}  sure: { text: Sure, answers: ["Yes"] }\ncleaning: { unlisted_answers: error }\n`
    const cells = { Bus: 24, Magic: 6, 'Bus;Magic': 4, '': 8 }
    const rows = Object.entries(cells).flatMap(([cell, count]) => times(count, { How: cell, Sure: 'Yes' }))
    const outcome = publish(definition, { 'r.csv': csvOf(rows) })
    const counts = { Bus: '28', Walk: '0', 'No reply': '8' }
    expect(columnOf(outcome, '1', { statistic: 'count' })).toEqual(counts)
    expect(lineOf(outcome, { table: '1', row: 'Bus', statistic: 'count' })['base']).toBe('36')
    expect(outcome.responses.filter((one) => one['how_1'] === '[error]').length).toBe(6)
  })

  it('holds those who left out a question that their file offers with fewer answers', () => {
    const full = { 'How - Bus': '1', 'How - Walk': '0', Sure: 'Yes' }
    const short = { 'How - Bus': '1', Sure: 'Yes' }
    const outcome = publish(
      `responses: [{ file: a.csv }, { file: b.csv }]\n${how}  sure: { text: Sure, answers: ["Yes"] }\n`,
      {
        'a.csv': csvOf([...times(12, full), ...times(3, { ...full, 'How - Bus': '' })]),
        'b.csv': csvOf([...times(12, short), ...times(3, { ...short, 'How - Bus': '' })]),
      },
    )
    expect(columnOf(outcome, '1', { statistic: 'count' })).toEqual({ Bus: '24', Walk: '0', 'No reply': '6' })
  })
})

describe('a base by answers to a question that has such a base itself', () => {
  it('is of all who gave them, more than its table counts', () => {
    const people = [
      ...times(30, { Ward: 'North', Use: 'Yes', How: 'Bus', Why: 'Near' }),
      ...times(30, { Ward: 'South', Use: 'No', How: 'Bus', Why: 'Far' }),
      ...times(12, { Ward: 'South', Use: 'Yes', How: 'Train', Why: '' }),
      ...times(4, { Ward: 'East', Use: 'No', How: 'Bus', Why: 'Far' }),
      ...times(20, { Ward: 'West', Use: 'Yes', How: 'Train', Why: '' }),
    ]
    const outcome = publishByRules(
      `responses: { file: r.csv, columns: { ward: Ward } }
variables:
  ward: { values: [North, South, East, West] }
questions:
  use: { text: Use, answers: ["Yes", "No"] }
  how: { text: How, answers: [Bus, Train], base: { use: "Yes" }, base_description: of users }
  why: { text: Why, answers: [Near, Far], base: { how: Bus }, base_description: of those who come by bus }
tables: { breakdowns: [ward] }
privacy: { publish: [] }
`,
      { 'r.csv': csvOf(people) },
    )
    expect(lineOf(outcome, { table: '2', row: 'Bus' })['base']).toBe('62')
    expect(lineOf(outcome, { table: '3', row: 'Near' })['base']).toBe('64')
  })
})

describe('rules that nobody can meet', () => {
  it('none of all the answers, or all of two where one was allowed: nobody, and no crash', () => {
    const definition = `${QUESTIONS}populations:
  everyone: { title: Everyone, base: all }
  neither: { title: Neither, base: nobody, where: { use: { none: ["Yes", "No"] } } }
  both: { title: Both, base: nobody, where: { use: { all: ["Yes", "No"] } } }
`
    const outcome = publish(definition, { 'r.csv': csvOf(PEOPLE) })
    for (const population of ['neither', 'both']) {
      const line = lineOf(outcome, { table: '1', row: 'Yes', population })
      expect([population, line['value'], line['status'], line['base']]).toEqual([population, '', 'z', '0'])
    }
    expect(outcome.said).toContain('No response belongs to the population “Neither”')
    expect(outcome.said).toContain('No response belongs to the population “Both”')
    expect(outcome.said).toContain('warning')
  })

  it('an empty population has status z in every statistic', () => {
    const statistics = 'statistics: [count, percent, total, mean, median]'
    const definition = `${with_('trust', `kind: scale, ${statistics}`)}  spend: { text: Spend, kind: number, bands: [{ label: All }], ${statistics} }
  rank: { text: Rank, kind: ranking, answers: [A, B], statistics: [percent, mean] }
populations:
  everyone: { title: Everyone, base: all }
  nobody: { title: Nobody, base: nobody, where: { use: "No", trust: High } }
tables: { precision: true, significance: true }
`
    const outcome = publish(definition, {
      'r.csv': csvOf(
        PEOPLE.map((one, index) => ({ ...one, Spend: String(index % 7), Rank: index % 2 ? 'A;B' : 'B;A' })),
      ),
    })
    const ofNobody = outcome.tables.filter(({ population = '' }) => population.includes('nobody'))
    expect(ofNobody.length).toBeGreaterThan(50)
    const wrong = ofNobody.filter(
      ({ statistic, status, value }) => status !== 'z' && !(statistic === 'count' && value === '0'),
    )
    expect(wrong).toEqual([])
  })
})

describe('a question that nobody answered', () => {
  it('has a table that says so', () => {
    const definition = `${QUESTIONS}  never: { text: Never, kind: scale, answers: [Good, Bad], statistics: [count, percent, mean], nets: { Any: [Good, Bad] } }
  ranks: { text: Ranks, kind: ranking, answers: [A, B], statistics: [percent, mean] }
  sum: { text: Sum, kind: number, bands: [{ label: Under 5, below: 5 }, { label: 5 or more }], statistics: [percent, mean, median, total] }
  day: { text: Day, kind: date, bands: [{ label: All }] }
tables: { precision: true }
`
    const blank = { Never: '', Ranks: '', Sum: '', Day: '' }
    const outcome = publish(definition, { 'r.csv': csvOf(PEOPLE.map((one) => ({ ...one, ...blank }))) })
    for (const table of ['5', '6', '7', '8', '5_estimates', '6_estimates', '7_estimates']) {
      const lines = outcome.tables.filter((one) => one['table'] === table)
      expect(lines.length, table).toBeGreaterThan(1)
      for (const line of lines) {
        expect([table, line['base']]).toEqual([table, '0'])
        if (line['statistic'] !== 'count')
          expect([table, line['status'], line['value']]).toEqual([table, 'z', ''])
      }
    }
    const workbook = outcome.release.get('README.md')?.toString() ?? ''
    expect(workbook).not.toContain('NaN')
  })

  it('is refused where it is the only one: there is no response at all', () => {
    const csv = csvOf(times(12, { Use: '', Id: 'x' }))
    const refused = refuse(
      3,
      'responses: { file: r.csv, ignore: [Id] }\nquestions:\n  use: { text: Use, answers: ["Yes", "No"] }\n',
      {
        'r.csv': csv,
      },
    )
    expect(refused.said).toContain('No response is left')
  })
})

describe('a base under ten', () => {
  it('shows no figure, and neither does its mean', () => {
    const rows = [...times(9, { Use: 'Yes', Rate: 'Good' }), ...times(11, { Use: 'No', Rate: '' })]
    const outcome = publishByRules(
      'responses: { file: r.csv }\nquestions:\n  use: { text: Use, answers: ["Yes", "No"] }\n  rate: { text: Rate, kind: scale, answers: [Good, Bad], statistics: [count, percent, mean] }\n',
      { 'r.csv': csvOf(rows) },
    )
    const shown = outcome.tables.filter((one) => one['table']?.startsWith('2') && one['value'] !== '')
    expect(shown).toEqual([])
    expect(lineOf(outcome, { table: '1', row: 'Yes' })['value']).toBe('45')
  })
})
