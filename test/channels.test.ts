import { describe, expect, it } from 'vitest'
import {
  type Cells,
  columnOf,
  csvOf,
  lineOf,
  percentOf,
  publishAll as publish,
  refuse,
  times,
} from './support/consultation.ts'

/** Online in full words, on paper typed in as numbers, easy read in words of its own. */
const FILES = {
  'online.csv': csvOf([
    ...times(40, { Agree: 'Agree', How: 'Bus;Car', Ward: 'North', Extra: 'Yes' }),
    ...times(20, { Agree: 'Disagree', How: 'Car', Ward: 'South', Extra: 'No' }),
  ]),
  'paper.csv': csvOf([
    ...times(25, { Agree: '1', Ways: '1,2', Area: 'N' }),
    ...times(25, { Agree: '3', Ways: '2', Area: 'S' }),
    ...times(2, { Agree: '99', Ways: '2', Area: 'N' }),
  ]),
  'easy.csv': csvOf([
    ...times(30, { 'Do you like it?': 'I like it', 'How do you travel?': 'By bus', Where: 'Up there' }),
    ...times(21, {
      'Do you like it?': 'It is OK',
      'How do you travel?': 'my car;by bus',
      Where: 'Down there',
    }),
  ]),
}
const DEFINITION = `responses:
  - { file: online.csv, channel: Online, columns: { ward: Ward } }
  - file: paper.csv
    channel: Paper
    answers_as: numbers
    separator: ","
    missing: [99]
    columns: { how: Ways, ward: Area }
    recode: { ward: { N: North, S: South } }
  - file: easy.csv
    channel: Easy read
    columns: { agree: Do you like it?, how: How do you travel?, ward: Where }
    recode:
      agree: { I like it: Agree, It is ok: Neither }
      how: { By bus: Bus, My car: Car }
      ward: { Up there: North, Down there: South }
variables:
  ward: { values: [North, South] }
questions:
  agree: { text: Agree, kind: scale, answers: [Agree, Neither, Disagree], statistics: [count, percent] }
  how: { text: How, kind: multiple, answers: [Bus, Car], statistics: [count] }
  extra: { text: Extra, answers: ["Yes", "No"], asked_if: { channel: Online }, statistics: [count] }
populations:
  everyone: { title: Everyone, base: all }
  not_paper: { title: Not on paper, base: all but those on paper, where: { channel: [Online, Easy read] } }
  from_file: { title: From a file, base: those of a file, where: { source: easy.csv } }
`

describe('responses that came by several ways', () => {
  const outcome = publish(
    `${DEFINITION}tables: { breakdowns: [channel, ward] }\nprivacy: { publish: [channel] }\n`,
    FILES,
  )

  it('are coded alike, whatever their wording, and counted together', () => {
    expect(columnOf(outcome, '1', { population: 'everyone', statistic: 'count' })).toEqual({
      Agree: '95',
      Neither: '21',
      Disagree: '45',
      Total: '161',
    })
    const how = { Bus: String(40 + 25 + 30 + 21), Car: String(60 + 52 + 21) }
    expect(columnOf(outcome, '2', { population: 'everyone', statistic: 'count' })).toEqual(how)
    expect(columnOf(outcome, '1', { population: 'not_paper' })).toEqual({
      Agree: percentOf(70, 111),
      Neither: percentOf(21, 111),
      Disagree: percentOf(20, 111),
      Total: '100',
    })
    expect(lineOf(outcome, { table: '1', row: 'Agree', population: 'from_file' })['base']).toBe('51')
  })

  it('keep their channel, for breakdowns and publication', () => {
    const agree = (channel: string) =>
      columnOf(outcome, '1_by_channel', { population: `channel: ${channel}`, statistic: 'count' })
    expect(agree('Online')).toEqual({ Agree: '40', Neither: '0', Disagree: '20', Total: '60' })
    expect(agree('Paper')).toEqual({ Agree: '25', Neither: '0', Disagree: '25', Total: '50' })
    expect(agree('Easy read')).toEqual({ Agree: '30', Neither: '21', Disagree: '0', Total: '51' })
    const ward = columnOf(outcome, '1_by_ward', { population: 'ward: North', statistic: 'count' })
    expect(ward).toEqual({ Agree: '95', Neither: '0', Disagree: '0', Total: '95' })
    const published = Object.fromEntries(
      ['Online', 'Paper', 'Easy read'].map((one) => [
        one,
        outcome.responses.filter((row) => row['channel'] === one).length,
      ]),
    )
    expect(published).toEqual({ Online: 60, Paper: 52, 'Easy read': 51 })
  })

  it('asked only in one of them: the others were not asked', () => {
    expect(columnOf(outcome, '3', { population: 'everyone', statistic: 'count' })).toEqual({
      Yes: '40',
      No: '20',
      Total: '60',
    })
    expect(outcome.responses.filter((row) => row['extra'] === '[not asked]').length).toBe(103)
  })
})

