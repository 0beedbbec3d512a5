import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type Cells,
  columnOf,
  consult,
  csvOf,
  lineOf,
  type Outcome,
  publishAll as publish,
  refuse,
} from './support/consultation.ts'
import { workplace } from './support/stocktake.ts'
import { readCsv } from './support/survey.ts'

/** Forty answers: the first thirty by people of the north. Two say the same thing and something else. */
const PEOPLE: readonly Cells[] = Array.from({ length: 40 }, (_, index) => ({
  Number: `R${index}`,
  Region: index < 30 ? 'North' : 'South',
  'Do you come?': 'Yes',
  'What would you change?': index === 39 ? '' : `Words of ${index}`,
}))

const DEFINITION = `responses:
  file: export.csv
  columns: { reference: Number, region: Region }
variables:
  region: { values: [North, South] }
questions:
  visit: { text: 'Do you come?', answers: ['Yes', 'No'] }
  change:
    text: What would you change?
    kind: open
    themes:
      hours:
        title: Opening hours
        meaning: Wants other hours.
        keywords: [open*]
        sub_themes:
          sundays: { title: Sundays, meaning: Wants to come on Sundays. }
      staff: { title: Staff, meaning: Says something of the staff., opposite: hours }
populations:
  north: { title: The north, base: people in the north, where: { region: North } }
  everybody: { title: Everybody, base: everybody }
privacy:
  waivers:
    - { rule: release_difference, value: 0, reason: It is all made up. }
    # Nine of the south were coded, and are everybody without the north.
    - { rule: minimum_base, value: 5, reason: It is all made up. }
open_text:
  coders:
    - { coder: A, file: a.csv }
    - { coder: B, file: b.csv }
`

/** What each coder makes of an answer: of ten in a row, hours, Sundays, staff, both, nothing. */
const CODES = [
  'hours',
  'sundays',
  'staff',
  'hours;staff',
  'none',
  'hours',
  'sundays',
  'staff',
  'Staff; SUNDAYS',
  'none',
]
const sheet = (codesOf: (index: number) => string, from = 0, to = 39) =>
  csvOf(
    Array.from({ length: to - from }, (_, index) => ({
      response: `R${from + index}`,
      question: 'change',
      codes: codesOf(from + index),
    })),
  )
const asCoded = (index: number): string => CODES[index % 10] ?? ''
/** The second coder thinks otherwise of answers 3 and 13. */
const otherwise = (index: number): string => (index === 3 || index === 13 ? 'hours' : asCoded(index))

const files = (a = sheet(asCoded), b = sheet(otherwise)) => ({
  'export.csv': csvOf(PEOPLE),
  'a.csv': a,
  'b.csv': b,
})

const LIST = '.stocktake/survey/coding-disagreements.csv'
/** A new folder with a list of disagreements in it, as somebody filled it in. */
function withList(text: string): string {
  const home = workplace()
  mkdirSync(join(home, '.stocktake/survey'), { recursive: true })
  writeFileSync(join(home, LIST), text)
  return home
}

const themes = (outcome: Outcome, statistic: string, population = 'everybody') =>
  columnOf(outcome, 'themes_change', { statistic, population })

