import { describe, expect, it } from 'vitest'
import { cycle, draftTable, unique } from './draft-support.ts'

describe('a draft of a plain table', () => {
  it('tells kinds apart, and reads as a definition', async () => {
    const sentences = Array.from(
      { length: 60 },
      (_, row) => `I would like shelf ${row} to be moved, because of ${row * 3} reasons`,
    )
    const amounts = Array.from({ length: 60 }, (_, row) => String(100 + ((row * 37) % 211)))
    const days = Array.from(
      { length: 60 },
      (_, row) => `${1 + (row % 28)}/${1 + (row % 12)}/20${10 + (row % 8)}`,
    )
    const { draft, definition, faults } = await draftTable(
      ['Do you agree?', 'Which do you use?', 'Rate us', 'How much?', 'Since when?', 'Why?'],
      cycle(
        60,
        [
          'Agree',
          'Disagree',
          'Strongly agree',
          "Don't know",
          'Neither agree nor disagree',
          'Strongly disagree',
        ],
        ['Books;Films', 'Books', 'Films;Games;', 'Games', 'Books;Games'],
        ['1', '5', '3', '2', '4'],
        amounts,
        days,
        sentences,
      ),
    )
    expect(faults).toEqual([])
    expect(draft.questions.map(({ kind }) => kind)).toEqual([
      'scale',
      'multiple',
      'scale',
      'number',
      'date',
      'open',
    ])
    expect(draft.questions[0]?.answers).toEqual([
      ...[
        'Strongly agree',
        'Agree',
        'Neither agree nor disagree',
        'Disagree',
        'Strongly disagree',
        "Don't know",
      ],
    ])
    expect(draft.questions[1]?.answers).toEqual(['Books', 'Games', 'Films'])
    expect(draft.questions[2]?.answers).toEqual(['1', '2', '3', '4', '5'])
    expect(draft.questions[3]?.bands?.at(-1)?.below).toBeUndefined()
    expect(draft.questions[4]?.bands?.length).toBeGreaterThan(2)
    expect(definition?.questions.length).toBe(6)
    expect(JSON.stringify(draft)).not.toContain('shelf')
  })

  it('joins an option that holds the separator, where fewer options explain the cells', async () => {
    const cells = [
      'Yes, by bus',
      'Walking',
      'Walking, Yes, by bus',
      'Car',
      'Car, Walking',
      'Car, Yes, by bus',
    ]
    const { draft } = await draftTable(['How did you come?', 'Again?'], cycle(48, cells, ['Yes', 'No']))
    expect(draft.questions[0]).toMatchObject({ kind: 'multiple', separator: ', ' })
    expect([...(draft.questions[0]?.answers ?? [])].sort()).toEqual(['Car', 'Walking', 'Yes, by bus'])
  })

  it('joins it as the cells write it, blank or no blank behind the separator, and asks whether it is one', async () => {
    const [dear, late] = ['Too dear; I cannot pay it', 'Late;never on time']
    const cells = [
      `${dear};`,
      'No stop;',
      `No stop;${dear};`,
      `${late};${dear};`,
      `${late};No stop;`,
      'Other;',
    ]
    const { draft, faults } = await draftTable(['Why not?', 'Again?'], cycle(72, cells, ['Yes', 'No']))
    expect(faults).toEqual([])
    expect([...(draft.questions[0]?.answers ?? [])].sort()).toEqual([late, 'No stop', 'Other', dear])
    expect(draft.questions[0]?.doubts.join()).toContain(`"${dear}"`)
  })

  it('does not take one choice with a comma for several', async () => {
    const { draft } = await draftTable(
      ['Is it rude?'],
      cycle(30, ['No, not at all rude', 'Yes, very rude', 'Yes, somewhat rude']),
    )
    expect(draft.questions[0]).toMatchObject({
      kind: 'scale',
      answers: ['No, not at all rude', 'Yes, somewhat rude', 'Yes, very rude'],
    })
  })

  it('recognises options, grids and ranks by headings that share a question', async () => {
    const { draft, faults } = await draftTable(
      [
        ...['Used - Books', 'Used - Films', 'Used - Games'],
        ...['Rank these [A]', 'Rank these [B]', 'Rank these [C]'],
        ...['How good is: Staff', 'How good is: Place', 'How good is: Comments'],
      ],
      cycle(
        60,
        ...[
          ['Books', null],
          [null, 'Films', 'Films'],
          ['Games', 'Games', null, null],
        ],
        ...[
          ['1', '2', '3'],
          ['2', '3', '1'],
          ['3', '1', '2'],
        ],
        ...[
          ['Good', 'Poor', 'Fair'],
          ['Fair', 'Good', 'Good', 'Poor'],
          unique('The lift is slow and dark on floor', 60),
        ],
      ),
    )
    expect(faults).toEqual([])
    expect(draft.questions.map(({ kind, text }) => [kind, text])).toEqual([
      ['multiple', 'Used'],
      ['ranking', 'Rank these'],
      ['matrix', 'How good is'],
      ['open', 'How good is: Comments'],
    ])
    expect(draft.questions[0]?.columns).toBeUndefined()
    expect(draft.questions[1]?.columns?.[0]).toEqual(['A', 'Rank these [A]'])
    expect(draft.questions[2]).toMatchObject({ items: ['Staff', 'Place'], answers: ['Good', 'Fair', 'Poor'] })
  })

  it('takes one item in one cell in every order for a ranking', async () => {
    const { draft } = await draftTable(['Order these'], cycle(24, ['A;B;C;', 'B;A;C;', 'C;B;A;', 'A;C;B;']))
    expect(draft.questions[0]).toMatchObject({ kind: 'ranking', answers: ['A', 'B', 'C'] })
  })

  it('keeps what a single row says out of the list, and counts it as other', async () => {
    const common = Array.from({ length: 40 }, (_, row) => (row % 2 === 0 ? 'Bus' : 'Train'))
    const { draft, yaml, faults } = await draftTable(
      ['How do you travel?'],
      [...common, 'my neighbour Jane drives me there'].map((cell) => [cell]),
    )
    expect(faults).toEqual([])
    expect(draft.questions[0]).toMatchObject({ answers: ['Bus', 'Train', 'Other'], other: 'Other' })
    expect(yaml).not.toContain('Jane')
  })

  it('takes the text box beside other for part of the question before', async () => {
    const { draft, faults } = await draftTable(
      ['How do you travel?', 'If other, please specify'],
      cycle(40, ['Bus', 'Train', 'Other', 'Bus'], [null, null, 'on a donkey', null]),
    )
    expect(faults).toEqual([])
    expect(draft.questions).toHaveLength(1)
    expect(draft.questions[0]).toMatchObject({ other: 'Other', otherText: 'If other, please specify' })
  })

  it('accounts for blank, constant and repeated columns under ignore, with a question each', async () => {
    const { draft, faults } = await draftTable(
      ['Use it?', 'Blank', 'Same', 'Twice', 'Twice'],
      cycle(20, ['Yes', 'No'], [null], ['x'], ['a', 'b'], ['c', 'd']),
    )
    expect(faults).toEqual([])
    expect(draft.ignore.map(({ heading }) => heading)).toEqual(['Blank', 'Same', 'Twice'])
    expect(draft.ignore.every(({ doubts }) => doubts.length === 1)).toBe(true)
  })

  it('does not take sentences that people share for options', async () => {
    const said = [
      'It is too far',
      'Open later, so that we can come',
      'Give us a bus, not a car park',
      'It is too far, so we drive',
    ]
    const { draft, yaml } = await draftTable(
      ['What would you change?'],
      Array.from({ length: 60 }, (_, row) => [
        `${said[row % 4]}, ${said[(row * 7 + 1) % 4]}${row % 3 === 0 ? ` on day ${row}` : ''}`,
      ]),
    )
    expect(draft.questions[0]?.kind).toBe('open')
    expect(yaml).not.toContain('park')
  })

  it('states the order of day and month only where nothing shows it', async () => {
    const open = cycle(40, ['03/04/2020', '05/06/2021', '07/08/2022'])
    expect((await draftTable(['Since when?'], open)).draft.cleaning.dates).toBe('day first')
    const shown = cycle(40, ['03/14/2020', '05/06/2021', '2022-08-30'])
    const { draft } = await draftTable(['Since when?'], shown)
    expect(draft.questions[0]?.kind).toBe('date')
    expect(draft.cleaning.dates).toBeUndefined()
    const mixed = cycle(40, ['14/03/2020', '03/14/2020'])
    expect(
      (
        await draftTable(
          ['Since when?', 'Use?'],
          mixed.map((row) => [...row, 'Yes']),
        )
      ).draft.questions[0]?.kind,
    ).not.toBe('date')
  })

  it('goes by the numbers of the file, and names the columns that wording alone does not tell apart', async () => {
    const { draft, faults } = await draftTable(
      ['3. Do you agree?', '4. If so, should it change?', '7. If so, should it change?'],
      cycle(30, ['Yes', 'No'], ['Yes', 'No', 'Yes'], ['No', 'Yes', 'No']),
    )
    expect(faults).toEqual([])
    expect(draft.questions.map(({ id, text }) => [id, text])).toEqual([
      ['q3', 'Do you agree?'],
      ['q4', 'If so, should it change?'],
      ['q7', 'If so, should it change?'],
    ])
    expect(draft.columns.map(({ name }) => name)).toEqual(['q4', 'q7'])
  })
})
