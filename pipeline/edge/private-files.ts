import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CODING_DISAGREEMENTS, DISAGREEMENTS_SHEET, NAMES_TO_REVIEW, REVIEW_SHEET } from '../artefacts.ts'
import { type Engine, literal } from '../engine/index.ts'
import type { RunResult } from '../pipeline.ts'

/**
 * Writes what only the research team may see: every change to every row, how anonymity was reached,
 * and how the figures stand beside those printed earlier.
 */
export async function writePrivateFiles(engine: Engine, folder: string, result: RunResult): Promise<void> {
  const { responses, anonymous, released, reconciliation, submissions } = result
  const log = join(folder, 'work', 'cleaning-log.csv')
  await engine.run(`COPY (SELECT file, row, field, rule FROM ${responses.log} ORDER BY file, row, field)
    TO ${literal(log)} (FORMAT csv, HEADER true)`)
  await rename(log, join(folder, 'cleaning-log.csv'))
  await writeReviewSheets(engine, folder)
  const report = {
    files: [...submissions.responses, submissions.frame, submissions.invitees].flatMap((source) =>
      source === undefined ? [] : [{ file: source.file, reading: source.reading }],
    ),
    rows: responses.byFile,
    edits: responses.edits,
    anonymity: anonymous.report,
    ...(responses.coding === undefined ? {} : { coding: responses.coding }),
    refusals: released.refusals,
    refusedBreakdowns: released.refusedBreakdowns,
    ...(anonymous.quoting === undefined ? {} : { quotes: anonymous.quoting }),
    ...(reconciliation === undefined ? {} : { reconciliation }),
  }
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
}

/**
 * The sheets in which people decide what names mean and which codes count; none where there is nothing to
 * decide. A refused run leaves them too: with their decisions the next one may not be.
 */
export async function writeReviewSheets(engine: Engine, folder: string): Promise<void> {
  await writeSheet(engine, folder, NAMES_TO_REVIEW, REVIEW_SHEET)
  await writeSheet(engine, folder, CODING_DISAGREEMENTS, DISAGREEMENTS_SHEET)
}

async function writeSheet(engine: Engine, folder: string, relation: string, file: string): Promise<void> {
  const [made] = await engine.rows(
    `SELECT count(*)::INTEGER AS tables FROM duckdb_tables() WHERE table_name = ${literal(relation)}`,
  )
  if (Number(made?.['tables']) === 0) return
  const [row] = await engine.rows(`SELECT count(*)::INTEGER AS rows FROM ${relation}`)
  if (Number(row?.['rows']) === 0) return
  const sheet = join(folder, 'work', file)
  await engine.run(`COPY ${relation} TO ${literal(sheet)} (FORMAT csv, HEADER true)`)
  await rename(sheet, join(folder, file))
}
