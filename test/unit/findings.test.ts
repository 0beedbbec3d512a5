import { describe, expect, it } from 'vitest'
import { findings } from '../../pipeline/7-package/findings/index.ts'
import type { ReleasedFigure, Table, TableColumn } from '../../pipeline/artefacts.ts'
import type { ClosedQuestion, Definition, Question } from '../../pipeline/definition/index.ts'
import { definition as parks, releasedTables } from './package-fixture.ts'

const [CHOICE] = parks.questions as readonly ClosedQuestion[]
const question = (change: Partial<ClosedQuestion> = {}): ClosedQuestion => ({
  ...(CHOICE as ClosedQuestion),
  text: 'Are parks good?',
  ...change,
})

const definitionOf = (one: Question, change: Partial<Definition> = {}): Definition => ({
  ...parks,
  questions: [one],
  populations: [{ id: 'all_responses', title: 'All responses', base: 'all respondents' }],
  ...change,
})

/** A column, of 200 respondents and all of them unless it says otherwise. */
const column = (change: Partial<TableColumn> = {}): TableColumn => ({
  ...{ population: 'all_responses', title: 'All responses', statistic: 'percent', base: 200, decimals: 0 },
  ...{ baseDescription: 'all respondents', ...change },
})

/** A figure, or the mark of why there is none. */
type Cell = number | 'c' | 'low' | 'z'
const cell = (one: Cell): ReleasedFigure =>
  typeof one === 'number' ? { value: one, status: '' } : { value: null, status: one }

function tableOf(
  rows: Readonly<Record<string, readonly Cell[]>>,
  columns: readonly TableColumn[] = [column()],
  change: Partial<Table<ReleasedFigure>> = {},
): Table<ReleasedFigure> {
  return {
    ...{ id: '1', title: 'Are parks good?', kind: 'question' as const, question: 'q1', notes: [], columns },
    rows: Object.entries(rows).map(([label, cells]) => ({ label, cells: cells.map(cell) })),
    ...change,
  }
}

const said = (
  definition: Definition,
  tables: readonly Table<ReleasedFigure>[],
  id = tables[0]?.id ?? '',
): readonly string[] =>
  (findings(definition, releasedTables(tables)).byTable.get(id) ?? []).map(({ text }) => text)

