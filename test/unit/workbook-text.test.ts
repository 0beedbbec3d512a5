import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderWorkbook } from '../../pipeline/7-package/workbook/index.ts'
import { cleanText } from '../../pipeline/7-package/workbook/text.ts'
import { attribute, elements, formatOf, part, partsOf, shown, worksheets } from './workbook-parts.ts'
import { sampleWorkbook, smallTable } from './workbook-sample.ts'

const withLabels = (labels: readonly string[]) =>
  renderWorkbook(sampleWorkbook({ tables: [smallTable({ rows: labels.map((label) => [label, 1]) })] }))

const readBack = (file: Uint8Array) =>
  shown(file)
    .get('Table 1')
    ?.slice(4)
    .map(([label]) => label)

test('text that looks like a formula is stored as text, and stays text when its cell is edited', () => {
  const labels = ['=HYPERLINK("https://example.org")', '+44', '-5 or less', '@SUM(A1)', '1 to 5']
  const file = withLabels(labels)
  const parts = partsOf(file)
  const sheet = worksheets(parts)[3] ?? ''
  const cells = elements(sheet, 'c').filter((cell) => /r="A[5-9]"/.test(cell))
  expect(readBack(file)).toEqual(labels)
  expect(cells.map((cell) => attribute(cell, 't'))).toEqual(labels.map(() => 's'))
  const quoted = cells.map((cell) =>
    formatOf(parts, sheet, attribute(cell, 'r') ?? '').includes('quotePrefix="1"'),
  )
  expect(quoted).toEqual([true, true, true, true, false])
})

test('what XML forbids becomes visible, line ends become one kind, spaces survive', () => {
  const file = withLabels([
    'a\u0000\u0008\u001Bb',
    'half \uD83D',
    'half \uDE00 \uFFFE',
    'a\r\nb\rc\td',
    '  two  ',
  ])
  expect(readBack(file)).toEqual([
    'a\uFFFD\uFFFD\uFFFDb',
    'half \uFFFD',
    'half \uFFFD \uFFFD',
    'a\nb\nc d',
    '  two  ',
  ])
})

test('text that looks like an escape is shown as it was written', () => {
  const labels = [
    '_x000D_',
    'a _x0041__x0042_ b',
    '_x005F_x000D_',
    '_xyz_',
    '__proto__',
    'constructor',
    '&amp; <b>',
  ]
  const file = withLabels(labels)
  expect(readBack(file)).toEqual(labels)
  expect(part(partsOf(file), 'xl/sharedStrings.xml')).toContain('<t>_x005F_x000D_</t>')
})

test('any text comes back as it was cleaned', () => {
  const label = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 60 })
    .filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 20 }), (labels) => {
      expect(readBack(withLabels(labels))).toEqual(labels.map(cleanText))
    }),
    { seed: 2015, numRuns: 30 },
  )
})
