import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
import { sumAnew } from './support/corruptions.ts'
import { stocktake } from './support/stocktake.ts'

describe('a grid', () => {
  it('has a table a row, whose identifier conditions may use', () => {
    const row = (hours: string, staff: string, why: string): Cells => ({
      'Rate these - Hours': hours,
      'Rate these - Staff': staff,
      'Why were hours bad?': why,
    })
    const outcome = publish(
      `responses: { file: r.csv }
questions:
  rate:
    text: Rate these
    kind: matrix
    items: { hours: Hours, staff: Staff }
    answers: [Good, Fair, Bad, Don't know]
    statistics: [percent, mean]
    nets: { Good or fair: [Good, Fair] }
    scores: { Good: 2, Fair: 1, Bad: 0 }
    decimals: 2
  why: { text: Why were hours bad?, answers: [Late, Short], asked_if: { hours: Bad } }
`,
      {
        'r.csv': csvOf([
          ...times(22, row('Good', 'Fair', '')),
          ...times(16, row('Bad', 'Good', 'Late')),
          ...times(8, row('Bad', '', 'Short')),
          ...times(6, row("Don't know", 'Good', 'Late')),
        ]),
      },
    )
    const hours = {
      Good: [11, 26],
      Fair: [0, 26],
      Bad: [12, 26],
      "Don't know": [3, 26],
      Total: [26, 26],
      'Good or fair': [11, 26],
    }
    const shown = Object.entries(hours).map(([label, [count = 0, base = 0]]) => [
      label,
      percentOf(count, base),
    ])
    expect(columnOf(outcome, '1')).toEqual(Object.fromEntries(shown))
    expect(lineOf(outcome, { table: '2', row: 'Good' })).toMatchObject({ value: '50', base: '44' })
    const mean = lineOf(outcome, { table: '1_estimates', row: 'Mean', statistic: 'estimate' })
    expect(mean).toMatchObject({ value: (22 / 23).toFixed(2), base: '46' })
    // Those who said "Don't know" were not asked, whatever they wrote.
    expect(columnOf(outcome, '3')).toEqual({ Late: percentOf(8, 12), Short: percentOf(4, 12), Total: '100' })
    expect(outcome.responses.filter((one) => one['why'] === '[not asked]').length).toBe(28)
  })
})

describe('a ranking', () => {
  const orders: readonly (readonly [number, string])[] = [
    [7, 'Parks;Roads;Bins'],
    [5, 'Roads;Parks;Bins'],
    [4, 'Bins;Roads'],
  ]
  const rows = orders.flatMap(([count, order]) => {
    const places = order.split(';')
    const rank = (item: string) => (places.includes(item) ? String(places.indexOf(item) + 1) : '')
    return times(count, { P: rank('Parks'), R: rank('Roads'), B: rank('Bins'), Order: `${order};` })
  })
  const definition = `responses: { file: r.csv }
questions:
  columns: { text: Rank, kind: ranking, answers: &items [Parks, Roads, Bins], columns: { Parks: P, Roads: R, Bins: B }, statistics: [percent, mean], decimals: 2 }
  cell: { text: Order, kind: ranking, answers: *items, statistics: [percent, mean], decimals: 2 }
`
  it('gives who was first and the mean rank, from columns and from one cell', () => {
    const outcome = publish(definition, { 'r.csv': csvOf(rows) })
    for (const table of ['1', '2']) {
      expect(columnOf(outcome, table)).toEqual({
        Parks: percentOf(7, 16),
        Roads: percentOf(5, 16),
        Bins: percentOf(4, 16),
      })
      expect(columnOf(outcome, `${table}_estimates`, { statistic: 'estimate' })).toEqual({
        Parks: ((7 * 1 + 5 * 2) / 12).toFixed(2),
        Roads: ((7 * 2 + 5 * 1 + 4 * 2) / 16).toFixed(2),
        Bins: ((7 * 3 + 5 * 3 + 4 * 1) / 16).toFixed(2),
      })
    }
  })

  it('has the base of each mean rank beside it: those who ranked the item', () => {
    const outcome = publish(`${definition}tables: { precision: true }\n`, { 'r.csv': csvOf(rows) })
    for (const table of ['1_estimates', '2_estimates']) {
      const ranked = { Parks: '12', Roads: '16', Bins: '16' }
      expect(columnOf(outcome, table, { statistic: 'respondents' })).toEqual(ranked)
      for (const { row = '', base, base_description } of outcome.tables.filter(
        (one) => one['table'] === table,
      )) {
        expect([row, base]).toEqual([row, Object.entries(ranked).find(([item]) => item === row)?.[1]])
        expect(base_description).toBe('all respondents, of those who ranked the item')
      }
      const printed = outcome.release.get(`data/tables/${table}.csv`)?.toString() ?? ''
      expect(printed.split('\n')[0]).toMatch(/^Item,.*\(number who ranked it\)$/)
      // No single number is the base of all of them.
      expect(outcome.release.get('index.html')?.toString()).toContain(
        'Base: all respondents, of those who ranked the item',
      )
    }
    const folder = join(outcome.home, 'dist/survey/1.0.0')
    expect(stocktake(outcome.home, ['verify', folder]).exitCode).toBe(0)
    const spoilt = join(outcome.home, 'spoilt')
    cpSync(folder, spoilt, { recursive: true })
    const path = join(spoilt, 'data/tables.csv')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(Parks,respondents,)12/, '$113'))
    sumAnew(spoilt)
    expect(stocktake(outcome.home, ['verify', spoilt]).said).toContain('Table 1_estimates contradicts itself')
  })

  it('refuses ranks that there are not or that are given twice, and items that are not on the list', () => {
    const wrong = [
      { P: '4', R: '1', B: '2', Order: 'Parks;Roads;Bins' },
      { P: '1', R: 'first', B: '2', Order: 'Parks;Potholes;Bins' },
      { P: '1', R: '1', B: '', Order: 'Bins;Parks;Bins' },
    ]
    const refused = refuse(3, definition, { 'r.csv': csvOf([...rows, ...wrong]) })
    expect(refused.said).toMatch(/row 18, columns: 3 answers are not/)
    expect(refused.said).toMatch(/row 19, cell: 2 answers are not/)
  })
})

