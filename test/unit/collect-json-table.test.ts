import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { jsonToCsv } from '../../pipeline/1-collect/json-table.ts'
import { testEngine } from '../support/engine.ts'

const { engine, folder } = await testEngine()
afterAll(() => engine.close())

const target = join(folder, 'table.csv')

/** Writes the text as a file, makes it a table, and reads that back. */
async function table(text: string | Uint8Array) {
  const path = join(folder, 'export.json')
  writeFileSync(path, text)
  const { value, issues } = await jsonToCsv(engine, path, target)
  const rows: string[][] =
    value === undefined ? [] : parse(readFileSync(target), { relax_column_count: false })
  return { value, issues, rows }
}

describe('JSON made into a table', () => {
  it('has a column a key, in order of first appearance, and blanks where a key is absent', async () => {
    const { value, rows, issues } = await table(
      '[{"b": "x", "a": 1}, {"c": true, "a": 2.5}, {"B": null, "d": false}]',
    )
    expect(issues).toEqual([])
    expect(value).toEqual({ header: ['b', 'a', 'c', 'B', 'd'], records: 3 })
    expect(rows).toEqual([
      ['b', 'a', 'c', 'B', 'd'],
      ['x', '1', '', '', ''],
      ['', '2.5', 'true', '', ''],
      ['', '', '', '', 'false'],
    ])
  })

  it('joins lists, spreads objects one level, and takes the value of objects in lists', async () => {
    const { rows } = await table(
      JSON.stringify([
        { 'Why?': ['a, b', 'c'], 'How, "well"?': { Price: 'Good', 'Qual/ity~': 'Bad' } },
        { 'How, "well"?': { Speed: 3, Price: 'Bad' }, 'Why?': [{ value: 'c', comment: 'because' }, 'd'] },
        { 'How, "well"?': {}, 'Why?': [] },
      ]),
    )
    expect(rows).toEqual([
      ['Why?', 'How, "well"?.Price', 'How, "well"?.Qual/ity~', 'How, "well"?.Speed'],
      ['a, b;c', 'Good', 'Bad', ''],
      ['c;d', 'Bad', '', '3'],
      ['', '', '', ''],
    ])
  })

  it('reads one object a line, a mark before the text, and line breaks in answers', async () => {
    const lines = await table('{"a": "one\\ntwo"}\n\n{"b": "é"}\n')
    expect(lines.rows).toEqual([
      ['a', 'b'],
      ['one\ntwo', ''],
      ['', 'é'],
    ])
    expect((await table('\ufeff[{"a": "x"}]')).rows).toEqual([['a'], ['x']])
  })

  it('keeps a record whose only cell is blank', async () => {
    const { value } = await table('[{"a": "x"}, {}, {"a": ""}, {"a": "y"}]')
    expect(value?.records).toBe(4)
    expect(readFileSync(target, 'utf8')).toBe('a\nx\n""\n""\ny\n')
  })

  it.each([
    ['text', 'a,b\n1,2\n'],
    ['numbers', '[1, 2]'],
    ['a list of lists', '[[{"a": 1}]]'],
    ['a list with something else in it', '[{"a": 1}, null]'],
    ['a list that was cut off after a record', '[{"a": 1},'],
    ['a list that was cut off after an object', '[{"a": 1}'],
    ['a record that was cut off', '[{"a": 1}, {"b"'],
    ['lines that were cut off', '{"a": 1}\n{"b": '],
    ['something behind the end', '[{"a": 1}] [{"a": 2}]'],
    ['bytes that are no UTF-8', Buffer.from('[{"a": "\xe9"}]', 'latin1')],
  ])('refuses %s, and repeats nothing of it', async (_, text) => {
    const { value, issues } = await table(text)
    expect(value).toBeUndefined()
    expect(issues.map(({ code }) => code)).toEqual(['collect/not-json'])
  })

  it.each(['', '  \n', '[]', '[{}, {}]'])('says that there are no responses in %j', async (text) => {
    const { value, issues } = await table(text)
    expect(value).toBeUndefined()
    expect(issues.map(({ code }) => code)).toEqual(['collect/no-rows'])
  })

  it('gives back every key and text it was given', async () => {
    const key = fc.string({ minLength: 1, unit: 'grapheme' }).filter((one) => !one.includes('\0'))
    const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((one) => !one.includes('\0'))
    const record = fc.dictionary(key, text, { minKeys: 1 }).map((one) => Object.entries(one))
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), async (records) => {
        const { rows } = await table(JSON.stringify(records.map((one) => Object.fromEntries(one))))
        const [header = [], ...body] = rows
        const expected = records.map((one) => new Map(one))
        expect(new Set(header)).toEqual(new Set(expected.flatMap((one) => [...one.keys()])))
        expect(body).toEqual(expected.map((one) => header.map((name) => one.get(name) ?? '')))
      }),
      { numRuns: 60 },
    )
  })

  it('writes the same bytes of many records every time, in their order', async () => {
    const text = Array.from({ length: 60_000 }, (_, index) =>
      JSON.stringify({ n: index, [`k${index % 7}`]: 'x' }),
    ).join('\n')
    const first = await table(text)
    const bytes = readFileSync(target)
    expect(first.value?.header).toEqual(['n', 'k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6'])
    expect(first.rows.slice(1).every(([n], index) => n === String(index))).toBe(true)
    await table(text)
    expect(readFileSync(target).equals(bytes)).toBe(true)
  })
})
