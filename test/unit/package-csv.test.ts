import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCsv } from '../../pipeline/7-package/csv.ts'

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('', '"', ',', '\n', '\r', 'a\r\nb', ' lead', '=1+1', '[c]', '-', '@x', '\ufefftext'),
)

it('gives back every cell to a strict reader', () => {
  const tables = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.tuple(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: width, maxLength: width }),
        fc.array(fc.array(cell, { minLength: width, maxLength: width })),
      ),
    )
  fc.assert(
    fc.property(tables, ([header, rows]) => {
      const read = parse(toCsv(header, rows), { record_delimiter: '\n' })
      expect(read).toEqual([header, ...rows])
    }),
    { numRuns: 500, examples: [[[[' '], [['']]]]] },
  )
})

it('takes a heading for a name and never for a path', () => {
  expect(toCsv(['No. asked', 'a[0]'], [['3', 'x']])).toBe('No. asked,a[0]\n3,x\n')
})

it('ends lines with LF, quotes only what needs it and keeps what looks like a formula', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['say "no"', '=1+1'],
        ['', ''],
        ['x\ry', ' z'],
      ],
    ),
  ).toBe('a,b\n"say ""no""",=1+1\n,\n"x\ry"," z"\n')
})
