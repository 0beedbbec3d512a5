import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DateOrder, dateOrder } from '../../pipeline/2-clean/date-order.ts'
import { type Engine, literal } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'

let engine: Engine
let tables = 0
beforeAll(async () => {
  engine = (await testEngine()).engine
})
afterAll(() => engine.close())

async function orderOf(cells: readonly (string | null)[], offset = 2): Promise<DateOrder> {
  const table = `dates ${tables++}`
  await engine.run(`CREATE TABLE "${table}" ("the date" VARCHAR)`)
  if (cells.length > 0) {
    const values = cells.map((cell) => `(${cell === null ? 'NULL' : literal(cell)})`)
    await engine.run(`INSERT INTO "${table}" VALUES ${values.join(', ')}`)
  }
  return dateOrder(engine, table, 'the date', offset)
}

describe('dateOrder', () => {
  test.each([
    ['a day above 12 stands first', ['03/04/2015', '13/04/2015'], 'day first'],
    ['a day above 12 stands second', ['03/04/2015', '4/13/15 18:37'], 'month first'],
    ['ISO dates only', ['2015-03-04', '2015-03-04 10:00:00', '2015-03-13T10:00:00Z'], 'year first'],
    ['ISO dates beside others', ['2015-03-14', '3.4.2015', '31.12.2015'], 'day first'],
    ['hyphens, years of two digits, blanks around', [' 28-02-15', '1-2-15'], 'day first'],
    ['a time with the day before noon', ['7/13/14 6:37 PM', '01/02/14, 10:00'], 'month first'],
    ['the same day in either order', ['03/03/2015', '12/12/2015'], 'day first'],
    ['no dates', ['yesterday', '13', '13/2015', '1/2/3/4', '1.2.3.4'], 'none'],
    ['nothing', [null], 'none'],
    ['no rows', [], 'none'],
  ])('%s', async (_, cells, order) => expect(await orderOf(cells)).toEqual({ order }))

  test('numbers that no month or day can have prove nothing', async () => {
    expect(
      await orderOf(['13/13/2015', '32/01/2015', '00/13/2015', '1/32/2015', '13/04-2015', '13/4/201']),
    ).toEqual({
      order: 'none',
    })
  })

  test('nobody can say: the rows are named', async () => {
    expect(await orderOf(['2015-03-04', null, '03/04/2015', '05/05/2015', 'soon', '12/11/15'])).toEqual({
      ambiguous: true,
      rows: [4, 7],
    })
  })

  test('both are proved: the rows of each are named, the ambiguous ones not', async () => {
    expect(await orderOf(['13/04/2015', '04/13/2015', '01/02/2015', '31.12.15'], 4)).toEqual({
      contradictory: true,
      dayFirstRows: [4, 7],
      monthFirstRows: [5],
    })
  })

  test('twenty rows are enough', async () => {
    const outcome = await orderOf(Array.from({ length: 100 }, () => '01/02/2015'))
    expect(outcome).toEqual({ ambiguous: true, rows: Array.from({ length: 20 }, (_, index) => index + 2) })
  })

  test('law: dates written day first are never taken for month first, and the other way round', async () => {
    const date = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.integer({ min: 1950, max: 2049 }),
    })
    const mark = fc.constantFrom('/', '-', '.')
    await fc.assert(
      fc.asyncProperty(
        fc.array(date, { minLength: 1, maxLength: 30 }),
        mark,
        fc.boolean(),
        async (dates, between, first) => {
          const cells = dates.map(({ day, month, year }) =>
            (first ? [day, month, year] : [month, day, year]).join(between),
          )
          const proof = dates.some(({ day }) => day > 12)
          const differs = dates
            .flatMap(({ day, month }, row) => (day === month ? [] : [row + 2]))
            .slice(0, 20)
          const order = first || differs.length === 0 ? 'day first' : 'month first'
          expect(await orderOf(cells)).toEqual(
            proof || differs.length === 0 ? { order } : { ambiguous: true, rows: differs },
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})
