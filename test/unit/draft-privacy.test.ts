import { describe, expect, it } from 'vitest'
import { cycle, draftTable, unique } from './draft-support.ts'

const count = 40
const numbered = (form: (row: number) => string) => Array.from({ length: count }, (_, row) => form(row))
const answers = ['Yes', 'No', "Don't know"]

describe('what identifies people', () => {
  it.each([
    ['E-mail', numbered((row) => `person${row}@example.org`)],
    [
      'How can we reach you?',
      numbered((row) => (row % 3 === 0 ? `call p${row}@example.org please` : `no need ${row}`)),
    ],
    ['Your name', numbered((row) => `Given${row} Family${row}`)],
    ['Telephone', numbered((row) => `07700 9${String(10_000 + row)}`)],
    ['Number to call', numbered((row) => `07700 9${String(10_000 + row)}`)],
    ['Postcode', numbered((row) => `AB${row % 9} ${row % 10}CD`)],
    ['Where from', numbered((row) => `10.0.${row}.7`)],
    ['Name of your organisation', unique('Friends of number', count)],
    ['What is the name of your group?', numbered((row) => `Friends of the ${['Bus', 'Park'][row % 2]}`)],
    ["Your organisation's name", numbered((row) => `Friends of the ${['Bus', 'Park'][row % 2]}`)],
    ['Response ID', numbered((row) => `R_${row}xyz${row * 31}`)],
    ['Something', numbered((row) => `8f3a${1000 + row * 17}bc`)],
    ['Row', numbered((row) => String(row + 1))],
  ])('%s', async (heading, cells) => {
    const { draft, yaml, faults } = await draftTable([heading, 'Do you agree?'], cycle(count, cells, answers))
    expect(faults).toEqual([])
    expect(draft.identifying.map((one) => one.heading)).toEqual([heading])
    for (const cell of cells) expect(yaml.includes(` ${cell}\n`), 'a cell in the draft').toBe(false)
  })

  it('does not hide a closed question that speaks of e-mail or organisations', async () => {
    const { draft } = await draftTable(
      [
        'May we contact you by e-mail?',
        'Should the organisation change?',
        'Should the council change its name?',
      ],
      cycle(count, ['Yes', 'No'], answers, answers),
    )
    expect(draft.identifying).toEqual([])
    expect(draft.questions).toHaveLength(3)
  })

  it('never repeats open answers, and publishes nothing by itself', async () => {
    const { yaml, definition } = await draftTable(
      ['Gender', 'Region', 'Do you agree?', 'Comments'],
      cycle(
        count,
        ['Female', 'Male'],
        ['London', 'Wales', 'Scotland'],
        answers,
        unique('Mrs Penhaligon said so on day', count),
      ),
    )
    expect(yaml).not.toContain('Penhaligon')
    expect(definition?.privacy.publish).toEqual([])
    expect(definition?.variables.map(({ id }) => id)).toEqual(['gender', 'region'])
    expect(yaml).toContain('publish: [region]')
  })

  it('does not list sentences that a few people share', async () => {
    const said = Array.from(
      { length: 30 },
      (_, at) => `The lift beside door ${'abcdefghijklmnopqrstuvwxyzABCD'[at]} is broken again.`,
    )
    const { draft, yaml } = await draftTable(['What is wrong?'], cycle(120, said))
    expect(draft.questions[0]?.kind).toBe('open')
    expect(yaml).not.toContain('lift')
  })
})
