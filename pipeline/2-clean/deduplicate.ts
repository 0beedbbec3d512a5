import type { Cleaning } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import type { Issue } from '../issues.ts'

/**
 * Marks, in the `matched` relations of all files, the rows that another row of the same person or link
 * replaces (GSBPM 5.3), by the rule the definition states: who answered online and on paper is one
 * person too. Only links seen twice are ranked, so that files without duplicates cost one count. A
 * warning where nothing tells which of two responses came last: then one of them is drawn, always the same.
 */
export async function deduplicate(
  engine: Engine,
  rule: Cleaning['keep'],
  matched: readonly string[],
): Promise<readonly Issue[]> {
  if (rule === 'all') return []
  const counted = `reason IS NULL AND (person IS NOT NULL OR link IS NOT NULL)`
  const identities = matched.map((name) => `SELECT ${IDENTITY} AS identity FROM ${name} WHERE ${counted}`)
  await engine.run(`CREATE TEMP TABLE repeated AS SELECT identity FROM (${identities.join(' UNION ALL ')})
    GROUP BY ALL HAVING count(*) > 1`)
  const rows = matched.map(
    (name, file) => `SELECT ${file} AS file, m.rowid AS row, identity, complete, submitted, digest
      FROM ${name} m JOIN repeated ON ${IDENTITY} = identity WHERE reason IS NULL`,
  )
  await engine.run(`CREATE TEMP TABLE replaced AS SELECT file, row, place = 1 AS tied FROM (
      SELECT file, row, row_number() OVER (PARTITION BY identity ORDER BY ${ORDER[rule]}, digest) AS rank,
        rank() OVER (PARTITION BY identity ORDER BY ${ORDER[rule]}) AS place
      FROM (${rows.join(' UNION ALL ')}))
    WHERE rank > 1`)
  for (const [file, name] of matched.entries()) {
    await engine.run(`UPDATE ${name} SET reason = 'another response of the same person replaces it'
      WHERE rowid IN (SELECT row FROM replaced WHERE file = ${file})`)
  }
  const [row] = await engine.rows('SELECT (count(*) FILTER (WHERE tied))::INTEGER AS tied FROM replaced')
  await engine.run('DROP TABLE repeated; DROP TABLE replaced')
  const tied = Number(row?.['tied'])
  return tied === 0 ? [] : [drawn(tied)]
}

const drawn = (rows: number): Issue => ({
  code: 'clean/drawn-response',
  severity: 'warning',
  concern: 'data',
  message: `${rows === 1 ? 'One response was' : `${rows} responses were`} replaced by another of the same person though nothing tells which came first: both lack a time of sending, or have the same one.`,
  advice:
    'Name the column with the time under `columns: { submitted: … }`, or write `cleaning: { keep: all }`.',
})

const IDENTITY = "coalesce('p' || person, 'l' || link)"

const ORDER: Readonly<Record<Exclude<Cleaning['keep'], 'all'>, string>> = {
  'last complete': 'complete DESC, submitted DESC NULLS LAST',
  last: 'submitted DESC NULLS LAST, complete DESC',
  first: 'submitted ASC NULLS LAST, complete DESC',
}
