import type { Definition } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'
import { contradictions } from './contradictions.ts'
import { countingRows, type ResponseFile } from './files.ts'
import { fileSpaces } from './number-spaces.ts'
import { COPY, SAME_NUMBER } from './set-aside-rows.ts'
import { settle } from './sittings.ts'
import { resolveLate } from './times.ts'

/**
 * Rows with the same number of the response. With the same answers they are copies, and count once whatever the
 * rule. With other answers they are states of one response: the rule of the definition says which counts; where
 * nothing decides, both are refused with their rows; under `keep: all` they stay, and a warning says so.
 * `column` is `_number` or `_reference` of the staged rows.
 */
export async function settleNumbers(
  engine: Engine,
  definition: Definition,
  files: readonly ResponseFile[],
  column: '_number' | '_reference',
): Promise<readonly Issue[]> {
  const numbered = countingRows(files, `m.${column} AS number`, () => `m.${column} IS NOT NULL`)
  const [found] = await engine.rows(`SELECT count(*)::INTEGER AS rows FROM (
    SELECT number FROM (${numbered}) GROUP BY number HAVING count(*) > 1)`)
  if (Number(found?.['rows']) === 0) return []
  const contents = countingRows(
    files,
    `m.${column} AS number, m._content, m._sender`,
    () => `m.${column} IS NOT NULL`,
  )
  await engine.run(`CREATE TEMP TABLE numbered AS SELECT * FROM (${contents})
    WHERE number IN (SELECT number FROM (${numbered}) GROUP BY number HAVING count(*) > 1)`)
  const spaces = await fileSpaces(engine, files)
  await engine.run(`CREATE TEMP TABLE same_number AS SELECT file, record, _content,
      (CASE ${spaces.map((space, file) => `WHEN file = ${file} AND NOT (${OPAQUE}) THEN '${space} '`).join(' ')} ELSE 'any ' END) || number AS key
    FROM numbered; DROP TABLE numbered`)
  await setAsideCopies(engine, definition, files)
  await engine.run(`CREATE TEMP TABLE contradicting AS SELECT file, record, key FROM same_number
    WHERE key IN (SELECT key FROM same_number GROUP BY key HAVING count(*) > 1); DROP TABLE same_number`)
  return contradictions(engine, definition, files, {
    relation: 'contradicting',
    reason: SAME_NUMBER,
    mark: 'number of the response',
    code: 'clean/contradicting-number',
    otherwise:
      'name another column under `columns: { reference: … }` if this number is not that of one response',
  })
}

/** A number that a platform gave once and to nobody else: long, and no count with a word before it. */
const OPAQUE = `length(number) >= 9 AND NOT regexp_full_match(number, '[^0-9]{0,9}[0-9]{1,8}')`

/** Of the rows that share number and answers, keeps the one that the rule prefers, in `same_number` too. */
async function setAsideCopies(
  engine: Engine,
  definition: Definition,
  files: readonly ResponseFile[],
): Promise<void> {
  const twice = `SELECT key, _content FROM same_number GROUP BY ALL HAVING count(*) > 1`
  await engine.run(`CREATE TEMP TABLE copies AS SELECT file, record, key || ' ' || _content AS key FROM same_number
    WHERE (key, _content) IN (${twice})`)
  await resolveLate(engine, definition, files, 'copies', { mustTell: false })
  const rule = definition.cleaning.keep === 'all' ? 'last complete' : definition.cleaning.keep
  await settle(engine, definition, files, { relation: 'copies', rule, reason: COPY })
  for (const [index, { matched }] of files.entries()) {
    await engine.run(`DELETE FROM same_number WHERE file = ${index}
      AND record IN (SELECT record FROM ${matched} WHERE reason IS NOT NULL)`)
  }
}
