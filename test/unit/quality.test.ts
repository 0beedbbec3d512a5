import { describe, expect, it } from 'vitest'
import { markQuality } from '../../pipeline/6-protect/quality.ts'
import { baseLine, columnHeadings } from '../../pipeline/7-package/headings.ts'
import { WORKBOOK_MARKS } from '../../pipeline/7-package/marks.ts'
import { printedCsv, tidyCsv } from '../../pipeline/7-package/tables.ts'
import type { ReleasedFigure, Table, TableColumn } from '../../pipeline/artefacts.ts'
import { isAsStrict, PROFILES, riskModel } from '../../pipeline/policy.ts'
import { rulesInWords } from '../../pipeline/rules-in-words.ts'

const REPORTING = { decimals: 0, low: '[low]', zero: '0', notApplicable: '[z]' }

const column = (population: string, base: number | null, more: Partial<TableColumn> = {}): TableColumn => ({
  ...{ population, title: population, statistic: 'percent', base, baseDescription: `all of ${population}` },
  ...{ decimals: 0, ...more },
})

const shown = (value: number, base?: number): ReleasedFigure => ({
  ...{ value, status: '' as const },
  ...(base === undefined ? {} : { base }),
})
const none = (status: 'low' | 'c' | 'z' | 'x'): ReleasedFigure => ({ value: null, status })

const tableOf = (
  columns: readonly TableColumn[],
  rows: readonly (readonly ReleasedFigure[])[],
  more: Partial<Table<ReleasedFigure>> = {},
): Table<ReleasedFigure> => ({
  ...{ id: '1', title: 'Are parks good?', kind: 'question', question: 'q1', columns, notes: [] },
  ...{ rows: rows.map((cells, index) => ({ label: `row ${index}`, cells })), ...more },
})

const statuses = ({ rows }: Table<ReleasedFigure>) => rows.map(({ cells }) => cells.map((one) => one.status))

describe('figures of few people', () => {
  const bases = tableOf(
    ['a', 'b', 'c', 'd'].map((name, index) => column(name, [12, 49, 50, 300][index] ?? null)),
    [
      [shown(25), shown(0), shown(40), shown(1)],
      [none('low'), none('z'), none('c'), none('low')],
    ],
  )

  it('are marked and keep their values; what has none keeps its reason', () => {
    const marked = markQuality(bases, 50)
    expect(statuses(marked)).toEqual([
      ['u', 'u', '', ''],
      ['low', 'z', 'c', 'low'],
    ])
    expect(marked.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual(
      bases.rows.map(({ cells }) => cells.map(({ value }) => value)),
    )
    expect(marked.columns).toEqual(bases.columns)
  })

  it('are those below what the rules say, none where they say 0', () => {
    expect(statuses(markQuality(bases, 13))[0]).toEqual(['u', '', '', ''])
    expect(markQuality(bases, 0)).toEqual(bases)
    expect(statuses(markQuality(bases, 1000))[0]).toEqual(['u', 'u', 'u', 'u'])
  })

  it('are none of a column whose base is not shown, nor of a response rate', () => {
    const hidden = tableOf([column('a', null)], [[none('c')], [shown(3)]])
    expect(statuses(markQuality(hidden, 50))).toEqual([['c'], ['']])
    const rate = tableOf([column('units', 12)], [[shown(3)]], { kind: 'response rate' })
    expect(markQuality(rate, 50)).toEqual(rate)
  })

  it('go by their own base where rows differ in it', () => {
    const ranks = tableOf([column('a', 300)], [[shown(2, 49)], [shown(3, 50)], [shown(3)]])
    expect(statuses(markQuality(ranks, 50))).toEqual([['u'], [''], ['']])
    // A heading speaks of a whole column: here not of all of it.
    expect(markQuality(ranks, 50).notes).toEqual([expect.stringContaining('fewer than 50 people')])
    expect(markQuality(ranks, 40).notes).toEqual([])
    expect(markQuality(bases, 50).notes).toEqual([])
  })

  it('include a change from few or to few', () => {
    const waves = (before: number | null, now: number) =>
      tableOf(
        [
          column('a, 2023', before, { among: ['a'] }),
          column('a', now, { among: ['a'] }),
          column('a', now, { among: ['a'], statistic: 'change' }),
          column('b', 12, { among: ['b'] }),
        ],
        [[shown(40), shown(45), shown(5), shown(1)]],
      )
    expect(statuses(markQuality(waves(20, 300), 50))[0]).toEqual(['u', '', 'u', 'u'])
    expect(statuses(markQuality(waves(300, 20), 50))[0]).toEqual(['', 'u', 'u', 'u'])
    expect(statuses(markQuality(waves(300, 300), 50))[0]).toEqual(['', '', '', 'u'])
    expect(statuses(markQuality(waves(null, 300), 50))[0]).toEqual(['', '', '', 'u'])
  })

  it('are marked for quality alone: any number may be chosen, and no profile makes it a rule of protection', () => {
    const { consultation, health, 'special-category': special, 'as-published': published } = PROFILES
    expect([consultation, health, special, published].map(({ small_base }) => small_base)).toEqual([
      50, 50, 50, 0,
    ])
    expect(isAsStrict('small_base', 30, 50)).toBe(true)
    const chosen = riskModel({ profile: 'health', rules: { small_base: 30 }, waivers: [] })
    const [said] = rulesInWords(chosen).filter(({ rule }) => rule === 'small_base')
    expect(said).toMatchObject({ value: 30, of: 'quality' })
    expect(`${said?.says} ${said?.reason}`).not.toMatch(/protect|anonym|confiden|hid/i)
  })
})

describe('a mark of low reliability', () => {
  const marked = markQuality(
    tableOf(
      [column('North', 12), column('South', 300)],
      [
        [shown(25), shown(40)],
        [none('low'), none('x')],
      ],
    ),
    50,
  )

  it('stands beside its value in the table of all figures', () => {
    expect(tidyCsv([marked])).toBe(`table,title,population,row,statistic,value,status,base,base_description
1,Are parks good?,North,row 0,percent,25,u,12,all of North
1,Are parks good?,South,row 0,percent,40,,300,all of South
1,Are parks good?,North,row 1,percent,,low,12,all of North
1,Are parks good?,South,row 1,percent,,x,300,all of South
`)
  })

  it('stands in the heading and beside the base where the table is printed, so that cells are numbers', () => {
    expect(printedCsv(marked, REPORTING)).toBe(
      'Answer,North (per cent) [u],South (per cent)\nrow 0,25,40\nrow 1,[low],[x]\n',
    )
    expect(columnHeadings(marked, '\n', true)).toEqual(['a) North\n(per cent) [u]', 'b) South\n(per cent)'])
    expect(baseLine(marked)).toBe(
      'Base: a) all of North (12 respondents) [u]; b) all of South (300 respondents)',
    )
  })

  it('is the shorthand of the Analysis Function', () => {
    expect(WORKBOOK_MARKS).toEqual({ low: '[low]', c: '[c]', z: '[z]', x: '[x]', u: '[u]' })
  })

  it('leaves each figure its own base where rows differ in it, and none to what is hidden', () => {
    const own = tableOf([column('North', 300, { ownBases: true })], [[shown(25, 7)], [none('c')]])
    expect(tidyCsv([own]).split('\n').slice(1, 3)).toEqual([
      '1,Are parks good?,North,row 0,percent,25,,7,all of North',
      '1,Are parks good?,North,row 1,percent,,c,,all of North',
    ])
    expect(baseLine(own)).toBe('Base: all of North')
  })
})
