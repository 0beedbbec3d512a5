import type { SubmissionSource } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import { givenSql, isAsked } from './answered.ts'

/** Marks, in `matched`, rows that were never sent in, and rows that answer nothing. */
export async function setAsideUnfinished(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource,
  staged: string,
  matched: string,
): Promise<void> {
  if (definition.cleaning.partial === 'set aside') {
    await engine.run(`UPDATE ${matched} SET reason = 'not sent in' WHERE reason IS NULL AND NOT complete`)
  }
  await engine.run(`UPDATE ${matched} SET reason = 'no question answered' WHERE reason IS NULL
    AND record IN (SELECT rowid FROM ${staged} WHERE NOT (${anyAnswer(definition, source)}))`)
}

/** SQL over staged rows: whether a row answers any question. */
export const anyAnswer = (definition: Definition, source: SubmissionSource): string =>
  definition.questions
    .filter((question) => isAsked(question, source))
    .map((question) => givenSql(question, source))
    .join(' OR ') || 'false'