describe('wordings of a channel', () => {
  it('are of channels that must be among the values, where those are listed', () => {
    const listed = DEFINITION.replace(
      'variables:\n',
      'variables:\n  channel: { values: [Online, Papre, Easy read] }\n',
    )
    expect(refuse(2, listed, FILES).said).toMatch(/responses\[2\]\.channel: .*'Paper' — did you mean 'Papre'/)
  })

  it('that stand for nothing are told before anything is read', () => {
    for (const [wrong, right] of [
      ['I like it: Agreee', 'I like it: Agree'],
      ['agre: { I like', 'agree: { I like'],
      ['ways: { By bus', 'how: { By bus'],
    ] as const) {
      const { said } = refuse(2, DEFINITION.replace(right, wrong), FILES)
      expect(said).toMatch(/consultation\.yaml, line \d+, responses\[3\]\.recode/)
    }
  })

  it('that are not listed are refused with file and row, and not repeated', () => {
    const easy = `${FILES['easy.csv']}zebrafinch,By bus,Up there\n`
    const { said } = refuse(3, DEFINITION, { ...FILES, 'easy.csv': easy })
    expect(said).toContain('easy.csv, row 53, agree')
    expect(said).not.toContain('zebrafinch')
  })
})

describe('one person by two ways', () => {
  const person = (link: number, agree: string, when: string): Cells => ({
    Link: `l${link}`,
    Agree: agree,
    Sent: when,
  })
  it('counts once, with the last response', () => {
    const one = (channel: string) =>
      `  - { file: ${channel}.csv, channel: ${channel}, columns: { link: Link, submitted: Sent } }\n`
    const outcome = publish(
      `responses:\n${one('online')}${one('paper')}questions:\n  agree: { text: Agree, answers: ["Yes", "No"], statistics: [count] }\n`,
      {
        'online.csv': csvOf(Array.from({ length: 20 }, (_, link) => person(link, 'Yes', '2026-03-02'))),
        'paper.csv': csvOf(Array.from({ length: 20 }, (_, link) => person(link + 10, 'No', '2026-03-05'))),
      },
    )
    expect(columnOf(outcome, '1', { statistic: 'count' })).toEqual({ Yes: '10', No: '20', Total: '30' })
    expect(outcome.said).not.toContain('nothing tells which came first')
  })

  it('with nothing to tell which came first: says so', () => {
    const link = (index: number) => ({ Link: `l${index % 12}`, Agree: index < 12 ? 'Yes' : 'No' })
    const outcome = publish(
      'responses: { file: r.csv, columns: { link: Link } }\nquestions:\n  agree: { text: Agree, answers: ["Yes", "No"] }\n',
      { 'r.csv': csvOf(Array.from({ length: 24 }, (_, index) => link(index))) },
    )
    expect(outcome.said).toMatch(/warning.*12 responses were replaced .* nothing tells which came first/)
    expect(lineOf(outcome, { table: '1', row: 'Yes' })['base']).toBe('12')
  })
})

