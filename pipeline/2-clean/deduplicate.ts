import type { Cleaning } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'

/**
 * Marks, in `matched`, the rows that another row of the same person or link replaces (GSBPM 5.3), by
 * the rule the definition states. Only links seen twice are ranked, so that a file without duplicates
 * costs one count.
 */
export async function deduplicate(engine: Engine, rule: Cleaning['keep'], matched: string): Promise<void> {
  if (rule === 'all') return
  await engine.run(`CREATE TEMP TABLE repeated AS
    SELECT coalesce('p' || person, 'l' || link) AS identity FROM ${matched}
    WHERE reason IS NULL AND (person IS NOT NULL OR link IS NOT NULL)
    GROUP BY ALL HAVING count(*) > 1`)
  await engine.run(`CREATE TEMP TABLE replaced AS SELECT row FROM (
      SELECT m.rowid AS row, row_number() OVER (PARTITION BY identity ORDER BY ${ORDER[rule]}, digest) AS rank
      FROM ${matched} m JOIN repeated ON coalesce('p' || person, 'l' || link) = identity
      WHERE reason IS NULL)
    WHERE rank > 1`)
  await engine.run(`UPDATE ${matched} SET reason = 'another response of the same person replaces it'
    WHERE rowid IN (SELECT row FROM replaced)`)
  await engine.run('DROP TABLE repeated; DROP TABLE replaced')
}

const ORDER: Readonly<Record<Exclude<Cleaning['keep'], 'all'>, string>> = {
  'last complete': 'complete DESC, submitted DESC NULLS LAST',
  last: 'submitted DESC NULLS LAST, complete DESC',
  first: 'submitted ASC NULLS LAST, complete DESC',
}
