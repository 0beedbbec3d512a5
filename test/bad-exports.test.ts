import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type Cells,
  columnOf,
  consult,
  csvOf,
  publishAll as publish,
  refuse,
  times,
} from './support/consultation.ts'
import { tree } from './support/stocktake.ts'

/** Words of a respondent that no message may hold. */
const CANARY = 'zebrafinch'

const QUESTIONS = `questions:
  use: { text: Do you use it?, answers: ["Yes", "No"], statistics: [count] }
  why: { text: Why is that?, kind: open }
`
const PLAIN = `responses: { file: r.csv }\n${QUESTIONS}`
const row = (use: string): Cells => ({ 'Do you use it?': use, 'Why is that?': `the ${CANARY} said` })
const GOOD = [...times(12, row('Yes')), ...times(8, row('No'))]

/** Runs and expects a refusal that gives no respondent away. */
function refused(exitCode: number, definition: string, csv: string): string {
  const { said } = refuse(exitCode, definition, { 'r.csv': csv })
  expect(said).not.toContain(CANARY)
  return said
}

/** A SurveyMonkey export: two rows of headings. */
const MONKEY = [
  'Respondent ID,Collector ID,Start Date,End Date,Do you use it?,Why is that?',
  ',,,,Response,Open-Ended Response',
  ...Array.from(
    { length: 20 },
    (_, index) =>
      `${1000 + index},7,03/${10 + (index % 9)}/2026,03/${10 + (index % 9)}/2026,${index < 12 ? 'Yes' : 'No'},the ${CANARY} said`,
  ),
]
/** A Qualtrics export: three. */
const QUALTRICS = [
  'StartDate,EndDate,Status,Finished,ResponseId,Q1,Q2',
  'Start Date,End Date,Response Type,Finished,Response ID,Do you use it?,Why is that?',
  '"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"',
  ...Array.from(
    { length: 20 },
    (_, index) =>
      `2026-03-10,2026-03-10,IP Address,True,R_${index}abcdefghijk,${index < 12 ? 'Yes' : 'No'},the ${CANARY} said`,
  ),
]
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`
const on = (platform: string) => PLAIN.replace('r.csv }', `r.csv, platform: ${platform} }`)

describe('rows of headings', () => {
  it('two or three where one was declared: says which platform writes so', () => {
    expect(refused(2, PLAIN, text(MONKEY))).toMatch(/r\.csv, row 2: .*platform: surveymonkey/s)
    expect(refused(2, PLAIN, text(QUALTRICS))).toMatch(/r\.csv, row 2: .*platform: qualtrics/s)
  })

  it('of nobody in particular, two where one was declared: refused too', () => {
    const lines = [
      'Q1,Q2,Q3',
      'Do you use it?,Why is that?,And how old are you?',
      ...times(15, {}).map(() => `Yes,the ${CANARY} said,34`),
    ]
    const said = refused(2, `${PLAIN}  q3: { text: Age, kind: number }\n`, text(lines))
    expect(said).toContain('second row is a row of headings')
  })

  it('as the platform named writes them: read', () => {
    for (const [platform, lines] of [
      ['surveymonkey', MONKEY],
      ['qualtrics', QUALTRICS],
    ] as const) {
      const outcome = publish(on(platform), { 'r.csv': text(lines) })
      expect(columnOf(outcome, '1', { statistic: 'count' })).toEqual({ Yes: '12', No: '8', Total: '20' })
    }
  })

  it('a platform that does not fit: says which does, or that none does', () => {
    expect(refused(2, on('qualtrics'), text(MONKEY))).toMatch(/not laid out as qualtrics.*surveymonkey/s)
    expect(refused(2, on('surveymonkey'), text(QUALTRICS))).toMatch(
      /not laid out as surveymonkey.*qualtrics/s,
    )
    expect(refused(2, on('snap'), csvOf(GOOD))).toContain('not laid out as snap')
    expect(refused(2, on('surveymonky'), csvOf(GOOD))).toContain('surveymonkey')
  })

  it('repeated among the rows: set aside, with the reason and their number', () => {
    const [first = '', ...rest] = csvOf(GOOD).trimEnd().split('\n')
    const joined = [first, ...rest.slice(0, 5), first, ...rest.slice(5), first]
    const outcome = publish(PLAIN, { 'r.csv': text(joined) })
    expect(columnOf(outcome, '1', { statistic: 'count' })).toEqual({ Yes: '12', No: '8', Total: '20' })
    expect(outcome.said).toContain('2 rows: headings repeated among the rows')
    const log = readFileSync(join(outcome.home, '.stocktake/survey/cleaning-log.csv'), 'utf8')
    expect(log).toContain('r.csv,7,,set aside: headings repeated among the rows')
    expect(log).not.toContain(CANARY)
    const [top = '', second = '', ...data] = MONKEY
    const monkeys = publish(on('surveymonkey'), { 'r.csv': text([top, second, ...data, top, second]) })
    expect(monkeys.said).toContain('2 rows: headings repeated among the rows')
  })
})

describe('dates of sending', () => {
  const definition = (more = '') =>
    `responses: { file: r.csv, columns: { submitted: Sent, link: Code } }\n${QUESTIONS}${more}`
  const dated = (dates: readonly string[], link = (index: number) => `c${index}`) =>
    csvOf(GOOD.map((one, index) => ({ ...one, Sent: dates[index % dates.length] ?? '', Code: link(index) })))

  it('that could be read two ways are refused with their rows, unless the order is stated', () => {
    const csv = dated(['03/04/2026', '05/06/2026'])
    const said = refused(3, definition(), csv)
    expect(said).toContain('cannot be told apart')
    expect(said).toMatch(/rows 2, 3, 4/)
    expect(said).toContain('cleaning: { dates: day first }')
    expect(publish(definition('cleaning: { dates: month first }\n'), { 'r.csv': csv }).exitCode).toBe(0)
  })

  it('that contradict each other, or the definition, are refused', () => {
    const both = refused(3, definition(), dated(['13/04/2026', '04/13/2026', '14/04/2026']))
    expect(both).toContain('Some dates have the day first and some the month')
    expect(both).toMatch(/row 3, submitted.*rows 3, 6, 9/s)
    const other = refused(
      3,
      definition('cleaning: { dates: month first }\n'),
      dated(['13/04/2026', '03/04/2026']),
    )
    expect(other).toContain('the dates of this file have the day first')
  })

  it('do not matter where no two responses can be of one person, or all are kept', () => {
    const csv = dated(['03/04/2026', '05/06/2026'])
    const unlinked = definition().replace(', link: Code }', ' }, ignore: [Code]')
    publish(unlinked, { 'r.csv': csv })
    publish(definition('cleaning: { keep: all }\n'), { 'r.csv': csv })
  })

  it('decide which of two responses of one person counts', () => {
    // In pairs; the second of each was sent earlier, though it is later if days are taken for months.
    const csv = dated(['05/03/26', '20/02/26'], (index) => `c${Math.floor(index / 2)}`)
    const outcome = publish(definition(), { 'r.csv': csv })
    expect(outcome.said).toContain('10 rows: another response of the same person replaces it')
    const twoDigits = csvOf(
      times(12, {}).flatMap((_, index) => [
        { ...row('Yes'), Sent: '01/03/26', Code: `c${index}` },
        { ...row('No'), Sent: '28/02/26', Code: `c${index}` },
      ]),
    )
    const last = publish(definition(), { 'r.csv': twoDigits })
    expect(columnOf(last, '1', { statistic: 'count' })).toEqual({ Yes: '12', No: '0', Total: '12' })
  })
})

describe('columns', () => {
  it('of two questions with one wording, not told apart: refused', () => {
    const twice = `${PLAIN}  again: { text: Do you use it?, answers: ["Yes", "No"] }\n`
    const headings = 'Do you use it?,Why is that?,Do you use it?'
    const lines = [headings, ...times(15, {}).map(() => `Yes,the ${CANARY} said,No`)]
    expect(refused(2, twice, text(lines))).toMatch(
      /cannot be told: `use`, `again` fits column 1 \(A\), 3 \(C\)/,
    )
    const one = refused(2, PLAIN, text(lines))
    expect(one).toContain('cannot be told')
    const numbered = publish(twice, {
      'r.csv': text(['1. Do you use it?,2. Why is that?,3. Do you use it?', ...lines.slice(1)]),
    })
    expect(columnOf(numbered, '1', { statistic: 'count' })).toEqual({ Yes: '15', No: '0', Total: '15' })
    expect(columnOf(numbered, '2')).toEqual({ Yes: '0', No: '100', Total: '100' })
  })

  it('of one question missing, or one too many: refused, and named', () => {
    expect(refused(2, `${PLAIN}  new: { text: Something new, answers: [A, B] }\n`, csvOf(GOOD))).toContain(
      'questions.new',
    )
    expect(refused(3, PLAIN, csvOf(GOOD.map((one) => ({ ...one, Postcode: CANARY }))))).toContain('Postcode')
  })

  it('without headings at all: refused, and the first row is not repeated', () => {
    const [, ...rest] = csvOf(GOOD).trimEnd().split('\n')
    expect(refused(3, PLAIN, text(rest))).toContain('Not one heading')
  })
})

describe('an earlier release', () => {
  it('stays as it was whatever is refused', () => {
    const first = consult(PLAIN, { 'r.csv': csvOf(GOOD) })
    const before = tree(join(first.home, 'dist'))
    const worse: readonly (readonly [string, string])[] = [
      [PLAIN, text(MONKEY)],
      [on('snap'), csvOf(GOOD)],
      [PLAIN, csvOf([...GOOD, row(CANARY)])],
      [`${PLAIN}weighting: { total: 5 }\n`, csvOf(GOOD)],
    ]
    for (const [definition, csv] of worse) {
      const again = consult(definition, { 'r.csv': csv }, first.home)
      expect(again.exitCode, again.said).toBeGreaterThan(1)
      expect(again.said).not.toContain(CANARY)
      expect(tree(join(first.home, 'dist'))).toEqual(before)
      expect(existsSync(join(first.home, 'dist/survey/.building'))).toBe(false)
    }
  })
})
