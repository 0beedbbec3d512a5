import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
