/**
 * Persons, not rows: a room of its own within the stage (GSBPM 5.3). In: the rows of all files, joined to the
 * frame. Out: the same, with a reason where a row is another one of a person or response that counts already. Does
 * not belong here: rows that are no responses, or were never sent in.
 *
 * A row counts once where it holds what only one person can have (the platform's number of the response, a link,
 * an e-mail address, a time to the second) and that stands there twice. Rows that are merely alike are people who
 * agree, and stay.
 */
import type { Definition } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { settleRepeatedBlocks } from './blocks.ts'
import { setAsideCopies, warnOfRowsAlike } from './copies.ts'
import { settleEmails } from './emails.ts'
import { countingRows, type ResponseFile } from './files.ts'
import { settleLinks } from './links.ts'
import { settleNumbers } from './numbers.ts'
import { repeatedPeople } from './repeated-people.ts'

export type { ResponseFile } from './files.ts'
export { markProjections } from './marks.ts'

/** Columns of the staged rows that `matched` must carry. */
export const MARKS = ['_content', '_whole', '_number', '_reference'] as const

/** Marks rows that count already; issues say what was found, and are errors where nothing decides. */
export async function settlePersons(
  engine: Engine,
  definition: Definition,
  files: readonly ResponseFile[],
): Promise<readonly Issue[]> {
  await engine.run(`CREATE TEMP TABLE alike AS SELECT _content FROM (${countingRows(files, 'm._content')})
    GROUP BY _content HAVING count(*) > 1`)
  const issues: Issue[] = []
  const steps = [
    () => settleNumbers(engine, definition, files, '_number'),
    () => settleNumbers(engine, definition, files, '_reference'),
    () => setAsideCopies(engine, definition, files),
    () => settleLinks(engine, definition, files),
    () => settleEmails(engine, definition, files),
    () => settleRepeatedBlocks(engine, files),
    () => warnOfRowsAlike(engine, files),
    () => repeatedPeople(engine, files),
  ]
  for (const step of steps) {
    issues.push(...(await step()))
    if (hasErrors(issues)) return issues
  }
  await engine.run('DROP TABLE alike')
  return issues
}
