import { describe, expect, test } from 'vitest'
import { renderWorkbook, type WorkbookTable } from '../../pipeline/7-package/workbook/index.ts'
import { sampleWorkbook, smallTable } from './workbook-sample.ts'

const withTable = (changes: Partial<WorkbookTable>) => () =>
  renderWorkbook(sampleWorkbook({ tables: [smallTable(changes)] }))

describe('a table that could not be published is refused', () => {
  const headers = (...names: string[]) => names.map((header) => ({ header, kind: 'text' as const }))
  test.each<[string, Partial<WorkbookTable>, RegExp]>([
    ['null for a figure', { rows: [['London', null]] }, /column 2, row 1: an empty cell/],
    ['an empty figure', { rows: [['London', '']] }, /column 2, row 1: an empty cell/],
    [
      'a blank label',
      {
        rows: [
          ['London', 1],
          [' ', 2],
        ],
      },
      /column 1, row 2: an empty cell/,
    ],
    ['a number for a label', { rows: [[2015, 1]] }, /a number in a text column/],
    ['no number', { rows: [['London', Number.NaN]] }, /not a finite number/],
    ['infinity', { rows: [['London', Number.POSITIVE_INFINITY]] }, /not a finite number/],
    ['a mark nobody explains', { rows: [['London', '[x]']] }, /a mark without meaning/],
    ['hidden digits', { rows: [['London', 31.25]] }, /more digits than are shown/],
    ['a ragged row', { rows: [['London']] }, /row 1: 1 cells/],
    ['no rows', { rows: [] }, /needs a column and a row/],
    [
      'headers equal but for case',
      { columns: headers('Region', 'REGION'), rows: [['a', 'b']] },
      /headers are the same/,
    ],
    ['an empty header', { columns: headers('Region', '\n'), rows: [['a', 'b']] }, /a header is empty/],
    ['a header too long', { columns: headers('Region', 'x'.repeat(256)), rows: [['a', 'b']] }, /over 255/],
    ['an empty title', { title: ' ' }, /title or a line is empty/],
    ['an empty line', { lines: [''] }, /title or a line is empty/],
    ['a note that is not there', { lines: ['See [note 3].'] }, /there is no note 3/],
    [
      'odd decimals',
      { columns: [{ header: 'n', kind: 'number', decimals: 7 }], rows: [[1]] },
      /decimals must be/,
    ],
  ])('%s', (_, changes, message) => {
    expect(withTable(changes)).toThrow(message)
  })

  test('the refusal never says what a cell holds', () => {
    expect(withTable({ rows: [['London', 'secret words']] })).toThrow(/^(?!.*secret)/s)
  })

  test('the dust of binary fractions is no hidden digit', () => {
    expect(
      withTable({ columns: [{ header: 'n', kind: 'number', decimals: 1 }], rows: [[0.1 + 0.2]] }),
    ).not.toThrow()
  })
})

describe('a workbook that could not be published is refused', () => {
  test.each<[string, Parameters<typeof sampleWorkbook>[0], RegExp]>([
    ['no tables', { tables: [] }, /no tables/],
    ['tables sharing an id', { tables: [smallTable(), smallTable()] }, /two tables share an id/],
    ['no title', { title: '' }, /no title/],
    ['a language in words', { language: 'English (UK)' }, /not a language tag/],
    ['a time without a zone', { created: '2015-09-01T10:00' }, /created is not/],
    ['no such day', { created: '2015-13-01' }, /created is not/],
    ['an empty note', { notes: [''] }, /a note is empty/],
    [
      'a script for a link',
      { cover: [{ heading: 'a', paragraphs: [{ text: 'b', href: 'javascript:x' }] }] },
      /link/,
    ],
  ])('%s', (_, changes, message) => {
    expect(() => renderWorkbook(sampleWorkbook(changes))).toThrow(message)
  })
})