describe('a number', () => {
  const definition = `responses: { file: r.csv }
questions:
  spent:
    text: Spent
    kind: number
    minimum: 0
    maximum: 5000
    bands: [{ label: Under 10, below: 10 }, { label: 10 to 999, below: 1000 }, { label: 1000 or more }]
    nets: { Under 1000: [Under 10, 10 to 999] }
    statistics: [count, percent, mean, median]
    decimals: 2
  plain: { text: Plain, kind: number, statistics: [mean] }
`
  it('is published in bands, its mean and median from the numbers themselves', () => {
    const cells = [
      '0',
      '9.99',
      '10',
      ' 12 ',
      '250.5',
      '999',
      '1,000',
      '1,234.50',
      '5000',
      '"5,000"'.slice(1, -1),
      '7',
      '',
    ]
    const numbers = cells.filter((cell) => cell !== '').map((cell) => Number(cell.trim().replace(',', '')))
    const outcome = publish(definition, {
      'r.csv': csvOf([...cells, ...cells, ...cells].map((cell) => ({ Spent: cell, Plain: '3' }))),
    })
    const counts = {
      'Under 10': '9',
      '10 to 999': '12',
      '1000 or more': '12',
      Total: '33',
      'Under 1000': '21',
    }
    expect(columnOf(outcome, '1', { statistic: 'count' })).toEqual(counts)
    const sorted = [...numbers].sort((a, b) => a - b)
    const mean = numbers.reduce((sum, one) => sum + one, 0) / 11
    expect(columnOf(outcome, '1_estimates', { statistic: 'estimate' })).toEqual({
      Mean: mean.toFixed(2),
      Median: (sorted[5] ?? 0).toFixed(2),
    })
    expect(Object.keys(outcome.responses[0] ?? {})).toEqual(['id', 'spent'])
  })

  it('refuses what is out of range, no number, or has commas where no thousands are', () => {
    const wrong = ['-1', '5001', 'ten', '1,5', '12,34', '1e9', 'NaN', 'Infinity', '£5']
    const refused = refuse(3, definition, {
      'r.csv': csvOf([
        ...times(12, { Spent: '5', Plain: '1' }),
        ...wrong.map((cell) => ({ Spent: cell, Plain: cell })),
      ]),
    })
    expect(refused.said).toMatch(/row 14, spent: 9 answers are not/)
    expect(refused.said).toContain('a number from 0 to 5000\n')
    expect(refused.said).toMatch(/row 16, plain: 6 answers are not/)
  })
})

describe('a date', () => {
  const definition = `responses: { file: r.csv }
questions:
  iso: { text: ISO, kind: date, minimum: "2020-01-01", bands: &bands [{ label: Before May 2024, below: "2024-05-01" }, { label: Later }] }
  day: { text: Day first, kind: date, bands: *bands }
  month: { text: Month first, kind: date, bands: *bands }
  short: { text: Short, kind: date, minimum: "2020-01-01", maximum: "2026-03-31", bands: *bands }
`
  const days = ['2024-03-04', '2024-04-05', '2024-04-30', '2024-05-01', '2024-12-31', '2023-07-13']
  const rows = days.flatMap((iso) => {
    const [year = '', month = '', day = ''] = iso.split('-')
    return times(2, {
      ISO: iso,
      'Day first': `${day}/${month}/${year}`,
      'Month first': `${Number(month)}/${Number(day)}/${year} 10:05`,
      Short: `${day}.${month}.${year.slice(2)}`,
    })
  })
  it('is read in ISO, with the day first and with the month first, years of two digits too', () => {
    const outcome = publish(definition, { 'r.csv': csvOf(rows) })
    const before = days.filter((day) => day < '2024-05-01').length
    for (const table of ['1', '2', '3', '4']) {
      expect(columnOf(outcome, table), table).toEqual({
        'Before May 2024': percentOf(2 * before, 12),
        Later: percentOf(12 - 2 * before, 12),
        Total: '100',
      })
    }
  })

  it('refuses what is no date or too early, and says what is expected as a date', () => {
    const early = {
      ISO: '2019-12-31',
      'Day first': '32/01/2024',
      'Month first': '3/15/2024',
      Short: '15.03.24',
    }
    const refused = refuse(3, definition, { 'r.csv': csvOf([...rows, early]) })
    expect(refused.said).toContain('row 14, iso')
    expect(refused.said).toContain('row 14, day')
    expect(refused.said).not.toContain('row 14, month')
    expect(refused.said).toContain('a date from 2020-01-01\n')
  })
})
