import type { Engine } from '../../engine/index.ts'
import type { ResponseFile } from './files.ts'
import { LISTED_TWICE, setAsideRows } from './set-aside-rows.ts'

/**
 * Sets aside rows of a file that the definition lists more than once, where the same row counted already. Which
 * rows are the same is no question: they stand in one place of one file. A file listed once for each of its
 * channels, with rules that set the others' rows aside, loses nothing.
 */
export async function setAsideListedTwice(engine: Engine, files: readonly ResponseFile[]): Promise<void> {
  for (const [index, { source, plan, matched }] of files.entries()) {
    const before = files
      .slice(0, index)
      .filter((one) => one.source.file === source.file && one.plan.sheet === plan.sheet)
    if (before.length === 0) continue
    // Rules may differ, so the rows of the two listings are met by their records, not by what they hold.
    const counted = before.map((one) => `SELECT record FROM ${one.matched} WHERE reason IS NULL`)
    await engine.run(`CREATE TEMP TABLE listed AS SELECT ${index} AS file, record FROM ${matched}
      WHERE reason IS NULL AND record IN (${counted.join(' UNION ALL ')})`)
    await setAsideRows(engine, files, 'listed', LISTED_TWICE)
  }
}
