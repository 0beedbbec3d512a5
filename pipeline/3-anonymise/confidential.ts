import type { Definition } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { isOpen, OMITTED, type Placing, ROW_CLASS } from './placing.ts'

/** How many asked for confidentiality: they are counted, and in no row. */
export async function countConfidential(
  engine: Engine,
  definition: Definition,
  relation: string,
): Promise<number> {
  const open = isOpen(definition)
  if (open === 'true') return 0
  const [row] = await engine.rows(
    `SELECT count(*)::INTEGER AS people FROM ${identifier(relation)} r WHERE NOT (${open})`,
  )
  return Number(row?.['people'])
}

/**
 * Leaves so many further rows out, evenly spaced in the order in which they would be published, and none of a class
 * that could not spare it: what tables count less what rows show is then never what a few who asked for
 * confidentiality said. Returns whether the classes could spare them.
 */
export async function omitRows(
  engine: Engine,
  { from }: Placing,
  key: string,
  omitted: number,
  least: number,
): Promise<boolean> {
  if (omitted === 0) return true
  await engine.run(`CREATE OR REPLACE TABLE ${OMITTED} AS
    WITH placed AS (
      SELECT r.rowid AS record, k.${identifier(ROW_CLASS)} AS class, count(*) OVER same AS people,
        row_number() OVER (same ORDER BY ${key}, r.digest, r.source, r.record) AS place
      ${from} WINDOW same AS (PARTITION BY k.${identifier(ROW_CLASS)})),
    spare AS (
      SELECT record, row_number() OVER (ORDER BY class, place) AS turn, count(*) OVER () AS spared
      FROM placed WHERE place <= people - ${least})
    SELECT record AS row FROM spare WHERE turn * ${omitted} // spared > (turn - 1) * ${omitted} // spared`)
  const [row] = await engine.rows(`SELECT count(*)::INTEGER AS rows FROM ${OMITTED}`)
  return Number(row?.['rows']) === omitted
}
