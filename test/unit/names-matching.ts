import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readInto } from '../../pipeline/1-collect/into.ts'
import { LABEL_MACROS } from '../../pipeline/2-clean/labels.ts'
import { matchUnits } from '../../pipeline/2-clean/match-units.ts'
import { NAME_MACROS, readNames, reviewSheet } from '../../pipeline/2-clean/names/index.ts'
import { readFrame } from '../../pipeline/2-clean/read-frame.ts'
import type { SubmissionSource } from '../../pipeline/artefacts.ts'
import { type Definition, readDefinition } from '../../pipeline/definition/index.ts'
import type { Engine, Row } from '../../pipeline/engine/index.ts'
import type { Issue } from '../../pipeline/issues.ts'
import { testEngine } from '../support/engine.ts'

/** A file by its cells; the first row are the names by which the pipeline knows the columns. */
export type Cells = readonly (readonly (string | null)[])[]

export interface Given {
  readonly frame: Cells
  readonly aliases?: Cells
  readonly decisions?: Cells
  /** Names as typed, one a response; null for a blank cell. */
  readonly typed: readonly (string | null)[]
  readonly lastDay?: string
  readonly fromFrame?: boolean
}

export interface Matched {
  readonly engine: Engine
  readonly issues: readonly Issue[]
  /** Of each response, in the order typed. */
  readonly responses: readonly Row[]
  readonly sheet: readonly Row[]
  /** What reading the files, matching and proposing took together. */
  readonly seconds: number
  /** Key by name typed. */
  readonly unit: (name: string) => string | null
  readonly method: (name: string) => string | null
}

/** Matches names to a frame, files and engine being real ones. */
export async function matchNames(given: Given): Promise<Matched> {
  const { engine, folder } = await testEngine()
  for (const macro of [...LABEL_MACROS, ...NAME_MACROS]) await engine.run(macro)
  await engine.run('CREATE TABLE people (link VARCHAR, keys VARCHAR[])')
  const open = (file: string, cells: Cells) => csvSource(engine, folder, file, cells)
  const definition = definitionOf(given)
  const [plan] = definition.responses
  if (plan === undefined) throw new Error('no responses')
  const start = performance.now()
  const issues = [...(await readFrame(engine, definition, open('frame.csv', given.frame)))]
  if (!issues.some(({ severity }) => severity === 'error')) {
    issues.push(
      ...(await readNames(engine, {
        ...(given.aliases && { aliases: open('aliases.csv', given.aliases) }),
        ...(given.decisions && { decisions: open('names-to-review.csv', given.decisions) }),
      })),
    )
    const source = open('export.csv', [
      ['unit_name', 'number'],
      ...given.typed.map((name, index) => [name, String(index)]),
    ])
    await source.into('staged', STAGED)
    await matchUnits(engine, definition, plan, source, 'staged', 'matched')
    issues.push(...(await reviewSheet(engine)))
  } else {
    return { engine, issues, responses: [], sheet: [], seconds: 0, unit: () => null, method: () => null }
  }
  const seconds = (performance.now() - start) / 1000
  const responses = await engine.rows('SELECT unit, method, reason FROM matched ORDER BY record')
  const one = (name: string) => responses[given.typed.indexOf(name)]
  const text = (value: Row[string] | undefined) => (typeof value === 'string' ? value : null)
  return {
    engine,
    issues,
    responses,
    seconds,
    sheet: await engine.rows('SELECT * FROM names_to_review ORDER BY rowid'),
    unit: (name) => text(one(name)?.['unit']),
    method: (name) => text(one(name)?.['method']),
  }
}

const STAGED = [
  { name: 'link', sql: 'NULL::VARCHAR' },
  { name: 'unit_key', sql: 'NULL::VARCHAR' },
  { name: 'unit_name', sql: 'c0' },
  { name: 'submitted', sql: 'NULL::TIMESTAMP' },
  { name: 'complete', sql: 'true' },
  { name: 'not_a_response', sql: "CASE WHEN c0 = 'a test' THEN 'test row' END" },
  { name: 'digest', sql: 'hash(c1)' },
  ...['_content', '_whole', '_number', '_reference'].map((name) => ({ name, sql: 'NULL' })),
]

function csvSource(engine: Engine, folder: string, file: string, cells: Cells): SubmissionSource {
  const path = join(folder, file)
  const quoted = (cell: string | null) => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`)
  writeFileSync(path, cells.map((row) => `${row.map(quoted).join(',')}\n`).join(''))
  const header = (cells[0] ?? []).map((name, index) => [name ?? '', `c${index}`] as const)
  const csv = { file, path, delimiter: ',', columns: header.length, headerRows: 1 }
  return {
    file,
    columns: new Map(header),
    headings: new Map(header),
    numbers: [],
    reading: '',
    firstRow: 2,
    conventions: { separator: ';', missing: [], unticked: [], escapes: [], notResponses: [] },
    into: (relation, projections) => readInto(engine, csv, relation, projections),
  }
}

function definitionOf({ lastDay = '2026-03-31', fromFrame = true }: Given): Definition {
  const text = `title: Names
publisher: { name: Borough of Testing }
licence: CC-BY-4.0
fieldwork: { start: 2000-01-01, end: ${lastDay} }
frame: { file: frame.csv, columns: { key: Code, name: Name } }
responses: { file: export.csv, columns: { unit_name: Council }, from_frame: ${fromFrame} }
questions: { visit: { text: Did you visit?, answers: ["Yes", "No"] } }
`
  const { value, issues } = readDefinition(text, 'consultation.yaml', 'names')
  if (value === undefined) throw new Error(JSON.stringify(issues))
  return value
}