describe('earlier waves', () => {
  const definition = (more: string) => `responses: { file: r.csv }
questions:
  agree: { text: Do you agree?, answers: ["Yes", "No", Unsure], nets: { Sure: ["Yes", "No"] } }
  how: { text: How?, kind: multiple, answers: [Bus, Car] }
  fresh: { text: New question, answers: ["Yes", "No"] }
${more}`
  const rows = (yes: number, no: number, unsure: number) => [
    ...times(yes, { 'Do you agree?': 'Yes', 'How?': 'Bus;Car', 'New question': 'Yes' }),
    ...times(no, { 'Do you agree?': 'No', 'How?': 'Car', 'New question': 'No' }),
    ...times(unsure, { 'Do you agree?': 'Unsure', 'How?': '', 'New question': '' }),
  ]
  /** The tables of a release of last year, with other wordings if asked for. */
  const lastYear = (wording = 'Do you agree?') => {
    const renamed = (text: string) => text.replaceAll('Do you agree?', wording)
    const old = renamed(
      definition('')
        .replace(/ {2}fresh.*\n/, '')
        .replace(', Unsure]', ']')
        .replace('r.csv }', 'r.csv, ignore: [New question] }'),
    )
    const made = publish(old, { 'r.csv': renamed(csvOf(rows(15, 25, 0))) })
    return made.release.get('data/tables.csv')?.toString() ?? ''
  }
  const now = { Yes: 21, No: 10, Unsure: 5 }
  const csv = csvOf(rows(now.Yes, now.No, now.Unsure))

  it('stand beside this one, with the change in percentage points', () => {
    const wave = definition('waves: [{ label: "2025", file: old.csv }]\n')
    const reworded = definition('waves: [{ label: 2025, file: old.csv, tables: { agree: 1 } }]\n')
    for (const outcome of [
      publish(wave, { 'r.csv': csv, 'old.csv': lastYear() }),
      publish(reworded, { 'r.csv': csv, 'old.csv': lastYear('Would you agree?') }),
    ]) {
      const before = columnOf(outcome, '1_waves', { population: 'all_responses, 2025' })
      expect(before).toEqual({ Yes: '38', No: '63', Unsure: '[z]', Sure: '100', Total: '100' })
      const percents = columnOf(outcome, '1_waves')
      expect(percents).toEqual(columnOf(outcome, '1'))
      expect(columnOf(outcome, '1_waves', { statistic: 'change' })).toEqual({
        Yes: String(Number(percentOf(21, 36)) - 38),
        No: String(Number(percentOf(10, 36)) - 63),
        Unsure: '[z]',
        Sure: String(Number(percentOf(31, 36)) - 100),
        Total: '0',
      })
      const old = lineOf(outcome, { table: '1_waves', row: 'Yes', population: 'all_responses, 2025' })
      expect(old['base']).toBe('40')
      expect(columnOf(outcome, '2_waves', { statistic: 'change' })).toEqual({
        Bus: String(Number(percentOf(21, 31)) - 38),
        Car: '0',
      })
      expect(outcome.tables.some(({ table }) => table === '3_waves')).toBe(false)
    }
  })

  it('named for a question that does not exist, or called alike, are refused', () => {
    const old = { 'r.csv': csv, 'old.csv': lastYear() }
    const wrong = refuse(
      2,
      definition('waves: [{ label: "2025", file: old.csv, tables: { agre: 1 } }]\n'),
      old,
    )
    expect(wrong.said).toContain("'agre'")
    const twice = 'waves: [{ label: A, file: old.csv }, { label: a, file: old.csv }]\n'
    expect(refuse(2, definition(twice), old).said).toContain('waves[2]')
    expect(refuse(3, definition('waves: [{ label: A, file: gone.csv }]\n'), old).said).toContain('gone.csv')
  })
})
