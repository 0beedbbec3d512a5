import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { repeatedHeaderSql } from '../../pipeline/1-collect/repeated-header.ts'
import { type Engine, literal } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'
import { EXAMPLE } from '../support/stocktake.ts'

let engine: Engine
beforeAll(async () => {
  engine = (await testEngine()).engine
})
afterAll(() => engine.close())

/** Which of the rows repeat a record of the header; null is a blank cell. */
async function repeated(
  header: readonly (readonly string[])[],
  rows: readonly (readonly (string | null)[])[],
): Promise<readonly unknown[]> {
  const columns = (rows[0] ?? []).map((_, index) => `c${index}`)
  const sql = repeatedHeaderSql(header, columns)
  const values = rows.map(
    (cells, row) =>
      `(${[row, ...cells.map((cell) => (cell === null ? 'NULL::VARCHAR' : literal(cell)))].join(', ')})`,
  )
  const found = await engine.rows(
    `SELECT ${sql} AS holds FROM (VALUES ${values.join(', ')}) AS t(row, ${columns.join(', ')}) ORDER BY row`,
  )
  return found.map(({ holds }) => holds)
}

describe('repeatedHeaderSql', () => {
  test('a row that says what the headings say, but for white space around', async () => {
    const header = [['ID', 'How often?', ' Why?\u00a0']]
    const rows = [
      ['ID', 'How often?', 'Why?'],
      ['ID ', '\tHow often?', '\u00a0Why?\n'],
      ['ID', 'How often?', null],
      ['ID', 'How often', 'Why?'],
      ['1', 'How often?', 'Why?'],
      [null, null, null],
      ['id', 'how often?', 'why?'],
    ]
    expect(await repeated(header, rows)).toEqual([true, true, false, false, false, false, false])
  })

  test('cells without a heading do not count, headings of other rows do', async () => {
    const header = [
      ['ID', 'Which films?', '', ''],
      ['', 'Response', "Episode I, 'The Phantom'", 'Episode II'],
    ]
    const rows = [
      ['ID', 'Which films?', null, null],
      ['ID', 'Which films?', 'anything', '3'],
      [null, 'Response', "Episode I, 'The Phantom'", 'Episode II'],
      ['7', 'Response', "Episode I, 'The Phantom'", 'Episode II'],
      ['7', null, "Episode I, 'The Phantom'", null],
    ]
    expect(await repeated(header, rows)).toEqual([true, true, true, true, false])
  })

  test('one heading alone decides nothing', () => {
    expect(repeatedHeaderSql([['Comment']], ['c0'])).toBeUndefined()
    expect(repeatedHeaderSql([['Comment', ' ', '']], ['c0', 'c1', 'c2'])).toBeUndefined()
    expect(repeatedHeaderSql([], ['c0'])).toBeUndefined()
  })

  test('no row of the example repeats its headings, and its headings do', async () => {
    const records: string[][] = parse(readFileSync(join(EXAMPLE, 'responses.csv'), 'latin1'))
    const [header = []] = records
    const blank = (cells: readonly string[]) => cells.map((cell) => (cell === '' ? null : cell))
    const holds = await repeated([header], [...records.slice(1, 150).map(blank), blank(header)])
    expect(holds.lastIndexOf(false)).toBe(holds.length - 2)
    expect(holds.filter((one) => one === true)).toHaveLength(1)
  })

  test('law: true for the header itself and for no row with one cell changed', async () => {
    const heading = fc
      .string({ minLength: 1, maxLength: 6 })
      .filter((text) => text.trim() !== '' && !text.includes('\0'))
    await fc.assert(
      fc.asyncProperty(fc.array(heading, { minLength: 2, maxLength: 6 }), fc.nat(), async (header, at) => {
        const changed = header.map((cell, index) => (index === at % header.length ? `${cell}x` : cell))
        expect(await repeated([header], [header, changed])).toEqual([true, false])
      }),
      { numRuns: 50 },
    )
  })
})
