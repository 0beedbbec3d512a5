import type { Projection } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { type Engine, literal } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { countingRows, type ResponseFile } from './files.ts'
import { otherColumns } from './marks.ts'
import { SAME_ROW, setAsideRows } from './set-aside-rows.ts'
import { type Column, marksOf } from './telling-columns.ts'

/**
 * Sets aside rows that are alike in every column as received and hold what people do not share by chance: a time
 * to the second, words of some length, a name or code that nobody else has. Rows that are merely alike are people
 * who agree, and stay. Files are read once more, and only where such rows are found. Under `keep: all` a time
 * alone tells. `alike` holds the contents that stand there more than once.
 */
export async function setAsideCopies(
  engine: Engine,
  definition: Definition,
  files: readonly ResponseFile[],
): Promise<readonly Issue[]> {
  const among = () => 'm._content IN (SELECT _content FROM alike)'
  await engine.run(`CREATE TEMP TABLE wholes AS SELECT _whole FROM (${countingRows(files, 'm._whole', among)})
    GROUP BY _whole HAVING count(*) > 1`)
  await engine.run('CREATE TEMP TABLE telling (_whole UBIGINT); CREATE TEMP TABLE named (_whole UBIGINT)')
  const faults: Issue[] = []
  for (const file of files) faults.push(...(await noteTelling(engine, definition, file)))
  if (!hasErrors(faults)) {
    const told = () => 'm._whole IN (SELECT _whole FROM telling)'
    await engine.run(`CREATE TEMP TABLE copied AS SELECT file, record FROM (
        SELECT file, record, row_number() OVER (PARTITION BY _whole ORDER BY file, record) AS place
        FROM (${countingRows(files, 'm._whole', told)})) WHERE place > 1`)
    await setAsideRows(engine, files, 'copied', SAME_ROW)
  }
  await engine.run('DROP TABLE wholes; DROP TABLE telling')
  return faults
}

/**
 * Warns of rows that stay though another is alike in every column, and holds what nobody else has in a column that identifies.
 * Call it when all copies are set aside: `setAsideCopies` leaves in `named` which rows these are.
 */
export async function warnOfRowsAlike(
  engine: Engine,
  files: readonly ResponseFile[],
): Promise<readonly Issue[]> {
  const named = () => 'm._whole IN (SELECT _whole FROM named)'
  const [row] = await engine.rows(`SELECT coalesce(sum(rows - 1), 0)::INTEGER AS rows FROM (
    SELECT count(*) AS rows FROM (${countingRows(files, 'm._whole', named)}) GROUP BY _whole)`)
  await engine.run('DROP TABLE named')
  const rows = Number(row?.['rows'])
  return rows === 0 ? [] : [alikeInAll(rows)]
}

const alikeInAll = (rows: number): Issue => ({
  code: 'clean/rows-alike',
  severity: 'warning',
  concern: 'data',
  message: `${rows === 1 ? 'One row is' : `${rows} rows are`} the same as another in every column, those that identify people included. They are counted, for nothing in them proves that they are copies.`,
  advice:
    'If rows were pasted twice, delete the copies. Export the file with the number of the response, and copies are found by themselves.',
})

/** Adds to `telling` the rows of one file, as numbers, that hold what people do not share by chance. */
async function noteTelling(
  engine: Engine,
  definition: Definition,
  { source, plan, matched }: ResponseFile,
): Promise<readonly Issue[]> {
  const columns = tellingColumns(definition, source)
  const [found] = await engine.rows(`SELECT count(*)::INTEGER AS rows FROM ${matched}
    WHERE reason IS NULL AND _whole IN (SELECT _whole FROM wholes)`)
  if (Number(found?.['rows']) === 0 || columns.length === 0) return []
  const faults = await source.into('read_again', columns.flatMap(projections))
  if (hasErrors(faults)) return faults
  await engine.run(`CREATE TEMP TABLE again AS SELECT m._whole, r.*, m._whole IN (SELECT _whole FROM wholes) AS twice
    FROM read_again r JOIN ${matched} m ON r.rowid = m.record WHERE m.reason IS NULL; DROP TABLE read_again`)
  const marks = await marksOf(engine, definition.cleaning.keep, columns)
  for (const { value, holds } of marks) {
    await engine.run(`INSERT INTO telling SELECT min(_whole) FROM again WHERE ${value} IS NOT NULL
      GROUP BY ${value} HAVING min(_whole) = max(_whole) AND count(*) > 1 AND bool_and(${holds})`)
  }
  const identifying = new Set(plan.identifying.map((heading) => source.headings.get(heading)))
  for (const { name } of columns.filter(({ column }) => identifying.has(column))) {
    await engine.run(`INSERT INTO named SELECT min(_whole) FROM again WHERE ${name} IS NOT NULL
      GROUP BY ${name} HAVING min(_whole) = max(_whole) AND count(*) > 1`)
  }
  await engine.run('DROP TABLE again')
  return []
}

/** Times, words, and whatever the definition maps to nothing. */
function tellingColumns(definition: Definition, source: ResponseFile['source']): readonly Column[] {
  const times = ['started', 'submitted'].flatMap((role) => source.columns.get(role) ?? [])
  const words = definition.questions
    .filter(({ kind }) => kind === 'open')
    .flatMap(({ id }) => source.columns.get(id) ?? [])
  return [
    ...[...new Set(times)].map((column, index) => ({ column, name: `t${index}`, kind: 'time' as const })),
    ...words.map((column, index) => ({ column, name: `w${index}`, kind: 'words' as const })),
    ...otherColumns(source).map(({ column }, index) => ({
      column,
      name: `o${index}`,
      kind: 'other' as const,
    })),
  ]
}

/** A number for each cell, the length of its words, and its seconds where it is a time to the second. */
const projections = ({ column, name }: Column): readonly Projection[] => [
  { name, sql: `CASE WHEN ${column} IS NOT NULL THEN hash(${column}) END` },
  { name: `${name}_length`, sql: `coalesce(length(${column}), 0)` },
  {
    name: `${name}_second`,
    sql: `CASE WHEN contains(${column}, ':') THEN try_cast(regexp_extract(${column}, ${literal(TO_THE_SECOND)}, 1) AS INTEGER) END`,
  },
]

/** A date in any notation, then a time: a duration has no date before it. */
const TO_THE_SECOND = String.raw`[0-9].*[ T,][0-9]{1,2}:[0-9]{2}:([0-9]{2})\b`
