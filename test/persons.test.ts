import { describe, expect, it } from 'vitest'
import { cleaned } from './support/cleaned.ts'
import { type Cells, csvOf, times } from './support/consultation.ts'
import { answers, day, file, list, people, QUESTIONS } from './support/people.ts'

const COPY = 'the same response again, with the same number and the same answers'
const STATE = 'another state of the same response replaces it'
const PERSON = 'another response of the same person replaces it'

describe('the number of a response that stands there twice', () => {
  const numbered = people(30, (person): Cells => ({ ID: `R${person}`, ...answers(person) }))
  const withNumber = file('columns: { reference: ID }')

  it('with the same answers is a copy, however often, and counts once; one warning says so', async () => {
    for (const rule of ['', 'cleaning: { keep: all }\n', 'cleaning: { keep: first }\n']) {
      const rows = people(4, (person) => times(15, { ID: `R${person}`, ...answers(person) })).flat()
      const { aside, rows: kept, issues, log } = await cleaned(withNumber + rule, { 'r.csv': csvOf(rows) })
      expect([kept.length, aside]).toEqual([4, { [COPY]: 56 }])
      expect(log.slice(0, 2)).toEqual(['r.csv 3', 'r.csv 4'])
      expect(issues.map(({ code, file, row }) => [code, file, row])).toEqual([
        ['clean/repeated-rows', 'r.csv', 3],
      ])
      expect(issues[0]?.message).toMatch(/^4 responses .* 56 rows were set aside/)
    }
  })

  it('counts once where an export is pasted under itself, or stands under two names; listed twice it is refused', async () => {
    const once = csvOf(numbered)
    const pasted = await cleaned(withNumber, { 'r.csv': once + once })
    expect(pasted.aside).toEqual({ [COPY]: 30, 'headings repeated among the rows': 1 })
    const one = 'file: r.csv, columns: { reference: ID }'
    await expect(cleaned(list(one, one), { 'r.csv': once })).rejects.toThrow('read twice')
    const renamed = await cleaned(list(one, one.replace('r.csv', 's.csv')), { 'r.csv': once, 's.csv': once })
    expect([renamed.rows.length, renamed.aside]).toEqual([30, { [COPY]: 30 }])
  })

  it('with other answers is settled by the rule: the last that is complete, or as stated', async () => {
    const timed = file('columns: { reference: ID, submitted: Sent }')
    const rows = people(12, (person) => [
      { ID: `R${person}`, Sent: day(person, '10:00:00'), Use: 'Yes', How: 'Bus' },
      { ID: `R${person}`, Sent: day(person, '11:00:00'), Use: 'No', How: 'Bus' },
    ]).flat()
    const uses = async (rule: string) => {
      const { rows: kept, aside } = await cleaned(timed + rule, { 'r.csv': csvOf(rows) })
      expect(aside).toEqual(rule.includes('all') ? {} : { [STATE]: 12 })
      return [...new Set(kept.map(({ use }) => use))]
    }
    expect(await uses('')).toEqual(['No'])
    expect(await uses('cleaning: { keep: first }\n')).toEqual(['Yes'])
    expect((await uses('cleaning: { keep: all }\n')).length).toBe(2)
  })

  it('with other answers and nothing to tell which counts is refused, with its rows', async () => {
    const state = (use: string, how: string) => ({ ID: 'R4', Use: use, How: how })
    const others = numbered.filter((_, person) => person !== 4)
    const changed = [state('Yes', 'Bus'), ...others, state('No', 'Car'), state('Yes', 'Foot')]
    const { refused, issues } = await cleaned(withNumber, { 'r.csv': csvOf(changed) })
    expect(refused).toBe(true)
    expect(issues.map(({ code, concern, row }) => [code, concern, row])).toEqual([
      ['clean/contradicting-number', 'data', 2],
    ])
    expect(issues[0]?.message).toContain('row 32; row 33')
    const kept = await cleaned(`${withNumber}cleaning: { keep: all }\n`, { 'r.csv': csvOf(changed) })
    expect([kept.rows.length, kept.codes]).toEqual([32, ['clean/contradicting-number']])
  })

  it('is known by the platform where the definition names none, across an early and a late export', async () => {
    const monkeys = (count: number, from = 114000000000) =>
      [
        'Respondent ID,Collector ID,Start Date,End Date,IP Address,Use,How',
        ',,,,,Response,Response',
        ...people(
          count,
          (person) =>
            `${from + person},1,03/25/2026 10:00,03/25/2026 10:05,1.1.1.1,${Object.values(answers(person % 2)).join(',')}`,
        ),
      ].join('\n')
    const export_ = (name: string) => `file: ${name}.csv, platform: surveymonkey`
    const both = list(export_('a'), export_('b'))
    const late = await cleaned(both, { 'a.csv': monkeys(40), 'b.csv': monkeys(60) })
    expect([late.rows.length, late.aside]).toEqual([60, { [COPY]: 40 }])
    const others = await cleaned(both, { 'a.csv': monkeys(40), 'b.csv': monkeys(60, 115000000000) })
    expect(others.rows.length).toBe(100)
  })

  it('that begins anew in each file is that of other people, whatever they answered', async () => {
    const paper = people(30, (person) => ({ ID: `R${person}`, ...answers(person, 2) }))
    const files = { 'a.csv': csvOf(numbered), 'b.csv': csvOf(paper) }
    const entry = (name: string, more = '') => `file: ${name}.csv, columns: { reference: ID }${more}`
    const apart = await cleaned(list(entry('a'), entry('b')), files)
    expect([apart.rows.length, apart.aside]).toEqual([60, {}])
    const alike = csvOf(people(30, (person) => ({ ID: `R${person}`, Use: 'Yes', How: 'Bus' })))
    const channels = list(entry('a', ', channel: Online'), entry('b', ', channel: Paper'))
    expect((await cleaned(channels, { 'a.csv': alike, 'b.csv': alike })).rows.length).toBe(60)
  })

  it('that is blank says nothing', async () => {
    const rows = [...numbered, ...times(20, { ID: '', Use: 'Yes', How: 'Bus' })]
    expect((await cleaned(withNumber, { 'r.csv': csvOf(rows) })).rows.length).toBe(50)
  })
})

