import { describe, expect, it } from 'vitest'
import {
  type Cells,
  cleaningLog,
  columnOf,
  csvOf,
  figure,
  lineOf,
  percentOf,
  placesOfWords,
  publishAll as publish,
  refuse,
  times,
} from './support/consultation.ts'

/** Words of a respondent that must not be met again anywhere. */
const CANARY = 'zebrafinch'

describe('a question with one answer', () => {
  const definition = `responses: { file: r.csv, ignore: [id] }
questions:
  one: { text: Which colour?, answers: &colours [Red, Green, Blue], statistics: &both [count, percent], nets: &nets { Warm or cold: [Red, Blue] } }
  many: { text: In columns, kind: single, answers: *colours, columns: { Red: C1, Green: C2, Blue: C3 }, statistics: *both, nets: *nets }
`
  const marked = (colour: string): Cells => ({
    id: 'x',
    'Which colour?': colour,
    C1: colour === 'Red' ? '1' : '0',
    C2: colour === 'Green' ? 'Yes' : 'No',
    C3: colour === 'Blue' ? 'Blue' : '',
  })
  const given: readonly (readonly [string, number])[] = [
    ['Red', 12],
    ['Green', 7],
    ['Blue', 4],
    ['', 2],
  ]
  // Who answers nothing at all is no response, so the last two say something in columns.
  const all = given.flatMap(([colour, count]) =>
    times(count, { ...marked(colour), ...(colour === '' ? { C3: 'Blue' } : {}) }),
  )

  it('is read from one cell and from a column an answer alike', () => {
    const outcome = publish(definition, { 'r.csv': csvOf(all) })
    for (const [table, blue] of [
      ['1', 4],
      ['2', 6],
    ] as const) {
      const base = 19 + blue
      const counts = { Red: 12, Green: 7, Blue: blue, Total: base, 'Warm or cold': 12 + blue }
      const show = (how: (count: number) => string) =>
        Object.fromEntries(Object.entries(counts).map(([row, count]) => [row, how(count)]))
      expect(columnOf(outcome, table, { statistic: 'count' })).toEqual(show(String))
      expect(columnOf(outcome, table)).toEqual(show((count) => percentOf(count, base)))
      expect(lineOf(outcome, { table, row: 'Red' })['base']).toBe(String(base))
    }
  })

  it('with two columns ticked is an error: refused, or kept apart and in the log', () => {
    const csv = csvOf([...all, { ...marked('Red'), C2: 'Yes' }, ...all])
    const refused = refuse(3, definition, { 'r.csv': csv })
    expect(refused.said).toContain('row 27, many')
    const forgiven = publish(`${definition}cleaning: { unlisted_answers: error }\n`, { 'r.csv': csv })
    expect(lineOf(forgiven, { table: '2', row: 'Red' })['base']).toBe('50')
    expect(forgiven.responses.filter((one) => one['many'] === '[error]').length).toBe(1)
    expect(cleaningLog(forgiven).map(({ row, field }) => `${row} ${field}`)).toEqual(['27 many'])
  })
})

describe('a question with several answers', () => {
  const OPTIONS = ['Bus', 'Train, tram', 'On foot']
  const picks: readonly (readonly [number, readonly string[]])[] = [
    [6, ['Bus']],
    [5, ['Bus', 'Train, tram']],
    [3, ['On foot']],
    [2, []],
  ]
  const people = picks.flatMap(([count, picked]) => Array.from({ length: count }, () => picked))

  it('is read from columns marked in any way, and from cells with any separator', () => {
    const marks = ['Yes/No', '1/0', 'TRUE/FALSE', 'x/', 'Selected/Not selected'].map((pair) =>
      pair.split('/'),
    )
    const rows = people.map((picked, person) => {
      const [on = '', off = ''] = marks[person % marks.length] ?? []
      const end = (separator: string) => (picked.length > 0 ? separator : '')
      return {
        Sure: 'Yes',
        ...Object.fromEntries(OPTIONS.map((one) => [`How? - ${one}`, picked.includes(one) ? on : off])),
        'A cell': picked.join(',') + end(person % 2 === 0 ? ',' : ''),
        'B cell': picked.join(', ') + end(person % 2 === 0 ? ', ' : ''),
        'C cell': picked.map((one) => one.toUpperCase()).join(' ; ') + end(';'),
      }
    })
    const outcome = publish(
      `responses: { file: r.csv, separator: "," }
questions:
  sure: { text: Sure, answers: ["Yes", "No"] }
  how: { text: How?, kind: multiple, answers: &options [Bus, "Train, tram", On foot] }
  a: { text: A cell, kind: multiple, answers: *options }
  b: { text: B cell, kind: multiple, answers: *options, separator: ", " }
  c: { text: C cell, kind: multiple, answers: *options, separator: ; }
`,
      { 'r.csv': csvOf(rows) },
    )
    const expected = { Bus: percentOf(11, 14), 'Train, tram': percentOf(5, 14), 'On foot': percentOf(3, 14) }
    for (const table of ['2', '3', '4', '5']) {
      expect(columnOf(outcome, table), table).toEqual(expected)
      expect(lineOf(outcome, { table, row: 'Bus' })['base'], table).toBe('14')
    }
  })

  it('refuses an answer that is not on the list, without repeating it', () => {
    const rows = [...times(12, { 'How?': 'Bus' }), { 'How?': `Bus;${CANARY}` }]
    const refused = refuse(
      3,
      'responses: { file: r.csv }\nquestions:\n  how: { text: How?, kind: multiple, answers: [Bus, On foot] }\n',
      { 'r.csv': csvOf(rows) },
    )
    expect(refused.said).toContain('row 14, how')
    expect(placesOfWords(refused, CANARY)).toEqual([])
  })
})

