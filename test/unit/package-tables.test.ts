import { describe, expect, it } from 'vitest'
import { plainFigure, printedFigure } from '../../pipeline/7-package/figure.ts'
import { baseLine, columnHeadings } from '../../pipeline/7-package/headings.ts'
import { namedTables } from '../../pipeline/7-package/names.ts'
import { printedCsv, refuseRepeatedLabels, tidyCsv } from '../../pipeline/7-package/tables.ts'
import { Refused } from '../../pipeline/issues.ts'
import { definition, questionTable, rateTable } from './package-fixture.ts'

const { reporting } = definition

describe('a figure', () => {
  it('has its decimals, also when they are zero', () => {
    expect(plainFigure({ value: 100, status: '' }, 1)).toBe('100.0')
    expect(plainFigure({ value: 44.4, status: '' }, 1)).toBe('44.4')
    expect(plainFigure({ value: null, status: 'low' }, 1)).toBe('')
  })

  it('is never written when disclosure control gave it a status and a value, or neither', () => {
    expect(() => plainFigure({ value: 3, status: 'c' }, 0)).toThrow('either a value or a status')
    expect(() => plainFigure({ value: null, status: '' }, 0)).toThrow('either a value or a status')
  })

  it('is never rounded here', () => {
    expect(() => plainFigure({ value: 44.44, status: '' }, 1)).toThrow('more digits')
    expect(() => plainFigure({ value: Number.NaN, status: '' }, 1)).toThrow('more digits')
  })

  it('is printed as the definition says', () => {
    const marks = { decimals: 0, low: '~', zero: 'none', notApplicable: 'n/a' }
    expect(printedFigure({ value: 0, status: '' }, 0, marks)).toBe('none')
    expect(printedFigure({ value: null, status: 'low' }, 0, marks)).toBe('~')
    expect(printedFigure({ value: null, status: 'z' }, 0, marks)).toBe('n/a')
    expect(printedFigure({ value: null, status: 'c' }, 0, marks)).toBe('[c]')
  })
})

describe('tables as CSV', () => {
  it('are tidy with one figure a line', () => {
    expect(tidyCsv([rateTable])).toBe(
      `table,title,population,row,statistic,value,status,base,base_description
1,Response breakdown by role,people,Total,responded,160,,,
1,Response breakdown by role,people,Total,in_frame,794,,,
1,Response breakdown by role,people,Total,response_rate_percent,20.2,,,
`,
    )
  })

  it('are rectangular as printed', () => {
    expect(printedCsv(questionTable, reporting)).toBe(
      `Answer,Leaders (per cent),Everybody (number),Everybody (per cent)
"Yes, ""generally"",
but not always",44.4,1194,100.0
=SUM(A1),**,0,0
Other,[c],[c],-
`,
    )
  })

  it('are refused when two rows have one label, and the refusal names the question', () => {
    const rows = questionTable.rows.map((row) => ({ ...row, label: 'Total' }))
    expect(() => refuseRepeatedLabels([rateTable, { ...questionTable, rows }])).toThrow(Refused)
    expect(() => refuseRepeatedLabels([{ ...questionTable, rows }])).toThrow('Table 2 would have two rows')
    const columns = questionTable.columns.map((column) => ({ ...column, population: 'everybody' }))
    expect(() => refuseRepeatedLabels([{ ...questionTable, columns }])).toThrow('two columns')
    expect(() => refuseRepeatedLabels([rateTable, questionTable])).not.toThrow()
  })
})

describe('headings', () => {
  it('carry the letter of their base', () => {
    expect(columnHeadings(questionTable, '\n', true)).toEqual([
      'a) Leaders\n(per cent)',
      'b) Everybody\n(number)',
      'b) Everybody\n(per cent)',
    ])
    expect(baseLine(questionTable)).toBe(
      'Base: a) all leaders (153 respondents); b) all responses (1,194 respondents)',
    )
  })

  it('have no letter where there is one base, and no base line where there is none', () => {
    const one = { ...questionTable, columns: questionTable.columns.slice(1) }
    expect(columnHeadings(one, ' ', true)).toEqual(['Everybody (number)', 'Everybody (per cent)'])
    expect(baseLine(one)).toBe('Base: all responses (1,194 respondents)')
    expect(baseLine(rateTable)).toBeUndefined()
  })

  it('differ whatever their case, from each other and from the rows', () => {
    const titles = ['Answer (per cent)', 'LEADERS', 'leaders']
    const columns = questionTable.columns.map((column, index) => ({
      ...column,
      title: titles[index] ?? '',
      population: `p${index}`,
      statistic: index === 0 ? 'mean' : 'percent',
    }))
    const headings = columnHeadings({ ...questionTable, columns }, ' ', false)
    expect(headings).toEqual([
      'Answer (per cent)',
      'LEADERS (per cent) (p1, percent)',
      'leaders (per cent) (p2, percent)',
    ])
    const named = columns.map((column) => ({ ...column, title: 'answer', statistic: 'mean' }))
    expect(new Set(columnHeadings({ ...questionTable, columns: named }, ' ', false)).size).toBe(3)
  })
})

describe('names of tables', () => {
  it('are safe as files and never the same', () => {
    const ids = ['1', '5_by_region', 'Über/../x', 'a b', 'a-b', 'A B', 'con', '..', 'x'.repeat(200)]
    const named = namedTables(ids.map((id) => ({ ...rateTable, id })))
    expect(named.map(({ name }) => name)).toEqual([
      '1',
      '5_by_region',
      'ber-x',
      'a-b',
      'a-b-2',
      'a-b-3',
      'table-con',
      'table',
      'x'.repeat(80),
    ])
    expect(named[0]).toMatchObject({
      path: 'data/tables/1.csv',
      title: 'Table 1: Response breakdown by role',
    })
    expect(named[1]?.title).toBe('Table 5: Response breakdown by role')
  })
})