describe('an e-mail address that stands there twice', () => {
  const mailed = (
    address: (person: number) => string,
    count = 24,
    more: (person: number) => Cells = () => ({}),
  ) =>
    csvOf(
      people(count, (person) => ({
        Contact: address(person),
        Sent: day(person, `10:${10 + (person % 50)}`),
        ...answers(person),
        ...more(person),
      })),
    )
  const pairs = (person: number) => `p${person >> 1}@mail.example`
  const known = (more = '') =>
    `responses: { file: r.csv, columns: { submitted: Sent }, identifying: [Contact${more}] }\n${QUESTIONS}`

  it('is one person, known by what the column holds, in capitals or not', async () => {
    const some = mailed((person) => (person % 2 === 0 ? pairs(person) : pairs(person).toUpperCase()))
    const { rows, aside } = await cleaned(known(), { 'r.csv': some })
    expect([rows.length, aside]).toEqual([12, { [PERSON]: 12 }])
    expect(rows[0]?.['record']).toBe('3')
    const all = await cleaned(`${known()}cleaning: { keep: all }\n`, { 'r.csv': some })
    expect([all.rows.length, all.codes]).toEqual([24, ['clean/contradicting-address']])
  })

  it('without a time is refused where answers differ, and counts once where they do not', async () => {
    const rows = people(20, (person): Cells => ({ Contact: `p${person}@mail.example`, ...answers(person) }))
    const plain = file('identifying: [Contact]')
    const twice = await cleaned(plain, { 'r.csv': csvOf([...rows, ...rows]) })
    expect(twice.rows.length).toBe(20)
    const other = { ...rows[2], Use: rows[2]?.['Use'] === 'Yes' ? 'No' : 'Yes' }
    const { refused, issues } = await cleaned(plain, { 'r.csv': csvOf([...rows, other]) })
    expect(refused).toBe(true)
    expect(issues[0]).toMatchObject({ code: 'clean/contradicting-address', row: 4 })
    expect(JSON.stringify(issues)).not.toContain('mail.example')
  })

  it('beside different names is that of different people, and of an office that of nobody', async () => {
    const names = await cleaned(known(', Name'), {
      'r.csv': mailed(pairs, 24, (person) => ({ Name: `Person ${person}` })),
    })
    expect([names.rows.length, names.codes]).toEqual([24, ['clean/address-with-several-names']])
    const office = mailed((person) => (person < 6 ? 'info@parish.example' : `p${person}@mail.example`))
    expect((await cleaned(known(), { 'r.csv': office })).rows.length).toBe(24)
  })

  it('that whoever typed the forms left on all of them is not the respondents’, and a blank is nobody’s', async () => {
    const typed = await cleaned(known(), {
      'r.csv': mailed((person) => `clerk${person % 2}@town.example`, 60),
    })
    expect([typed.rows.length, typed.codes]).toEqual([60, ['clean/addresses-of-others']])
    const blank = mailed((person) => (person < 12 ? '' : `p${person}@mail.example`))
    expect((await cleaned(known(), { 'r.csv': blank })).rows.length).toBe(24)
  })
})