describe('other', () => {
  it('counts what was typed, in the cell or beside it, and not a word of it is published', () => {
    const rows = (
      count: number,
      cell: string,
      many: string,
      text: string,
      beside: string,
      manyText: string,
    ) => times(count, { Pet: cell, Pet2: beside, Say: text, How: many, How2: 'Bus', Which: manyText })
    const outcome = publish(
      `responses: { file: r.csv }
questions:
  pet: { text: Pet, answers: &pets [Cat, Dog, Other (please say)], other: Other (please say) }
  pet2: { text: Pet2, answers: *pets, other: Other (please say), other_text: Say }
  how: { text: How, kind: multiple, answers: &ways [Bus, On foot, Other], other: Other }
  how2: { text: How2, kind: multiple, answers: *ways, other: Other, other_text: Which }
`,
      {
        'r.csv': csvOf([
          ...rows(8, 'Cat', 'Bus', '', 'Cat', ''),
          ...rows(3, `a ${CANARY}`, `Bus;a ${CANARY}`, CANARY, '', `my ${CANARY}`),
          ...rows(1, 'Other (please say)', 'Other', CANARY, 'Other (please say)', 'x'),
        ]),
      },
    )
    const pets = { Cat: '67', Dog: '0', 'Other (please say)': '33', Total: '100' }
    expect(columnOf(outcome, '1')).toEqual(pets)
    expect(columnOf(outcome, '2')).toEqual(pets)
    expect(columnOf(outcome, '3')).toEqual({ Bus: percentOf(11, 12), 'On foot': '0', Other: '33' })
    expect(columnOf(outcome, '4')).toEqual({ Bus: '100', 'On foot': '0', Other: '33' })
    expect(placesOfWords(outcome, CANARY)).toEqual([])
  })
})

describe('numbers instead of labels', () => {
  const definition = `responses: { file: r.csv, answers_as: numbers }
questions:
  agree: { text: Agree?, kind: scale, answers: [Agree, Neither, Disagree], statistics: [percent, mean, median] }
  which: { text: Which?, kind: multiple, answers: [A, B, C] }
`
  it('stand for places in the list, and for nothing else', () => {
    const good = publish(definition, {
      'r.csv': csvOf([
        ...times(9, { 'Agree?': '1', 'Which?': '1;3' }),
        ...times(3, { 'Agree?': ' 3.0 ', 'Which?': '2;' }),
      ]),
    })
    expect(columnOf(good, '1')).toEqual({ Agree: '75', Neither: '0', Disagree: '25', Total: '100' })
    expect(columnOf(good, '2')).toEqual({ A: '75', B: '25', C: '75' })
    const estimates = columnOf(good, '1_estimates', { statistic: 'estimate' })
    expect(estimates).toEqual({ Mean: '1.5', Median: '1.0' })
    const wrong = ['-1', '0', '4', '1.6', '-99'].map((code) => ({ 'Agree?': code, 'Which?': code }))
    const refused = refuse(3, definition, {
      'r.csv': csvOf([...times(12, { 'Agree?': '1', 'Which?': '2' }), ...wrong]),
    })
    expect(refused.said).toMatch(/row 14, agree: 5 answers are not/)
    expect(refused.said).toMatch(/row 14, which: 5 answers are not/)
    expect(figure(good, { table: '2', row: 'A' })).toBe('75')
  })
})