describe('findings about one population', () => {
  it('tell a choice of two in words and figures, with the base', () => {
    expect(said(definitionOf(question()), [tableOf({ Yes: [72], No: [28], Total: [100] })])).toEqual([
      'Nearly three quarters (72 per cent) of respondents said yes, while 28 per cent said no. The figures rest on 200 respondents.',
    ])
  })

  it('tell nets where there are any, and what is in none of them', () => {
    const scale = question({
      answers: ['Strongly agree', 'Agree', 'Disagree', 'Unsure'],
      nets: { Agreed: ['Strongly agree', 'Agree'] },
    })
    const table = tableOf({ 'Strongly agree': [30], Agree: [35], Disagree: [20], Unsure: [15], Agreed: [65] })
    expect(said(definitionOf(scale), [table])[0]).toBe(
      'Just under two thirds (65 per cent) of respondents answered \u2018Strongly agree\u2019 or \u2018Agree\u2019, while 20 per cent answered \u2018Disagree\u2019 and 15 per cent answered \u2018Unsure\u2019. The figures rest on 200 respondents.',
    )
    const withHidden = tableOf({
      'Strongly agree': ['c'],
      Agree: ['c'],
      Disagree: [20],
      Unsure: [15],
      Agreed: ['c'],
    })
    expect(said(definitionOf(scale), [withHidden])).toEqual([])
  })

  it('share a first place, and leave out what shares a last one with others', () => {
    const four = question({ answers: ['A', 'B', 'C', 'D', 'E'] })
    expect(said(definitionOf(four), [tableOf({ A: [30], B: [30], C: [14], D: [14], E: [12] })])[0]).toMatch(
      /^The most common answers among respondents were \u2018A\u2019 \(30 per cent\) and \u2018B\u2019 \(30 per cent\)\./,
    )
    expect(said(definitionOf(four), [tableOf({ A: [24], B: [24], C: [24], D: [24], E: [4] })])).toEqual([])
  })

  it('say who was asked, and that others did not reply', () => {
    const columns = [
      column({ baseDescription: 'all respondents who answered yes in Table 3, whether or not they replied' }),
    ]
    expect(
      said(definitionOf(question()), [tableOf({ Yes: [50], No: [30], 'No reply': [20] }, columns)])[0],
    ).toMatch(
      /^Half \(50 per cent\) of respondents who answered yes in Table 3 \(whether or not they replied\) said yes, while 30 per cent said no and 20 per cent gave no reply\./,
    )
  })

  it('put the interval beside an estimate, and say that it is weighted', () => {
    const columns = ['percent', 'percent_low', 'percent_high'].map((statistic) => column({ statistic }))
    const table = tableOf({ Yes: [72, 65, 78], No: [28, 22, 35] }, columns)
    expect(said(definitionOf(question(), { weighting: { rake: [] } }), [table])[0]).toMatch(
      /^After weighting, nearly three quarters \(72 per cent, confidence interval 65 to 78\) of respondents said yes,/,
    )
  })

  it('shorten long labels at a word, and lose what explains them first', () => {
    const long = `Another one ${'of the many '.repeat(10)}there are`
    const explained = `Another one (e.g. ${'this or that, '.repeat(10)}say)`
    const [text] = said(definitionOf(question({ answers: [long, explained] })), [
      tableOf({ [long]: [60], [explained]: [40] }),
    ])
    expect(text).toMatch(/\u2018Another one (of the many )+(of |of the )?\u2026\u2019/)
    expect(text).toContain('\u2018Another one\u2019')
  })

  it('name the question where they stand apart from it', () => {
    const key = (text: string) =>
      findings(definitionOf(question({ text })), releasedTables([tableOf({ Yes: [72], No: [28] })])).key[0]
        ?.text
    expect(key('Are they? Please tick one.')).toMatch(
      /^To the question \u2018Are they\?\u2019, nearly three quarters/,
    )
    expect(key('Parks are good')).toMatch(/^On \u2018Parks are good\u2019, nearly three quarters/)
  })

  it('are not misled by labels that look like something else', () => {
    const many = {
      ...question(),
      kind: 'multiple' as const,
      unticked: [],
      answers: ['Total', 'constructor', 'Parks'],
    }
    expect(said(definitionOf(many), [tableOf({ Total: [80], constructor: [70], Parks: [60] })])[0]).toMatch(
      /^The most common choice among respondents was \u2018Total\u2019, made by eight in ten \(80 per cent\), followed by \u2018constructor\u2019 \(70 per cent\)/,
    )
    const emoji = `${'x'.repeat(100)}\u{1f600}\u{1f600}`
    expect(said(definitionOf(question()), [tableOf({ [emoji]: [80], No: [20] })])[0]).toContain(
      `${'x'.repeat(100)} \u2026`,
    )
  })

  it('say in key findings how another population differs', () => {
    const members = {
      id: 'members',
      title: 'Members',
      base: 'all members',
      where: { q1: { how: 'any' as const, labels: ['x'] } },
    }
    const table = tableOf({ Yes: [60, 90], No: [40, 10] }, [
      column({ base: 500 }),
      column({ population: 'members', baseDescription: 'all members', base: 200 }),
    ])
    const one = definitionOf(question())
    const { key } = findings({ ...one, populations: [...one.populations, members] }, releasedTables([table]))
    expect(key.map(({ text }) => text)).toEqual([
      'To the question \u2018Are parks good?\u2019, six in ten (60 per cent) of respondents said yes, while 40 per cent said no. Among all members, a higher proportion (90 per cent) said yes. The figures rest on 500 and 200 respondents.',
    ])
  })

  it('are not made in a language that has no phrases', () => {
    const tables = releasedTables([tableOf({ Yes: [72], No: [28] })])
    expect(findings(definitionOf(question(), { language: 'cy' }), tables)).toEqual({
      key: [],
      byTable: new Map(),
    })
    expect(findings(definitionOf(question(), { language: 'en' }), tables).key.length).toBe(1)
  })
})

