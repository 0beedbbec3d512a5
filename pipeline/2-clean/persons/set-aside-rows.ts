import { type Engine, literal } from '../../engine/index.ts'
import type { ResponseFile } from './files.ts'

/** Reasons why a row is set aside for another one. */
export const COPY = 'the same response again, with the same number and the same answers'
export const SAME_ROW = 'the same row again, alike in every column'
export const SAME_PERSON = 'another response of the same person replaces it'
export const SAME_NUMBER = 'another state of the same response replaces it'

/** Gives the rows of `relation` (file, record) that reason, in each file, and drops the relation. */
export async function setAsideRows(
  engine: Engine,
  files: readonly ResponseFile[],
  relation: string,
  reason: string,
): Promise<void> {
  for (const [index, { matched }] of files.entries()) {
    await engine.run(`UPDATE ${matched} SET reason = ${literal(reason)}
      WHERE record IN (SELECT record FROM ${relation} WHERE file = ${index})`)
  }
  await engine.run(`DROP TABLE ${relation}`)
}
