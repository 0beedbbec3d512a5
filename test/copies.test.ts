import { describe, expect, it } from 'vitest'
import { cleaned } from './support/cleaned.ts'
import { type Cells, csvOf, times } from './support/consultation.ts'
import { answers, day, file, list, people, QUESTIONS } from './support/people.ts'

const PERSON = 'another response of the same person replaces it'
const SAME_ROW = 'the same row again, alike in every column'

describe('rows alike in every column', () => {
  const again = (rows: readonly Cells[]) => csvOf([...rows, ...rows])

  it('that merely agree are people, and stay, whatever their number', async () => {
    const rows = people(40, (person) => answers(person % 5))
    const outcome = await cleaned(`responses: { file: r.csv }\n${QUESTIONS}`, { 'r.csv': again(rows) })
    expect([outcome.rows.length, outcome.codes]).toEqual([80, []])
  })

  it('count once where they hold a time to the second, not one to the minute', async () => {
    const timed = file('columns: { submitted: Sent }')
    const at = (second: (person: number) => string) =>
      again(people(30, (person) => ({ Sent: day(person, second(person)), Use: 'Yes', How: 'Bus' })))
    const seconds = at((person) => `10:${10 + person}:${10 + ((person * 7) % 50)}`)
    for (const rule of ['', 'cleaning: { keep: all }\n']) {
      const { rows, aside } = await cleaned(timed + rule, { 'r.csv': seconds })
      expect([rows.length, aside]).toEqual([30, { [SAME_ROW]: 30 }])
    }
    for (const minutes of [at((person) => `10:${10 + person}`), at((person) => `10:${10 + person}:00`)]) {
      expect((await cleaned(timed, { 'r.csv': minutes })).rows.length).toBe(60)
    }
  })

  it('stay where one time is that of all rows sent in together', async () => {
    const batch = people(60, (person) => ({ Sent: day(person % 2, '10:00:17'), ...answers(person) }))
    expect((await cleaned(file('columns: { submitted: Sent }'), { 'r.csv': csvOf(batch) })).rows.length).toBe(
      60,
    )
  })

  it('count once where they hold words of some length that no other row holds', async () => {
    const words = (person: number) =>
      `The bus that I take to work at number ${person} stopped in the winter, and nobody has told us whether it is ever to come back.`
    const open = `responses: { file: r.csv }\n${QUESTIONS}  why: { text: Why, kind: open }\n`
    const own = await cleaned(open, {
      'r.csv': again(people(20, (person) => ({ ...answers(person), Why: words(person) }))),
    })
    expect(own.aside).toEqual({ [SAME_ROW]: 20 })
    for (const why of [() => 'No comment', () => words(1)]) {
      const campaign = people(20, (person) => ({ ...answers(person), Why: why() }))
      expect((await cleaned(open, { 'r.csv': again(campaign) })).rows.length).toBe(40)
    }
  })

  it('count once where a column that identifies is another in each row; of few such rows a warning tells', async () => {
    const named = (count: number) =>
      again(people(count, (person) => ({ Name: `Person ${person}`, ...answers(person) })))
    const many = await cleaned(file('identifying: [Name]'), { 'r.csv': named(20) })
    expect(many.aside).toEqual({ [SAME_ROW]: 20 })
    const few = await cleaned(file('identifying: [Name]'), { 'r.csv': named(4) })
    expect([few.rows.length, few.codes]).toEqual([8, ['clean/rows-alike']])
  })

  it('are not said to be counted where an address set them aside after all', async () => {
    const addressed = again(
      people(4, (person) => ({
        Name: `Person ${person}`,
        Email: `person${person}@example.org`,
        ...answers(person),
      })),
    )
    const found = await cleaned(file('identifying: [Name, Email]'), { 'r.csv': addressed })
    expect([found.rows.length, found.codes.filter((code) => code === 'clean/rows-alike')]).toEqual([4, []])
  })
})