describe('findings about grids', () => {
  const items = ['Ponds', 'Paths', 'Gates']
  const grid = items.map((item, index) =>
    question({
      id: `view_${index}`,
      text: `How are these? \u2013 ${item}`,
      matrix: { text: 'How are these?', item },
    }),
  )
  const definition = { ...definitionOf(question()), questions: grid }
  const tables = (yes: readonly Cell[]) =>
    yes.map((one, index) =>
      tableOf(
        { Yes: [one], No: [typeof one === 'number' ? 100 - one : 30] },
        [column({ base: 200 + index })],
        {
          id: String(index),
          question: `view_${index}`,
        },
      ),
    )

  it('tell for which row most and fewest gave an answer', () => {
    const text =
      'To the question \u2018How are these?\u2019, the highest proportion of respondents said yes for \u2018Paths\u2019 (90 per cent), the lowest for \u2018Gates\u2019 (20 per cent). The figures rest on 201 and 202 respondents.'
    expect(said(definition, tables([50, 90, 20]))[0]).toBe(text)
    expect(findings(definition, releasedTables(tables([50, 90, 20]))).key.map((one) => one.text)).toEqual([
      text,
    ])
  })

  it('do not where a row is hidden, shares a place, or all are alike', () => {
    for (const yes of [
      ['c', 90, 20],
      [90, 90, 20],
      [71, 72, 70],
    ] as const) {
      expect(said(definition, tables(yes)).filter((text) => text.includes('the highest'))).toEqual([])
    }
  })
})

describe('findings about themes', () => {
  const theme = (code: string, label: string, more = {}) => ({
    code,
    label,
    meaning: '',
    keywords: [],
    ...more,
  })
  const open = {
    ...question(),
    kind: 'open' as const,
    themes: [
      theme('for', 'In favour', { opposite: 'against' }),
      theme('ducks', 'In favour \u2013 Ducks', { parent: 'for' }),
      theme('against', 'Against'),
    ],
  }
  const columns = ['count', 'percent'].map((statistic) => column({ statistic, base: 60 }))
  const themes = (rows: Readonly<Record<string, readonly Cell[]>>) =>
    said(definitionOf(open), [tableOf(rows, columns, { id: 'themes_q1', question: 'themes_q1' })])

  it('rank the main ones, and say how many times as many are for as against', () => {
    expect(themes({ 'In favour': [47, 78], 'In favour \u2013 Ducks': [40, 67], Against: [12, 20] })).toEqual([
      'The most common theme among respondents was \u2018In favour\u2019, mentioned by just over three quarters (78 per cent), followed by \u2018Against\u2019 (20 per cent). Among respondents, almost four times as many answers mentioned \u2018In favour\u2019 (47) as mentioned \u2018Against\u2019 (12). The figures rest on 60 coded answers.',
    ])
  })

  it('count few as neither twice nor four times as many', () => {
    expect(
      themes({ 'In favour': [38, 63], 'In favour \u2013 Ducks': ['c', 'c'], Against: [9, 15] })[0],
    ).not.toMatch(/times/)
    expect(
      themes({ 'In favour': [18, 30], 'In favour \u2013 Ducks': [1, 2], Against: [12, 20] })[0],
    ).not.toMatch(/many/)
  })
})

