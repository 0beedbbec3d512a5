import type { Definition } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'
import { countingRows, type ResponseFile } from './files.ts'
import { SAME_PERSON } from './set-aside-rows.ts'
import { settle } from './sittings.ts'

/**
 * Sets aside the rows that another row of the same person invited or of the same personal link replaces, by the
 * rule the definition states: who answered online and on paper is one person too. Only links seen twice are
 * ranked, so that files without duplicates cost one count. A warning where nothing tells which of two responses
 * came last: then one of them is drawn, always the same.
 */
export async function settleLinks(
  engine: Engine,
  definition: Definition,
  files: readonly ResponseFile[],
): Promise<readonly Issue[]> {
  const { keep } = definition.cleaning
  if (keep === 'all') return []
  const identified = () => 'm.person IS NOT NULL OR m.link IS NOT NULL'
  const identities = countingRows(files, `${IDENTITY} AS key`, identified)
  await engine.run(`CREATE TEMP TABLE links AS SELECT * FROM (${identities})
    WHERE key IN (SELECT key FROM (${identities}) GROUP BY key HAVING count(*) > 1)`)
  const { level } = await settle(engine, definition, files, {
    relation: 'links',
    rule: keep,
    reason: SAME_PERSON,
  })
  return level === 0 ? [] : [drawn(level)]
}

const IDENTITY = "coalesce('p' || m.person, 'l' || m.link)"

const drawn = (rows: number): Issue => ({
  code: 'clean/drawn-response',
  severity: 'warning',
  concern: 'data',
  message: `${rows === 1 ? 'One response was' : `${rows} responses were`} replaced by another of the same person though nothing tells which came first: both lack a time of sending, or have the same one.`,
  advice:
    'Name the column with the time under `columns: { submitted: … }`, or write `cleaning: { keep: all }`.',
})
