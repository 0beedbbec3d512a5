import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCommand } from '../../pipeline/edge/check-command.ts'
import { initCommand } from '../../pipeline/edge/init-command.ts'
import { workplace } from '../support/stocktake.ts'

const ROWS = 40

/** Not the one name that every object of JavaScript has: no list of answers can hold it. */
const words = fc.string({ maxLength: 12, unit: 'grapheme' }).filter((text) => text !== '__proto__')

const heading = fc.oneof(
  fc.string({ minLength: 1, maxLength: 25, unit: 'grapheme' }),
  fc.constantFrom(
    ...[
      'Q1. Do you agree?',
      '2. Do you agree?',
      'Do you agree?',
      'Use - A',
      'Use - B',
      'Use - C',
      'Use [A]',
      'Use [B]',
    ],
    ...[
      'Name',
      'name',
      'E-mail',
      'id',
      'source',
      'weight',
      'Age',
      'Region',
      'Gender',
      'Submitted',
      'Start time',
      'Status',
    ],
    ...[
      'Two\nlines',
      'If other, please specify',
      'c0',
      'raw_x',
      'q1',
      'q2',
      'q1_1',
      'Yes',
      'a: b',
      '#',
      '[odd]',
      'fpc',
    ],
  ),
)

/** What one column holds: labels, numbers, dates, several labels, words of one's own, nothing. */
const cells = fc.oneof(
  fc.constantFrom<readonly string[]>(
    ...[
      ['Yes', 'No'],
      ['1', '2', '3', '4', '5'],
      ['A;B', 'B;C', 'A;C;', 'B'],
      ['x'],
      [''],
      ['Agree', 'Disagree', ''],
    ],
    ...[
      ['A', ''],
      ['0', '1'],
      ['Bus', 'Train', 'Other'],
      ['3', '1', '2'],
      ['[x]', 'y'],
      ['a, b', 'b, c', 'c', 'a'],
    ],
    ...[
      ['01/02/2020', '03/04/2021'],
      ['2020-01-02', '13/04/2021'],
      ['13/01/2020', '01/13/2020'],
      ['London', 'Wales'],
    ],
  ),
  fc.array(words, { minLength: 1, maxLength: ROWS }),
  fc.array(fc.integer({ min: -500, max: 5000 }).map(String), { minLength: ROWS, maxLength: ROWS }),
  fc.array(fc.lorem({ maxCount: 9 }), { minLength: ROWS, maxLength: ROWS }),
)

const table = fc.array(fc.record({ heading, cells }), { minLength: 2, maxLength: 12 })

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""').replaceAll('\0', '')}"`

async function init(
  folder: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  name: string,
) {
  const file = join(folder, 'table.csv')
  writeFileSync(file, [header, ...rows].map((row) => row.map(quoted).join(',')).join('\n'))
  const target = join(folder, 'raw', name)
  const result = await initCommand({ export: file, out: target, json: false }, () => {})
  return { result, target }
}

describe('any table at all', () => {
  it('becomes a definition that is in order with its file, whatever the order of the rows', async () => {
    let drafted = 0
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: ROWS - 1 }), async (columns, turn) => {
        const folder = workplace()
        mkdirSync(join(folder, 'raw'))
        const header = columns.map((column) => column.heading)
        const rows = Array.from({ length: ROWS }, (_, row) =>
          columns.map((column) => column.cells[row % column.cells.length] ?? ''),
        )
        const { result, target } = await init(folder, header, rows, 'a')
        // Refused are tables that no definition could read: blank headings, nothing asked.
        expect(result.issues.every(({ code }) => !code.startsWith('definition/'))).toBe(true)
        expect([0, 2, 3]).toContain(result.exitCode)
        if (result.exitCode !== 0) return
        drafted += 1
        const said: string[] = []
        const typed = { command: 'check' as const, folder: target, out: 'dist', json: false }
        const checked = await checkCommand(typed, (line) => said.push(line))
        expect(checked.exitCode, said.join('\n')).toBe(0)
        const turned = await init(folder, header, [...rows.slice(turn), ...rows.slice(0, turn)], 'b')
        const text = (place: string) => readFileSync(join(place, 'consultation.yaml'), 'utf8')
        expect(text(turned.target)).toBe(text(target))
      }),
      { numRuns: 60 },
    )
    expect(drafted).toBeGreaterThan(20)
  }, 240_000)
})
