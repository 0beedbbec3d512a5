import type { CellCounts } from '../disclosure/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import type { Places } from './inner-measures.ts'

/** How many responses are in each cell. */
export async function peopleIn(engine: Engine, relation: string, places: Places): Promise<readonly number[]> {
  const sql = `SELECT "#cell", count(*)::INTEGER FROM ${relation} GROUP BY "#cell"`
  return collect(await engine.columns(sql), [], places).base
}

/**
 * SQL of the counts of one question by cell: its base, then its rows. Responses that are alike in all of it are counted
 * first: conditions are then looked at once for each different response, and not for each of a million.
 */
export function countsSql(
  relation: string,
  base: string,
  rows: readonly { readonly holds: string }[],
  columns: readonly string[],
): string {
  const counts = [base, ...rows.map(({ holds }) => `(${base}) AND (${holds})`)].map(
    (holds) => `coalesce(sum("#alike") FILTER (WHERE ${holds}), 0)::INTEGER`,
  )
  return `SELECT "#cell", ${counts.join(', ')}
    FROM (SELECT "#cell", ${[...columns.map(identifier), 'count(*) AS "#alike"'].join(', ')} FROM ${relation} GROUP BY ALL)
    GROUP BY "#cell"`
}

/** The counts of one question, cell by cell of the crossing. */
export function collect(
  [numbers = [], ...counts]: readonly (readonly unknown[])[],
  labels: readonly string[],
  { place, size }: Places,
): CellCounts {
  const lists = counts.map((column) => {
    const list = new Array<number>(size).fill(0)
    for (const [index, count] of column.entries()) {
      const cell = place.get(Number(numbers[index]))
      if (cell !== undefined) list[cell] = Number(count)
    }
    return list
  })
  return {
    base: lists[0] ?? [],
    rows: new Map(labels.map((label, index) => [label, lists[index + 1] ?? []])),
  }
}
