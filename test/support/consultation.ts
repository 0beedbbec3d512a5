import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import { countAgain } from '../figures/each-consultation.ts'
import { stocktake, tree, workplace } from './stocktake.ts'
import { type Row, readCsv } from './survey.ts'

/** A row of an export: heading -> cell. */
export type Cells = Readonly<Record<string, string>>

/** What a run of a small consultation came to. */
export interface Outcome {
  readonly home: string
  readonly exitCode: number | null
  readonly said: string
  readonly result: Readonly<Record<string, unknown>>
  /** `data/tables.csv`; empty where nothing was published. */
  readonly tables: readonly Row[]
  /** `data/responses.csv`; empty where no responses were. */
  readonly responses: readonly Row[]
  /** Path below the release -> bytes. */
  readonly release: ReadonlyMap<string, Buffer>
}

const ID = 'survey'
const HEAD = `title: A survey
publisher: { name: Borough of Testing }
licence: CC-BY-4.0
fieldwork: { start: 2026-03-01, end: 2026-03-31 }
`

/** Writes a consultation of these files and the rest of its definition, runs it, and reads what came out. */
export function consult(
  definition: string,
  files: Readonly<Record<string, string>>,
  place?: string,
): Outcome {
  const home = place ?? workplace()
  const raw = join(home, 'raw', ID)
  mkdirSync(raw, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(raw, name), content)
  writeFileSync(join(raw, 'consultation.yaml'), HEAD + definition)
  const { exitCode, said, result } = stocktake(home, ['run', `raw/${ID}`])
  const folder = join(home, 'dist', ID, '1.0.0')
  const there = existsSync(folder)
  const rows = (path: string) => (existsSync(join(folder, path)) ? readCsv(join(folder, path)) : [])
  const tables = rows('data/tables.csv')
  // In a place that was there before it may be the release of an earlier run.
  if (place === undefined) countAgain({ files: { ...files, 'consultation.yaml': HEAD + definition }, tables })
  return {
    home,
    exitCode,
    said,
    result,
    tables,
    responses: rows('data/responses.csv'),
    release: there ? tree(folder) : new Map(),
  }
}

/** Under which figures of few people are shown: for tests of how figures are made, not of what may be seen. */
const ALL_SHOWN = `privacy: { profile: as-published, waivers: [{ rule: profile, reason: Made for a test. }] }
`

const allShown = (definition: string): string =>
  /^privacy:/m.test(definition) ? definition : definition + ALL_SHOWN

/** As `publish`, nothing hidden for being of few people unless the definition has rules of its own. */
export const publishAll = (definition: string, files: Readonly<Record<string, string>>): Outcome =>
  publish(allShown(definition), files)

/** The same, where a release must come of it. */
export function publish(definition: string, files: Readonly<Record<string, string>>): Outcome {
  const outcome = consult(definition, files)
  expect(outcome.said).toContain('Done in')
  expect(outcome.exitCode).toBe(0)
  expect(strayNumbers(outcome)).toEqual([])
  return outcome
}

/** The same, where it must be refused with this exit code: nothing is published, no stack trace is shown. */
export function refuse(
  exitCode: number,
  definition: string,
  files: Readonly<Record<string, string>>,
): Outcome {
  const outcome = consult(definition, files)
  expect(outcome.said).not.toMatch(/\n\s+at /)
  expect(existsSync(join(outcome.home, 'dist'))).toBe(false)
  expect(outcome.exitCode, outcome.said).toBe(exitCode)
  return outcome
}

/** Published text that no reader should meet: NaN, undefined, Infinity, [object Object]. */
const strayNumbers = ({ release }: Outcome): readonly string[] =>
  [...release]
    .filter(([path]) => /\.(csv|md|json|cff|txt)$/.test(path))
    .filter(([, bytes]) => /\bNaN\b|\bundefined\b|\bInfinity\b|\[object Object\]/.test(bytes.toString()))
    .map(([path]) => path)

/** A CSV file of these rows; headings are those of the first, or as given. */
export function csvOf(rows: readonly Cells[], headings = Object.keys(rows[0] ?? {})): string {
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]
  return lines.map((line) => `${line.map(quoted).join(',')}\n`).join('')
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** So many copies of a row. */
export const times = (count: number, row: Cells): readonly Cells[] => Array.from({ length: count }, () => row)

/** One column with each of these cells so many times. */
export const column = (heading: string, cells: Readonly<Record<string, number>>): readonly Cells[] =>
  Object.entries(cells).flatMap(([cell, count]) => times(count, { [heading]: cell }))

/** Where a figure stands; the table by its number, the population `all_responses` unless given. */
export interface Place {
  readonly table: string
  readonly row: string
  readonly statistic?: string
  readonly population?: string
}

/** The one line of the tidy table that is there. */
export function lineOf({ tables }: Outcome, place: Place): Row {
  const { table, row, statistic = 'percent', population = 'all_responses' } = place
  const found = tables.filter(
    (one) =>
      one['table'] === table &&
      one['row'] === row &&
      one['statistic'] === statistic &&
      one['population'] === population,
  )
  expect(found.length, JSON.stringify(place)).toBe(1)
  return found[0] ?? {}
}

/** Its value, or its status in square brackets where it has none. */
export function figure(outcome: Outcome, place: Place): string {
  const { value = '', status = '' } = lineOf(outcome, place)
  return value === '' ? `[${status}]` : value
}

/** Row -> figure, of one column of a table, in its order. */
export function columnOf(outcome: Outcome, table: string, rest: Partial<Place> = {}): Cells {
  const { statistic = 'percent', population = 'all_responses' } = rest
  const lines = outcome.tables.filter(
    (one) => one['table'] === table && one['statistic'] === statistic && one['population'] === population,
  )
  return Object.fromEntries(
    lines.map(({ row = '' }) => [row, figure(outcome, { table, row, statistic, population })]),
  )
}

/** Published files that hold these words, also inside archives and workbooks; what was said counts as one. */
export function placesOfWords({ release, said }: Outcome, words: string): readonly string[] {
  const inside = (path: string, bytes: Buffer): readonly string[] => {
    const own = bytes.toString('utf8').toLowerCase().includes(words.toLowerCase()) ? [path] : []
    if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return own
    const parts = Object.entries(unzipSync(bytes))
    return [...own, ...parts.flatMap(([name, part]) => inside(`${path}/${name}`, Buffer.from(part)))]
  }
  return [
    ...[...release].flatMap(([path, bytes]) => inside(path, bytes)),
    ...inside('said', Buffer.from(said)),
  ]
}

/** Half up, from a whole count, as percentages of unweighted tables are. */
export const percentOf = (count: number, base: number): string =>
  String(Math.floor((200 * count + base) / (2 * base)))

/** What each file of a private folder says of rows: file, row, field, rule. */
export const cleaningLog = ({ home }: Outcome): readonly Row[] => {
  const path = join(home, '.stocktake', ID, 'cleaning-log.csv')
  return existsSync(path) ? readCsv(path) : []
}
