import { describe, expect, test } from 'vitest'
import { type MappingInput, mapColumns, type WantedColumn } from '../../pipeline/1-collect/column-mapping.ts'
import { normaliseHeading } from '../../pipeline/1-collect/normalise-heading.ts'
import { nearest } from '../../pipeline/definition/index.ts'

const OFSTED = 'If you answered yes, should that inspection be carried out by Ofsted?'
const REPORTS = 'Should all corporate peer challenge reports be published?'

const question = (number: number, text: string, required = false): WantedColumn => ({
  name: `q${number}`,
  candidates: [`${number}. ${text}`, `Q${number}. ${text}`, text, `q${number}`],
  required,
})
const named = (name: string, heading: string): WantedColumn => ({
  name,
  heading,
  candidates: [],
  required: true,
})

function map(
  headings: readonly string[],
  wanted: readonly WantedColumn[],
  lists: Partial<MappingInput> = {},
) {
  const { value, issues } = mapColumns({
    file: 'responses.csv',
    headings,
    wanted,
    identifying: [],
    ignore: [],
    ...lists,
  })
  return { columns: Object.fromEntries(value.columns), issues, codes: issues.map(({ code }) => code) }
}

describe('headings the author named', () => {
  test('are found, letter for letter before typing', () => {
    const { columns, codes } = map(['ROLE', 'Role', 'Name\u00a0 ', 'id'], [named('role', 'Role')], {
      identifying: ['name'],
      ignore: ['ROLE', 'id'],
    })
    expect(codes).toEqual([])
    expect(columns).toEqual({ role: 1 })
  })

  test('that are not there are errors, with the nearest', () => {
    const { issues } = map(
      ['Your rôle', 'E-mail', 'Status', 'q1'],
      [named('role', 'Your role'), question(1, 'x')],
      {
        identifying: ['Email'],
        ignore: ['Favourite colour'],
      },
    )
    expect(issues.map(({ code, message, advice }) => [code, message, advice])).toEqual(
      expect.arrayContaining([
        [
          'collect/heading-not-found',
          expect.stringContaining('“Your role”, which the definition names for `role`'),
          'Did you mean “Your rôle”?',
        ],
        [
          'collect/heading-not-found',
          expect.stringContaining('“Email”, which the definition names for `identifying:`'),
          'Did you mean “E-mail”?',
        ],
        [
          'collect/heading-not-found',
          expect.stringContaining('for `ignore:`'),
          expect.not.stringContaining('Did you mean'),
        ],
      ]),
    )
    expect(issues.every(({ severity, file }) => severity === 'error' && file === 'responses.csv')).toBe(true)
  })

  test.each([
    ['two names', [named('role', 'A'), named('region', 'A')], {}],
    ['a name and identifying', [named('role', 'A')], { identifying: ['A'] }],
    ['a name and ignore', [named('role', 'A')], { ignore: ['A'] }],
  ])('cannot be for %s', (_, wanted, lists) => {
    expect(map(['A'], wanted, lists).codes).toEqual(['collect/heading-mapped-twice'])
  })

  test('that the file has twice can be left out but not used', () => {
    expect(
      map(['id', 'Comments', 'Comments'], [named('link', 'id')], { ignore: ['Comments'] }).codes,
    ).toEqual([])
    const { codes, issues } = map(
      ['id', 'Comments', 'Comments'],
      [named('link', 'id'), named('remark', 'Comments')],
    )
    expect(codes).toContain('collect/ambiguous-heading')
    expect(issues[0]?.message).toContain('column 2 (B), 3 (C)')
  })
})

describe('headings by convention', () => {
  test.each([
    REPORTS,
    `9. ${REPORTS}`,
    `Q9 ${REPORTS}`,
    `9) ${REPORTS}`,
    `Question 9: ${REPORTS}`,
    `  ${REPORTS.toUpperCase()} `,
    `9.\u00a0${REPORTS.replaceAll(' ', '\n')}`,
    'Q9',
    'q9',
  ])('%j', (heading) => {
    const { columns, codes } = map(['id', heading], [named('link', 'id'), question(9, REPORTS)])
    expect(codes).toEqual([])
    expect(columns).toEqual({ link: 0, q9: 1 })
  })

  test('quotes and dashes need not be typed alike', () => {
    const ours = question(15, "councils' school – improvement services")
    expect(map(['15. Councils’ school - improvement services'], [ours]).columns).toEqual({ q15: 0 })
  })

  test('a number that differs does not matter where the words are one question’s only', () => {
    expect(map([`Q12. ${REPORTS}`], [question(9, REPORTS)]).columns).toEqual({ q9: 0 })
  })

  test('a heading named for something else is not taken', () => {
    const wanted = [
      named('unit_name', 'Name'),
      question(1, 'Email'),
      question(2, 'Name'),
      question(3, 'Region'),
    ]
    const { columns } = map(['Name', 'Email', 'Region'], wanted, { identifying: ['Email'] })
    expect(columns).toEqual({ unit_name: 0, q3: 2 })
  })

  test('the surest candidate wins over a later one', () => {
    const { columns, codes } = map(['q9', REPORTS], [question(9, REPORTS)], { ignore: ['q9'] })
    expect(codes).toEqual([])
    expect(columns).toEqual({ q9: 1 })
    expect(map(['q9', REPORTS], [question(9, REPORTS)]).codes).toEqual(['collect/column-not-accounted-for'])
  })
})