describe('findings about several populations', () => {
  const populations = [
    { id: 'all_responses', title: 'All responses', base: 'all respondents' },
    {
      id: 'members',
      title: 'Members',
      base: 'all members',
      where: { source: { how: 'any' as const, labels: ['members.csv'] } },
    },
  ]
  const columns = (all: number, members: number) => [
    column({ base: all }),
    column({ population: 'members', title: 'Members', baseDescription: 'all members', base: members }),
  ]
  const one = definitionOf(question(), { populations })

  it('compare a part with the rest of the whole, whichever comes first', () => {
    // Of the 100 who are no members 48 said yes, of the members 72: two separate groups of 60 and 72 would not differ.
    const text = said(one, [tableOf({ Yes: [60, 72], No: [40, 28] }, columns(200, 100))])
    expect(text[1]).toBe(
      'A lower proportion of respondents (60 per cent) than of all members (72 per cent) said yes.',
    )
    const partFirst = tableOf({ Yes: [72, 60], No: [28, 40] }, [...columns(200, 100)].reverse())
    expect(said(one, [partFirst])[1]).toBe(
      'A higher proportion of members (72 per cent) than of all respondents (60 per cent) said yes.',
    )
    // Two separate groups would differ; the 48 who are no members are too few to be spoken of.
    expect(said(one, [tableOf({ Yes: [70, 95], No: [30, 5] }, columns(148, 100))]).length).toBe(1)
  })

  it('go by the p-values where there are some', () => {
    const table = tableOf({ Yes: [60, 78], No: [40, 22] }, columns(200, 100))
    const tests = (p: Cell) =>
      tableOf(
        { Yes: [p], No: [p] },
        [
          column({
            population: 'all_responses / members',
            statistic: 'p_value',
            decimals: 4,
            among: ['all_responses', 'members'],
          }),
        ],
        { id: '1_differences', of: '1' },
      )
    expect(said(one, [table, tests(0.0012)]).length).toBe(2)
    expect(said(one, [table, tests(0.2)]).length).toBe(1)
    expect(said(one, [table, tests('c')]).length).toBe(1)
  })

  it('say nothing of differences of a sample without its errors', () => {
    const weighted = { ...one, weighting: { rake: [] } }
    const table = tableOf({ Yes: [60, 90], No: [40, 10] }, columns(500, 200))
    expect(said(one, [table]).length).toBe(2)
    expect(said(weighted, [table]).length).toBe(1)
    const withErrors = (error: number) =>
      tableOf(
        { Yes: [60, error, 90, error], No: [40, error, 10, error] },
        columns(500, 200).flatMap((own) => [
          own,
          { ...own, statistic: 'percent_standard_error', decimals: 1 },
        ]),
      )
    expect(said(weighted, [withErrors(2)]).length).toBe(2)
    expect(said(weighted, [withErrors(8)]).length).toBe(1)
  })

  it('leave out who gave no reply from breakdowns', () => {
    const variables = [{ id: 'region', title: 'Region', values: ['North', 'South'], groups: [] }]
    const group = (value: string) =>
      column({
        population: `region: ${value}`,
        baseDescription: `respondents with region ${value}`,
        group: { populations: [], without: [], values: { region: value } },
      })
    const table = (values: readonly string[]) =>
      tableOf({ Yes: [80, 50], No: [20, 50] }, values.map(group), { id: '1_by_region', kind: 'breakdown' })
    expect(said(definitionOf(question(), { variables }), [table(['North', 'South'])])).toEqual([
      'A higher proportion of respondents with region North (80 per cent) than of those with region South (50 per cent) said yes.',
    ])
    expect(said(definitionOf(question(), { variables }), [table(['North', '[no reply]'])])).toEqual([])
  })

  it('compare in a banner only groups of one variable', () => {
    const variables = ['region', 'age'].map((id) => ({ id, title: id, values: ['A', 'B'], groups: [] }))
    const group = (id: string, value: string) =>
      column({
        population: `${id}: ${value}`,
        baseDescription: `respondents with ${id} ${value}`,
        group: { populations: [], without: [], values: { [id]: value } },
      })
    const columns = [
      column(),
      group('region', 'A'),
      group('region', 'B'),
      group('age', 'A'),
      group('age', 'B'),
    ]
    const banner = (yes: readonly number[]) =>
      tableOf({ Yes: yes, No: yes.map((one) => 100 - one) }, columns, {
        id: '1_by_region-age',
        kind: 'breakdown',
      })
    const definition = definitionOf(question(), { variables })
    expect(said(definition, [banner([50, 52, 48, 90, 10])])).toEqual([
      'A higher proportion of respondents with age A (90 per cent) than of those with age B (10 per cent) said yes.',
    ])
    expect(said(definition, [banner([50, 90, 88, 10, 12])])).toEqual([])
  })

  it('say nothing of a column with figures of low reliability', () => {
    const plain = tableOf({ Yes: [80, 50], No: [20, 50] }, [
      column(),
      column({ population: 'leaders', base: 45 }),
    ])
    expect(said(definitionOf(question()), [plain])[0]).toContain('45')
    const marked = {
      ...plain,
      rows: plain.rows.map(({ label, cells }) => ({
        label,
        cells: cells.map((cell, index) => (index === 1 ? { ...cell, status: 'u' as const } : cell)),
      })),
    }
    expect(said(definitionOf(question()), [marked])[0]).not.toContain('45')
    const all = {
      ...marked,
      rows: plain.rows.map(({ label, cells }) => ({
        label,
        cells: cells.map((cell) => ({ ...cell, status: 'u' as const })),
      })),
    }
    expect(said(definitionOf(question()), [all])).toEqual([])
  })

  it('tell a change since the last wave where it is real', () => {
    const waves = [
      { label: '2024', file: 'a.csv', tables: {} },
      { label: '2025', file: 'b.csv', tables: {} },
    ]
    const table = (now: number) =>
      tableOf(
        { Yes: [40, 50, now, now - 50], No: [60, 50, 100 - now, 50 - now] },
        [
          ...['2024', '2025'].map((wave) => column({ population: `all_responses, ${wave}` })),
          column(),
          column({ statistic: 'change' }),
        ],
        { id: '1_waves', of: '1' },
      )
    expect(said(definitionOf(question(), { waves }), [table(75)])).toEqual([
      'A higher proportion of respondents said yes now (75 per cent) than in the wave \u20182025\u2019 (50 per cent).',
    ])
    expect(said(definitionOf(question(), { waves }), [table(58)])).toEqual([])
  })
})