describe('themes of open answers', () => {
  it('are counted by what coders agree on, with bases, by population; an undecided answer is in none', () => {
    const outcome = publish(DEFINITION, files())
    expect(themes(outcome, 'count')).toEqual({
      // Of 39 answers, of which two are undecided: 8 hours, 8 sundays, 2 both, 3 staff; sundays are hours.
      'Opening hours': '22',
      'Opening hours \u2013 Sundays': '12',
      Staff: '14',
    })
    expect(themes(outcome, 'percent', 'north')).toEqual({
      'Opening hours': '57',
      'Opening hours \u2013 Sundays': '32',
      Staff: '36',
    })
    expect(lineOf(outcome, { table: 'themes_change', row: 'Staff', population: 'north' })).toMatchObject({
      base: '28',
      base_description: 'people in the north',
      title: 'What would you change? (themes)',
    })
    expect(outcome.said).toContain('2 answers were coded differently and not settled')
  })

  it.each([
    ['first coder', '24', '16'],
    ['any coder', '24', '16'],
    ['every coder', '24', '14'],
  ])('are resolved by a stated rule: %s', (rule, hours, staff) => {
    const outcome = publish(`${DEFINITION}  resolve: ${rule}\n`, files())
    expect(themes(outcome, 'count')).toMatchObject({ 'Opening hours': hours, Staff: staff })
    expect(lineOf(outcome, { table: 'themes_change', row: 'Staff', population: 'everybody' })['base']).toBe(
      '39',
    )
  })

  it('list what coders disagree on, and take what was agreed on from that list', () => {
    const first = publish(DEFINITION, files())
    const path = join(first.home, LIST)
    const listed = readCsv(path)
    expect(listed).toEqual(
      ['R13', 'R3'].map((response) => ({
        response,
        question: 'change',
        answer: `Words of ${response.slice(1)}`,
        'codes of A': 'hours;staff',
        'codes of B': 'hours',
        counts: '',
        codes: '',
      })),
    )
    // Settled in the list itself, and as a sheet of the definition, which comes first.
    const filled = readFileSync(path, 'utf8').replace('hours;staff,hours,,', 'hours;staff,hours,,staff')
    const settled = consult(DEFINITION, files(), withList(filled))
    expect(themes(settled, 'count')).toMatchObject({ 'Opening hours': '22', Staff: '15' })
    const kept = readFileSync(join(settled.home, LIST), 'utf8')
    expect(kept.split('\n')[1]).toMatch(/,staff,staff$/)
    const agreed = { 'agreed.csv': filled.replace(',staff\n', ',none\n') }
    const definition = `${DEFINITION}  adjudication: { file: agreed.csv }\n`
    const outcome = consult(definition, { ...files(), ...agreed }, withList(filled))
    expect(outcome.exitCode).toBe(0)
    expect(themes(outcome, 'count')).toMatchObject({ 'Opening hours': '22', Staff: '14' })
    expect(outcome.said).toContain('1 answer was coded differently and not settled')
  })

  it('come with the agreement of their coders, in the private report', () => {
    const { home } = publish(DEFINITION, files())
    const report = JSON.parse(readFileSync(join(home, '.stocktake/survey/report.json'), 'utf8'))
    const [question] = report.coding.questions
    expect(question).toMatchObject({
      ...{ question: 'change', answers: 39, coded: 39, counted: 37 },
      ...{ codedTwice: 39, disagreeing: 2, adjudicated: 0, undecided: 2 },
    })
    const staff = question.themes.find(({ code }: { code: string }) => code === 'staff')
    // 39 answers: both yes 14, first only 2, neither 23.
    const [observed, yes, no] = [(2 * 2) / 78, 30, 48]
    expect(staff.alpha.value).toBeCloseTo(1 - observed / ((2 * yes * no) / (78 * 77)), 9)
    const byChance = (16 / 39) * (14 / 39) + (23 / 39) * (25 / 39)
    expect(staff.kappa[0].coders).toEqual(['A', 'B'])
    expect(staff.kappa[0].kappa.value).toBeCloseTo((37 / 39 - byChance) / (1 - byChance), 9)
    expect(question.alpha.value).toBeGreaterThan(0.9)
    expect(question.alpha.low).toBeLessThan(question.alpha.value)
  })

  it('do not depend on the order of rows, and take codes by title and in any case', () => {
    const turned = (text: string) => {
      const [head = '', ...rows] = text.trim().split('\n')
      return `${[head, ...rows.reverse()].join('\n')}\n`
    }
    const one = publish(DEFINITION, files())
    const other = publish(DEFINITION, files(turned(sheet(asCoded)), turned(sheet(otherwise))))
    expect([...other.release].map(([path, bytes]) => [path, bytes.toString('latin1')])).toEqual(
      [...one.release].map(([path, bytes]) => [path, bytes.toString('latin1')]),
    )
  })

  it('leave answers that nobody coded out of the base, and say so', () => {
    const outcome = publish(DEFINITION, files(sheet(asCoded, 0, 20), sheet(asCoded, 10, 30)))
    expect(lineOf(outcome, { table: 'themes_change', row: 'Staff', population: 'everybody' })['base']).toBe(
      '30',
    )
    expect(outcome.said).toContain("9 answers to change are in no coder's sheet")
  })

  it('stay out of the responses: no row says what its words were about', () => {
    const outcome = publish(DEFINITION, files())
    expect(Object.keys(outcome.responses[0] ?? {})).toEqual(['id', 'visit'])
    for (const bytes of outcome.release.values()) expect(bytes.toString('latin1')).not.toMatch(/Words of \d/)
  })
})

describe('a sheet of codes that is wrong', () => {
  const wrong = (row: Cells, definition = DEFINITION) =>
    refuse(3, definition, files(sheet(asCoded), `${sheet(otherwise, 0, 5)}${Object.values(row).join(',')}\n`))
  const [last] = ['row 7']

  it.each([
    [
      'an unknown code',
      { response: 'R9', question: 'change', codes: 'hours;houers' },
      'not in the code frame',
      'hours, sundays, staff, none',
    ],
    [
      'an unknown question',
      { response: 'R9', question: 'chnage', codes: 'hours' },
      'a question that has no code frame',
      'change',
    ],
    [
      'no response',
      { response: '', question: 'change', codes: 'hours' },
      'does not say of which response',
      'the reference of a response',
    ],
    [
      'none beside a code',
      { response: 'R9', question: 'change', codes: 'none;hours' },
      'says none, and has a code',
      'none',
    ],
  ])('%s: file, row, column and what was expected', (_, row, message, expected) => {
    const { said, result } = wrong(row)
    expect(said).toContain(message)
    const issues = result['issues'] as { file: string; row: number; expected: string }[]
    expect(issues.map(({ file, row: at }) => [file, `row ${at}`])).toEqual([['b.csv', last]])
    expect(issues[0]?.expected).toContain(expected)
    expect(said).not.toContain('houers')
  })

  it('an answer that one coder coded twice', () => {
    const { said } = wrong({ response: 'R1', question: 'change', codes: 'staff' })
    expect(said).toContain('two rows in this sheet with different codes')
  })

  it('codes of nobody and of blank answers are warned of', () => {
    const more = 'R999,change,staff\nR39,change,staff\n'
    const outcome = publish(DEFINITION, files(sheet(asCoded) + more))
    expect(outcome.said).toContain('This row codes a response that is in no file of responses')
    expect(outcome.said).toContain('One row codes an answer where nothing was answered')
    expect(existsSync(join(outcome.home, 'dist'))).toBe(true)
  })

  it('two responses with one reference', () => {
    const twice = [...PEOPLE, { ...PEOPLE[0], Region: 'South' }]
    const { said } = refuse(3, DEFINITION, { ...files(), 'export.csv': csvOf(twice) })
    expect(said).toContain('Another response has the same reference')
  })
})
