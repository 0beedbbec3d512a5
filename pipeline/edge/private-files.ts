import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NAMES_TO_REVIEW, REVIEW_SHEET } from '../artefacts.ts'
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
  await writeReviewSheet(engine, folder)
  const report = {
    files: [...submissions.responses, submissions.frame, submissions.invitees].flatMap((source) =>
      source === undefined ? [] : [{ file: source.file, reading: source.reading }],
    ),
    rows: responses.byFile,
    edits: responses.edits,
    anonymity: anonymous.report,
    refusals: released.refusals,
    ...(reconciliation === undefined ? {} : { reconciliation }),
  }
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
}

/**
 * The sheet in which people decide what names mean; none where there is nothing to decide. A refused run
 * leaves it too: with its decisions the next one may not be.
 */
export async function writeReviewSheet(engine: Engine, folder: string): Promise<void> {
  const [made] = await engine.rows(
    `SELECT count(*)::INTEGER AS tables FROM duckdb_tables() WHERE table_name = ${literal(NAMES_TO_REVIEW)}`,
  )
  if (Number(made?.['tables']) === 0) return
  const [row] = await engine.rows(`SELECT count(*)::INTEGER AS names FROM ${NAMES_TO_REVIEW}`)
  if (Number(row?.['names']) === 0) return
  const sheet = join(folder, 'work', REVIEW_SHEET)
  await engine.run(`COPY ${NAMES_TO_REVIEW} TO ${literal(sheet)} (FORMAT csv, HEADER true)`)
  await rename(sheet, join(folder, REVIEW_SHEET))
}