describe('findings about numbers and frames', () => {
  const rates = (rows: Readonly<Record<string, readonly Cell[]>>) =>
    tableOf(
      rows,
      ['responded', 'in_frame', 'response_rate_percent'].map((statistic) =>
        column({ population: 'authorities', statistic, base: null, baseDescription: '' }),
      ),
      { kind: 'response rate' },
    )

  it('tell the highest and lowest rate, unless that is of a tiny group or one is hidden', () => {
    const rows = {
      County: [17, 27, 63],
      District: [56, 201, 28],
      Borough: [10, 33, 30],
      Total: [83, 261, 32],
    } as const
    expect(said(parks, [rates(rows)])).toEqual([
      'At least one response was received from 83 of the 261 authorities (32 per cent).',
      'The response rate was highest for \u2018County\u2019 (63 per cent) and lowest for \u2018District\u2019 (28 per cent).',
    ])
    expect(said(parks, [rates({ ...rows, City: [1, 1, 100] })]).length).toBe(1)
    expect(said(parks, [rates({ ...rows, City: ['c', 30, 'c'] })]).length).toBe(1)
  })

  it('say that counts are rounded, and then nothing of the highest rate', () => {
    const rows = { County: [15, 25, 60], District: [55, 200, 28], Total: [70, 225, 31] } as const
    const rounded = { ...parks, privacy: { ...parks.privacy, profile: 'health' as const } }
    expect(said(rounded, [rates(rows)])).toEqual([
      'At least one response was received from about 70 of about 225 authorities (31 per cent).',
    ])
  })

  it('tell means with their interval, of scores as such', () => {
    const columns = ['estimate', 'interval_low', 'interval_high'].map((statistic) =>
      column({ statistic, decimals: 1 }),
    )
    const table = tableOf({ Mean: [1234.5, 1200, 1269], Median: [1100, 'z', 'z'] }, columns, {
      id: '1_estimates',
      of: '1',
    })
    expect(said(definitionOf(question()), [table])).toEqual([
      'The mean score among respondents was 1,234.5 (confidence interval 1,200.0 to 1,269.0) and the median score 1,100.0.',
    ])
  })
})