describe('a block of rows that recurs in its order', () => {
  const plain = `responses: { file: r.csv }\n${QUESTIONS}`
  const rows = people(60, (person) => answers(person))
  const own = people(60, (person) => answers(person, 7))

  it('is told with file and rows, in one file or two, and is counted: nothing in it proves a copy', async () => {
    const one = await cleaned(plain, { 'r.csv': csvOf([...rows, ...own.slice(0, 9), ...rows.slice(5)]) })
    expect([one.rows.length, one.codes]).toEqual([124, ['clean/repeated-block']])
    expect(one.issues[0]).toMatchObject({ file: 'r.csv', row: 71 })
    expect(one.issues[0]?.message).toContain(
      'Rows 71 to 125 give the same answers in the same order as rows 7 to 61',
    )
    const two = await cleaned(list('file: r.csv', 'file: s.csv'), {
      'r.csv': csvOf(rows),
      's.csv': csvOf([...own, ...rows]),
    })
    expect(two.issues[0]).toMatchObject({ code: 'clean/repeated-block', file: 's.csv', row: 62 })
    expect(two.issues[0]?.message).toContain('rows 2 to 61 of r.csv')
  })

  it('counts once where it is a whole export again: a file, or what stands under headings pasted with it', async () => {
    const pasted = await cleaned(plain, { 'r.csv': csvOf(rows) + csvOf(rows) })
    expect([pasted.rows.length, pasted.aside[SAME_ROW]]).toEqual([60, 60])
    const copied = await cleaned(list('file: r.csv', 'file: s.csv'), {
      'r.csv': csvOf(rows),
      's.csv': csvOf(rows),
    })
    expect([copied.rows.length, copied.codes]).toEqual([60, ['clean/repeated-rows']])
    const channels = list('file: r.csv, channel: Online', 'file: s.csv, channel: Paper')
    const both = await cleaned(channels, { 'r.csv': csvOf(rows), 's.csv': csvOf(rows) })
    expect([both.rows.length, both.codes]).toEqual([120, ['clean/repeated-block']])
  })

  it('is none where chance or the order of the file makes it: few answers, sorted rows, patterns', async () => {
    const yes = times(300, { Use: 'Yes', How: 'Bus' })
    const sorted = [...yes.slice(0, 90), ...times(90, { Use: 'No', How: 'Car' })]
    const pattern = people(300, (person) => ({
      Use: person % 2 === 0 ? 'Yes' : 'No',
      How: ['Bus', 'Car', 'Foot'][person % 3] ?? '',
    }))
    const short = [...rows, ...own.slice(0, 9), ...rows.slice(0, 19)]
    for (const made of [yes, [...sorted, ...sorted], pattern, short, [...rows, ...own]]) {
      expect((await cleaned(plain, { 'r.csv': csvOf(made) })).codes).toEqual([])
    }
  })
})

describe('visits of one person', () => {
  const VISITS = [
    'StartDate,EndDate,Status,Progress,Finished,ResponseId,Q9,Q1',
    'Start Date,End Date,Response Type,Progress,Finished,Response ID,Code,Use',
    '"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""progress""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID9""}","{""ImportId"":""QID1""}"',
  ]
  const visit = (person: number, date: string, finished: string, use: string) =>
    `${date} 09:00:11,${date} 10:00:2${person % 10},IP Address,50,${finished},R_${date.slice(-2)}v${person}xyz,c${person},${use}`
  const qualtrics = `responses: { file: r.csv, platform: qualtrics, columns: { link: Code } }
questions: { use: { text: Use, answers: ["Yes", "No"] } }
`

  it('finished, then opened again and left: the finished one counts, whatever the rule', async () => {
    const export_ = [
      ...VISITS,
      ...people(20, (person) => visit(person, '2026-03-02', 'True', 'Yes')),
      ...people(12, (person) => visit(person, '2026-03-05', 'False', 'No')),
      ...people(12, (person) => visit(person, '2026-03-01', 'False', 'No')),
    ].join('\n')
    for (const rule of ['', 'cleaning: { keep: last }\n', 'cleaning: { keep: first }\n']) {
      const { rows, aside } = await cleaned(qualtrics + rule, { 'r.csv': export_ })
      expect(rows.map(({ use }) => use)).toEqual(times(20, {}).map(() => 'Yes'))
      expect(aside).toEqual({ [PERSON]: 24 })
    }
    const partial = async (keep: string) =>
      (await cleaned(`${qualtrics}cleaning: { partial: keep, keep: ${keep} }\n`, { 'r.csv': export_ })).rows
    // Where unfinished visits count too, a finished one still goes before a later one; `last` alone looks at times only.
    expect((await partial('last complete')).filter(({ use }) => use === 'Yes').length).toBe(20)
    expect((await partial('last')).filter(({ use }) => use === 'Yes').length).toBe(8)
  })

  it('sent in once with answers, and then without any: the one with answers counts', async () => {
    const blank = [
      ...VISITS,
      ...people(20, (person) => visit(person, '2026-03-02', 'True', 'Yes')),
      ...people(12, (person) => visit(person, '2026-03-05', 'True', '')),
    ].join('\n')
    expect((await cleaned(qualtrics, { 'r.csv': blank })).rows.length).toBe(20)
  })
})

describe('the wish that a response be not published', () => {
  it('is there for every response, whatever the file has and whatever is read of it', async () => {
    const wish = ['Yes', 'no', '', 'please do not', 'X', '0']
    const rows = people(6, (person) => ({ ...answers(person), Wish: wish[person] ?? '' }))
    const outcome = await cleaned(list('file: r.csv, columns: { do_not_publish: Wish }', 'file: s.csv'), {
      'r.csv': csvOf(rows),
      's.csv': csvOf(people(2, (person) => answers(person))),
    })
    expect(outcome.rows.map(({ do_not_publish }) => do_not_publish)).toEqual([
      ...[true, false, false, true, true, false],
      ...[false, false],
    ])
  })
})
