import type { Definition } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { type PublishedColumn, sortKey } from './columns.ts'
import { type Placing, sameValues } from './placing.ts'
import { RECODING } from './recoding.ts'

/** Relation of the rows as they are published. */
export const PUBLISHED = 'anonymous_responses'

/**
 * Makes the rows that leave: recoded details and answers, sorted by what is published and by nothing else, and
 * numbered in that order. Rows that are alike stay next to each other, so no number says anything.
 */
export const writePublished = (
  engine: Engine,
  definition: Definition,
  relation: string,
  { leaves }: Placing,
  columns: readonly PublishedColumn[],
): Promise<void> =>
  engine.run(`CREATE TABLE ${PUBLISHED} AS
    SELECT row_number() OVER () AS id, * EXCLUDE ("row key") FROM (
      SELECT ${[...columns.map(({ name, sql }) => `${sql} AS ${identifier(name)}`), `${sortKey(columns)} AS "row key"`].join(', ')}
      FROM ${identifier(relation)} r JOIN ${RECODING} ON ${sameValues(definition, RECODING)}
      WHERE ${leaves} ORDER BY "row key")`)

/** The relation without a row, where none leaves. */
export const writeNobody = (engine: Engine): Promise<void> =>
  engine.run(`CREATE OR REPLACE TABLE ${PUBLISHED} (id BIGINT)`)

/** How many rows are like no other in any of their columns. */
export async function countUniques(
  engine: Engine,
  columns: readonly Pick<PublishedColumn, 'name'>[],
): Promise<number> {
  if (columns.length === 0) return 0
  const [row] = await engine.rows(`SELECT count(*)::INTEGER AS uniques FROM (
    SELECT hash(${columns.map(({ name }) => identifier(name)).join(', ')}) AS "#whole"
    FROM ${PUBLISHED} GROUP BY "#whole" HAVING count(*) = 1)`)
  return Number(row?.['uniques'])
}
