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
  await engine.run(
    `CREATE TEMP TABLE numbers AS SELECT number FROM (${numbered}) GROUP BY number HAVING count(*) > 1`,
  )
  const [found] = await engine.rows('SELECT count(*)::INTEGER AS numbers FROM numbers')
  if (Number(found?.['numbers']) > 0) await noteNumbered(engine, files, column)
  await engine.run('DROP TABLE numbers')
  if (Number(found?.['numbers']) === 0) return []
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
    mark: files.some(({ source }) => source.columns.has('reference')) ? 'reference' : 'number',
    code: 'clean/contradicting-number',
    otherwise:
      'name another column under `columns: { reference: … }` if this number is not that of one response',
  })
}

/** Makes `numbered` (file, record, number, _content, _sender): rows whose number stands there twice, and who sent them when. */
async function noteNumbered(
  engine: Engine,
  files: readonly ResponseFile[],
  column: '_number' | '_reference',
): Promise<void> {
  const rows = files.map(
    ({ staged, matched }, index) => `SELECT ${index} AS file, m.record, m.${column} AS number, m._content,
        hash(s.submitted, s.submitted_text, s._who) AS _sender
      FROM ${matched} m JOIN ${staged} s ON s.rowid = m.record
      WHERE m.reason IS NULL AND m.${column} IN (SELECT number FROM numbers)`,
  )
  await engine.run(`CREATE TEMP TABLE numbered AS ${rows.join(' UNION ALL ')}`)
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
