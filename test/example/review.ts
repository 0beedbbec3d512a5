import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { csvText } from './csv.ts'

const COMMAND = join(import.meta.dirname, '../../pipeline/edge/stocktake.mjs')

/** Words in quotes that look like names and are none; the reviewer of the example keeps them. */
const NOBODY = [
  'Keep',
  'Winterbourne View',
  'Winterbourne',
  'Treasury',
  'Whitehall',
  'LG Inform',
  'Better Care Fund',
  'Care Act',
]

/**
 * What the reviewer of the example decided, as a review sheet: words that may identify somebody are redacted, but for a
 * few that name nobody, and every quote is published. The sheet is the one that `stocktake review` writes.
 */
export function reviewedExample(folder: string): string {
  const home = mkdtempSync(join(tmpdir(), 'stocktake-example-'))
  try {
    mkdirSync(join(home, 'raw'))
    const copy = join(home, 'raw/taking-stock-2015')
    cpSync(folder, copy, { recursive: true })
    // The decisions of before belong to the answers of before.
    const definition = join(copy, 'consultation.yaml')
    writeFileSync(definition, readFileSync(definition, 'utf8').replace(/^ +review:.*\n/m, ''))
    const ran = spawnSync(process.execPath, [COMMAND, 'review', copy], { cwd: home, encoding: 'utf8' })
    if (ran.status !== 0) throw new Error(ran.stderr)
    const sheet = readFileSync(join(home, '.stocktake/taking-stock-2015/review.csv'))
    const rows: readonly Record<string, string>[] = parse(sheet, { columns: true, bom: true })
    const decided = rows.map((row) => ({ cells: { ...row, choice: choiceOf(row) } }))
    return csvText(Object.keys(rows[0] ?? {}), decided, '\n')
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const choiceOf = ({ what, subject = '' }: Readonly<Record<string, string>>): string =>
  what === 'quote' ? 'publish' : NOBODY.includes(subject) ? 'keep' : 'redact'
