import type { Cleaning, Definition } from '../../definition/index.ts'
import type { Engine, Row } from '../../engine/index.ts'
import { anyAnswer } from '../set-aside.ts'
import type { ResponseFile } from './files.ts'
import { setAsideRows } from './set-aside-rows.ts'

/** Rows of one key between which nothing decides: the place of each, and whether they differ. */
export interface Tie {
  readonly rows: readonly { readonly file: number; readonly record: number }[]
}

/** Which of several rows of one key counts, and what becomes of the others. */
export interface Settlement {
  /** Relation (file, record, key) of rows whose key stands there more than once. */
  readonly relation: string
  readonly rule: Exclude<Cleaning['keep'], 'all'>
  readonly reason: string
}

/**
 * Of the rows of each key, keeps the one that the rule states, and sets the others aside (GSBPM 5.3). A row that
 * answers nothing, or that will be set aside as not sent in, never takes the place of one that counts, whatever
 * the rule. Returns the keys of which two rows that differ are level, the first twenty; one of them is drawn,
 * always the same: whoever calls decides whether that may be. `relation` is dropped.
 */
export async function settle(
  engine: Engine,
  definition: Definition,
  files: readonly ResponseFile[],
  { relation, rule, reason }: Settlement,
): Promise<{ readonly ties: readonly Tie[]; readonly level: number }> {
  await engine.run(`CREATE TEMP TABLE sittings AS SELECT *,
      row_number() OVER (PARTITION BY key ORDER BY counts DESC, ${ORDER[rule]}, digest, file, record) AS rank,
      rank() OVER (PARTITION BY key ORDER BY counts DESC, ${ORDER[rule]}) AS place,
      first_value(_content) OVER (PARTITION BY key ORDER BY counts DESC, ${ORDER[rule]}, digest, file, record) AS kept
    FROM (${rowsToRank(definition, files, relation)})`)
  const level = 'place = 1 AND rank > 1 AND _content <> kept'
  const [found] = await engine.rows(`SELECT count(*)::INTEGER AS level FROM sittings WHERE ${level}`)
  const rows = await engine.rows(`SELECT string_agg(file || ' ' || record, ',' ORDER BY file, record) AS rows
    FROM sittings WHERE place = 1 AND key IN (SELECT key FROM sittings WHERE ${level})
    GROUP BY key ORDER BY min((file, record)) LIMIT 20`)
  await engine.run(`CREATE TEMP TABLE given_way AS SELECT file, record FROM sittings WHERE rank > 1;
    DROP TABLE sittings; DROP TABLE ${relation}`)
  await setAsideRows(engine, files, 'given_way', reason)
  return { level: Number(found?.['level']), ties: rows.map(tieOf) }
}

const tieOf = (row: Row): Tie => ({
  rows: String(row['rows'])
    .split(',')
    .map((pair) => pair.split(' ').map(Number))
    .map(([file = 0, record = 0]) => ({ file, record })),
})

/** SQL: the rows of the relation with all that decides between them. */
function rowsToRank(definition: Definition, files: readonly ResponseFile[], relation: string): string {
  const sentIn = definition.cleaning.partial === 'set aside' ? 'm.complete' : 'true'
  return files
    .map(
      (
        { source, staged, matched },
        index,
      ) => `SELECT k.file, k.record, k.key, m.complete, m.submitted, m.digest, m._content,
        coalesce(${sentIn} AND (${anyAnswer(definition, source)}), false) AS counts
      FROM ${relation} k JOIN ${matched} m ON k.record = m.record JOIN ${staged} s ON s.rowid = m.record
      WHERE k.file = ${index}`,
    )
    .join('\nUNION ALL ')
}

const ORDER: Readonly<Record<Settlement['rule'], string>> = {
  'last complete': 'complete DESC, submitted DESC NULLS LAST',
  last: 'submitted DESC NULLS LAST, complete DESC',
  first: 'submitted ASC NULLS LAST, complete DESC',
}
