import { describe, expect, it } from 'vitest'
import { type Cells, column, csvOf, publishAll as publish } from './support/consultation.ts'

const DEFINITION = `responses: { file: answers.csv, columns: {} }
printed: printed.csv
questions:
  sundays: { text: Sundays, answers: ["Yes", "No", "No opinion"] }
  fees: { text: Fees, answers: ["Too high", "Fair"] }
`

const SUNDAYS = column('Sundays', { Yes: 30, No: 18, 'No opinion': 12 })
const FEES = column('Fees', { 'Too high': 15, Fair: 45 })
const ANSWERS = csvOf(SUNDAYS.map((row, index) => ({ ...row, ...FEES[index] })))

/** A printed column of percentages. */
const printedColumn = (table: string, base: number, percents: Readonly<Record<string, number>>) =>
  Object.entries({ ...percents, Total: 100 }).map(
    ([row, value]): Cells => ({
      table,
      population: 'all_responses',
      row,
      statistic: 'percent',
      value: String(value),
      base: String(base),
    }),
  )

const FAIR = printedColumn('2', 60, { 'Too high': 25, Fair: 75 })
const comparedWith = (printed: readonly Cells[]) => {
  const { result, said } = publish(DEFINITION, { 'answers.csv': ANSWERS, 'printed.csv': csvOf(printed) })
  return { reconciliation: result['reconciliation'], said }
}

describe('figures printed earlier', { timeout: 300_000 }, () => {
  it('are compared one by one', () => {
    const { reconciliation, said } = comparedWith([
      ...printedColumn('1', 60, { Yes: 50, No: 30, 'No opinion': 20 }),
      ...FAIR,
    ])
    expect(reconciliation).toMatchObject({
      figures: 7,
      equal: 7,
      bases: 2,
      differingBases: [],
      impossible: [],
    })
    expect(said).toContain('7 of 7 figures and 2 of 2 bases are equal to those printed')
    expect(said).not.toContain('impossible in print')
  })

  it('are told apart from those that no counts can give: half of an odd base', () => {
    const { reconciliation, said } = comparedWith([
      ...printedColumn('1', 61, { Yes: 50, No: 30, 'No opinion': 20 }),
      ...FAIR,
    ])
    const place = { table: '1', population: 'all_responses' }
    expect(reconciliation).toMatchObject({
      equal: 7,
      differingBases: [{ ...place, printed: 61, run: 60 }],
      impossible: [{ ...place, base: 61, possibleBases: [60] }],
    })
    expect(said).toContain(
      'Table 1, all_responses: impossible in print, no counts of 61 give these percentages; 60 would',
    )
  })

  it('are not called impossible where they are possible and wrong', () => {
    const { reconciliation, said } = comparedWith([
      ...printedColumn('1', 60, { Yes: 40, No: 40, 'No opinion': 20 }),
      ...FAIR,
    ])
    expect(reconciliation).toMatchObject({ equal: 5, differingBases: [], impossible: [] })
    expect(said).toContain('Table 1, all_responses, Yes: differs')
    expect(said).not.toContain('impossible in print')
  })

  it('are impossible where their parts cannot add up to any base near', () => {
    const { reconciliation } = comparedWith([
      ...printedColumn('1', 60, { Yes: 70, No: 30, 'No opinion': 20 }),
      ...FAIR,
    ])
    expect(reconciliation).toMatchObject({ impossible: [{ table: '1', base: 60, possibleBases: [] }] })
  })
})
