import { type Engine, identifier } from '../engine/index.ts'
import type { Finding } from './findings.ts'
import { ID, type RowsRead } from './rows-key.ts'

/**
 * Rows must stand in the order of what is published, column by column, each by the code units of its cells, and be
 * numbered along it: any other order may say something that is not published (who answered first, which file).
 */
export async function orderFindings(
  engine: Engine,
  { relation, columns, numbered }: RowsRead,
): Promise<readonly Finding[]> {
  if (columns.length === 0) return []
  const cells = columns.map((name, index) => ({ now: identifier(name), before: `"#before ${index}"` }))
  const before = cells.map(({ now, before: was }) => `lag(${now}) OVER () AS ${was}`)
  // The first column in which a row differs from the one before it decides.
  const falls = cells.map(
    ({ now, before: was }) =>
      `WHEN ${now} IS DISTINCT FROM ${was} THEN coalesce(${now}::VARCHAR, '') < coalesce(${was}::VARCHAR, '')`,
  )
  const number = numbered ? `${identifier(ID)}::VARCHAR` : 'NULL'
  const [row] = await engine.rows(`
    SELECT count(*) FILTER (WHERE "#place" > 1 AND CASE ${falls.join(' ')} ELSE false END)::INTEGER AS falls,
      count(*) FILTER (WHERE "#number" IS DISTINCT FROM "#place"::VARCHAR)::INTEGER AS misnumbered
    FROM (SELECT *, ${number} AS "#number", row_number() OVER () AS "#place", ${before.join(', ')}
      FROM ${identifier(relation)})`)
  const found = (holds: boolean, group: string): readonly Finding[] =>
    holds ? [{ rule: 'order of rows', group, derived: [] }] : []
  return [
    ...found(Number(row?.['falls']) > 0, 'rows are not sorted by what stands in them'),
    ...found(numbered && Number(row?.['misnumbered']) > 0, 'they are not numbered one by one'),
  ]
}
