import { existsSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { chalk } from 'zx'
import { REVIEW_SHEET } from '../artefacts.ts'
import type { RunArguments } from './arguments.ts'
import { EXIT } from './exit-codes.ts'
import { failure } from './failures.ts'
import { withLock } from './lock.ts'
import { openDefinition } from './open-definition.ts'
import { printIssues } from './print-issues.ts'
import { progress } from './progress.ts'
import type { Result } from './result.ts'
import { run } from './run.ts'
import { summary } from './summary.ts'

/** `stocktake run`: makes a release and says what it came to. */
export async function runCommand(typed: RunArguments, write: (line: string) => void): Promise<Result> {
  const start = performance.now()
  const raw = resolve(typed.folder)
  const places = { raw, out: resolve(typed.out), private: resolve('.stocktake', basename(raw)) }
  try {
    const { definition, text } = await openDefinition(raw)
    const outcome = await withLock(join(places.private, 'lock'), () =>
      run(definition, text, places, progress(write)),
    )
    const folder = relative('.', join(places.out, definition.id, definition.version))
    if (outcome.status === 'unchanged' && 'record' in outcome) {
      write(`unchanged: ${folder} was made of these files by this version of Stocktake`)
      return { exitCode: EXIT.done, status: 'unchanged', issues: [], release: folder }
    }
    if (!('result' in outcome)) throw new Error('a run without a result')
    const { result, status, steps } = outcome
    write(chalk.bold(`${definition.title} (${definition.id} ${definition.version})`))
    for (const [heading, line] of summary(definition, result)) write(`${heading.padEnd(11)}${line}`)
    write(
      `${'Release'.padEnd(11)}${folder}${status === 'unchanged' ? ' (the same as before: untouched)' : ''}`,
    )
    const sheet = existsSync(join(places.private, REVIEW_SHEET)) ? `, ${REVIEW_SHEET}` : ''
    write(`${'Private'.padEnd(11)}${relative('.', places.private)}: cleaning-log.csv, report.json${sheet}`)
    printIssues(result.issues, write)
    write(`Done in ${((performance.now() - start) / 1000).toFixed(1)} s`)
    return {
      exitCode: EXIT.done,
      status,
      issues: result.issues,
      release: folder,
      rows: result.responses.account,
      tables: result.released.tables.length,
      refusals: result.released.refusals,
      anonymity: result.anonymous.report,
      ...(result.reconciliation === undefined ? {} : { reconciliation: result.reconciliation }),
      peakMemory: process.resourceUsage().maxRSS,
      steps: Object.fromEntries(steps.map(({ name, milliseconds }) => [name, Math.round(milliseconds)])),
    }
  } catch (error) {
    return failure(error, write)
  }
}
