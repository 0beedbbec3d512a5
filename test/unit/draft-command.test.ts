import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { initCommand } from '../../pipeline/edge/init-command.ts'
import { stocktake, workplace } from '../support/stocktake.ts'

const csv = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
    )
    .join('\n')

const BODIES = Array.from(
  { length: 60 },
  (_, row) => `${['Upper', 'Lower', 'Great'][row % 3]} Place ${row} Council`,
)
const ANSWERS = ['Strongly agree', 'Agree', 'Disagree']
const EXPORT = csv([
  ['Submitted', 'Which council are you answering for?', 'E-mail', 'Do you agree?', 'How many staff?', 'Why?'],
  ...BODIES.slice(0, 48).map((body, row) => [
    `2026-03-${String(1 + (row % 28)).padStart(2, '0')} 10:00:00`,
    body,
    `officer${row}@council.example`,
    ANSWERS[row % 3] ?? '',
    String((row * 37) % 90),
    row % 2 === 0 ? '' : `Because of what was said in meeting ${row}, and of nothing else`,
  ]),
])
const FRAME = csv([
  ['Code', 'Council name', 'Region', 'Type'],
  ...BODIES.map((body, row) => [
    `E${1000 + row}`,
    body,
    ['North', 'South'][row % 2] ?? '',
    ['District', 'County'][row % 2] ?? '',
  ]),
])

function place(): { readonly home: string; readonly said: string[]; readonly write: (line: string) => void } {
  const home = workplace()
  mkdirSync(join(home, 'received'))
  writeFileSync(join(home, 'received/Survey of Councils.csv'), EXPORT)
  writeFileSync(join(home, 'received/councils.csv'), FRAME)
  const said: string[] = []
  return { home, said, write: (line) => said.push(line) }
}

describe('stocktake init', () => {
  it('makes a folder that runs as it stands, matched with its frame', async () => {
    const { home, said, write } = place()
    const result = await initCommand(
      {
        export: join(home, 'received/Survey of Councils.csv'),
        frame: join(home, 'received/councils.csv'),
        out: join(home, 'raw/councils'),
        json: false,
      },
      write,
    )
    expect(result).toMatchObject({ exitCode: 0, status: 'drafted' })
    const folder = join(home, 'raw/councils')
    expect(readdirSync(folder).sort()).toEqual([
      'Survey of Councils.csv',
      'consultation.yaml',
      'councils.csv',
    ])
    expect(readFileSync(join(folder, 'Survey of Councils.csv'), 'utf8')).toBe(EXPORT)
    const yaml = readFileSync(join(folder, 'consultation.yaml'), 'utf8')
    expect(yaml).toContain('unit_name: Which council are you answering for?')
    expect(yaml).toContain('start: 2026-03-01, end: 2026-03-28')
    expect(yaml).not.toContain('@council.example')
    expect(yaml).not.toContain('meeting')
    const shown = said.join('\n')
    for (const part of [
      '48 rows, 6 columns',
      '3: 1 with one answer, 1 of numbers or dates, 1 in their own words',
      'check',
    ]) {
      expect(shown).toContain(part)
    }
    const [line = ''] = said.filter((one) => one.includes('Who publishes it?'))
    const at = Number(/line (\d+)/.exec(line)?.[1])
    expect(yaml.split('\n')[at - 1]).toBe('# ? Who publishes it?')
    const ran = stocktake(home, ['run', 'raw/councils'])
    expect(ran.said).toContain('Done in')
    expect(ran.said).toContain('48 in Survey of Councils.csv')
    expect(ran.said).not.toContain('not from the frame')
  })

  it('never touches a folder that is there', async () => {
    const { home, said, write } = place()
    const folder = join(home, 'raw/councils')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'consultation.yaml'), 'mine')
    const result = await initCommand(
      { export: join(home, 'received/Survey of Councils.csv'), out: folder, json: false },
      write,
    )
    expect(result.exitCode).toBe(2)
    expect(said.join('\n')).toContain('--out')
    expect(readdirSync(folder)).toEqual(['consultation.yaml'])
    expect(readFileSync(join(folder, 'consultation.yaml'), 'utf8')).toBe('mine')
  })

  it('leaves nothing behind where the file cannot be read or asks nothing', async () => {
    const { home, write } = place()
    writeFileSync(join(home, 'received/names.csv'), csv([['Name'], ...BODIES.map((body) => [body])]))
    for (const file of ['nowhere.csv', 'names.csv']) {
      const typed = { export: join(home, 'received', file), out: join(home, 'raw', 'x'), json: false }
      const result = await initCommand(typed, write)
      expect([2, 3], file).toContain(result.exitCode)
      expect(existsSync(join(home, 'raw')) ? readdirSync(join(home, 'raw')) : []).toEqual([])
    }
  })
})
