import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSql, codingRuleSql, knownLabelSql, LABEL_MACROS } from '../../pipeline/2-clean/labels.ts'
import { labelKey } from '../../pipeline/definition/index.ts'
import { type Engine, literal, literals } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'

const LABELS = [
  'Yes',
  "Don't know",
  'Yes - all should be published',
  'No, none of them',
  'Été',
  'A "new" one',
]
const CELL = { raw: 'x', known: knownLabelSql('x', 'answers'), type: 'answers', labels: LABELS }
let engine: Engine

beforeAll(async () => {
  ;({ engine } = await testEngine())
  for (const macro of LABEL_MACROS) await engine.run(macro)
  await engine.run(`CREATE TYPE answers AS ENUM (${literals([...LABELS, '[no reply]', '[error]'])})`)
})
afterAll(() => engine.close())

/** What the SQL makes of cells: label and rule. */
async function coded(cells: readonly (string | null)[]): Promise<readonly (readonly [string, number])[]> {
  const rows = await engine.rows(`SELECT ${codeSql(CELL, '[no reply]', '[error]')}::VARCHAR AS label,
    ${codingRuleSql(CELL)} AS rule
    FROM (SELECT unnest([${cells.map((cell) => (cell === null ? 'NULL' : literal(cell))).join(', ')}]::VARCHAR[]) AS x)`)
  return rows.map(({ label, rule }) => [String(label), Number(rule)])
}

/** Ways in which exports spoil a label without changing what it says. */
const spoiled = fc
  .tuple(
    fc.constantFrom(...LABELS),
    fc.constantFrom('', ' ', '\u00a0', '\t', '\u2003', '\u200b', ' \n'),
    fc.constantFrom('', ' ', '\u00a0\u00a0', '\r\n'),
    fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.replaceAll("'", '\u2018').replaceAll('-', '\u2010').replaceAll('"', '\u201c'),
      (text) => text.replaceAll("'", '\u2019').replaceAll('-', '\u2013').replaceAll('"', '\u00bb'),
      (text) => text.replaceAll(' ', '\u00a0'),
      (text) => text.normalize('NFD'),
    ),
  )
  .map(([label, before, after, spoil]) => ({ label, cell: `${before}${spoil(label)}${after}` }))

describe('coding of labels', () => {
  it('finds the label however an export spoiled it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(spoiled, { minLength: 1, maxLength: 40 }), async (cells) => {
        const found = await coded(cells.map(({ cell }) => cell))
        expect(found.map(([label]) => label)).toEqual(cells.map(({ label }) => label))
        for (const [index, { label, cell }] of cells.entries()) {
          expect(found[index]?.[1] === 0).toBe(cell === label)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('agrees with the same rule in JavaScript on any text', async () => {
    const keys = new Map(LABELS.map((label) => [labelKey(label), label]))
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      spoiled.map(({ cell }) => cell),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          text.filter((one) => !one.includes('\0')),
          { minLength: 1, maxLength: 40 },
        ),
        async (cells) => {
          const found = await coded(cells)
          const expected = cells.map(
            (cell) => keys.get(labelKey(cell)) ?? (labelKey(cell) === '' ? '[no reply]' : '[error]'),
          )
          expect(found.map(([label]) => label)).toEqual(expected)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('names the rule it needed', async () => {
    const cells = [null, '', 'Yes', ' Yes', 'Don\u2019t know', 'YES', ' DON\u2019T  know', 'Maybe']
    expect(await coded(cells)).toEqual([
      ['[no reply]', 0],
      ['[no reply]', 0],
      ['Yes', 0],
      ['Yes', 1],
      ["Don't know", 2],
      ['Yes', 3],
      ["Don't know", 3],
      ['[error]', 4],
    ])
  })
})
