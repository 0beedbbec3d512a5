import type { Field } from '../../artefacts.ts'
import { identifier, literal } from '../../engine/index.ts'

/** Column -> value or mark -> how many of the published responses have it. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Counts the values of every published column that has a list of them: rows of field, value, count. */
export const countsSql = (fields: readonly Field[], relation: string): string =>
  [
    // So that it is a query even where nothing has a list.
    "SELECT '' AS field, '' AS value, 0 AS count WHERE false",
    ...fields
      .filter(({ type, categories }) => type === 'boolean' || categories.length > 0)
      .map(
        ({ name }) =>
          `SELECT ${literal(name)}, CAST(${identifier(name)} AS VARCHAR), CAST(count(*) AS INTEGER) FROM ${identifier(relation)} GROUP BY 2`,
      ),
  ].join(' UNION ALL ')

/** What the query gave, in whatever order. */
export function countsFrom(rows: readonly Readonly<Record<string, unknown>>[]): Counts {
  const counts = new Map<string, Map<string, number>>()
  for (const { field, value, count } of rows) {
    const values = counts.get(String(field)) ?? new Map<string, number>()
    counts.set(String(field), values.set(String(value), Number(count)))
  }
  return counts
}