describe('questions with the same wording', () => {
  const twins = [question(14, OFSTED), question(16, OFSTED)]

  test('are told apart by number, in any order', () => {
    expect(map([`Q16. ${OFSTED}`, `14) ${OFSTED}`], twins)).toMatchObject({
      columns: { q14: 1, q16: 0 },
      codes: [],
    })
    expect(map(['q14', 'q16'], twins).columns).toEqual({ q14: 0, q16: 1 })
  })

  test('are ambiguous without numbers', () => {
    const { codes, issues, columns } = map([OFSTED, `${OFSTED} `], twins)
    expect(codes).toEqual(['collect/ambiguous-heading'])
    expect(issues[0]?.message).toContain('`q14`, `q16`')
    expect(columns).toEqual({})
  })

  test('are ambiguous when the platform counts differently: its 16 is our 14', () => {
    const { codes, columns } = map([`16. ${OFSTED}`, `18. ${OFSTED}`], twins)
    expect(codes).toEqual(['collect/ambiguous-heading'])
    expect(columns).toEqual({})
  })

  test('are settled by naming the headings', () => {
    const wanted = [
      { ...question(14, OFSTED), heading: `16. ${OFSTED}` },
      { ...question(16, OFSTED), heading: `18. ${OFSTED}` },
    ]
    expect(map([`16. ${OFSTED}`, `18. ${OFSTED}`], wanted)).toMatchObject({
      columns: { q14: 0, q16: 1 },
      codes: [],
    })
    const [first] = wanted
    expect(
      map([`16. ${OFSTED}`, `18. ${OFSTED}`], [...(first ? [first] : []), question(16, OFSTED)]),
    ).toMatchObject({ columns: { q14: 0, q16: 1 }, codes: [] })
  })
})

describe('nothing slips through', () => {
  test('a column nobody accounted for is an error, with what it may be', () => {
    const { issues } = map(
      ['id', 'Shoud all corporate peer challenge reports be published', 'IP'],
      [named('link', 'id'), question(9, REPORTS)],
    )
    expect(issues).toMatchObject([
      {
        code: 'collect/column-not-accounted-for',
        message: expect.stringContaining('Column 2 (B)'),
        advice: expect.stringContaining('It is close to “'),
      },
      {
        code: 'collect/column-not-accounted-for',
        column: 'IP',
        advice: expect.not.stringContaining('close'),
      },
    ])
  })

  test('a required column that is missing is an error, an optional one is not', () => {
    const { issues } = map(['id', 'x'], [named('link', 'id'), question(1, 'One', true), question(2, 'Two')], {
      ignore: ['x'],
    })
    expect(issues).toMatchObject([{ code: 'collect/column-missing', column: 'q1', expected: '1. One' }])
  })

  test('a first row that is all unknown may be a respondent’s, and is not repeated', () => {
    const { issues } = map(
      ['Yes', 'My name is Ann and I live next door'],
      [question(1, 'One'), named('link', 'id')],
    )
    expect(issues).toMatchObject([{ code: 'collect/no-headings' }])
    expect(JSON.stringify(issues)).not.toContain('Ann')
  })

  test('blank headings are left to checkHeadings', () => {
    expect(map(['id', ''], [named('link', 'id')]).codes).toEqual([])
  })
})

test.each([
  ['13. Is it?', 'is it?', '13'],
  ['13.Is it?', 'is it?', '13'],
  ['Q13: – Is it?', 'is it?', '13'],
  ['24a) Why', 'why', '24a'],
  ['Q1.2 Why', 'why', '1.2'],
  ['Q13', 'q13', '13'],
  ['Q13. 2015 budget', '2015 budget', '13'],
  ['2015 budget', '2015 budget', undefined],
  ['13.5 miles', '13.5 miles', undefined],
  ['5 stars', '5 stars', undefined],
  ['q13_other', 'q13_other', undefined],
  ['Quality', 'quality', undefined],
])('normaliseHeading(%j)', (heading, bare, number) => {
  expect(normaliseHeading(heading)).toMatchObject(number === undefined ? { bare } : { bare, number })
  expect(normaliseHeading(heading).number).toBe(number)
})

test('nearest suggests what is close and nothing else', () => {
  expect(nearest('Regoin', ['Role', 'Region', 'Reason'])).toBe('Region')
  expect(nearest('Postcode', ['Role', 'Region'])).toBeUndefined()
})
