import type { LinearModel, Row, Term } from '../solver/index.ts'
import type { Bounds } from './propagate.ts'

/** A part of a model that shares no open column with the rest, with its own numbering. */
export interface Component {
  readonly model: LinearModel
  /** Column of the whole model -> column here. */
  readonly place: ReadonlyMap<number, number>
}

/**
 * A model taken apart: columns that their bounds fix are moved to the other side of each relation, and what
 * is then not tied together stands alone. `of` tells the component of an open column.
 */
export function componentsOf(
  { columns, rows }: LinearModel,
  { lower, upper }: Bounds,
): { readonly components: readonly Component[]; readonly of: (column: number) => number } {
  const open = columns.map((_, column) => (lower[column] ?? 0) < (upper[column] ?? 0))
  const root = Int32Array.from(columns.keys())
  const find = (column: number): number => {
    let one = column
    while (root[one] !== one) {
      root[one] = root[root[one] ?? one] ?? one
      one = root[one] ?? one
    }
    return one
  }
  const left = rows.flatMap((row) => openPart(row, open, lower))
  for (const { terms } of left) {
    const [first] = terms
    for (const [column] of terms) if (first !== undefined) root[find(column)] = find(first[0])
  }
  const numbers = new Map<number, number>()
  const parts: { columns: number[]; rows: Row[] }[] = []
  const partOf = (column: number): number => {
    const key = find(column)
    const found = numbers.get(key)
    if (found !== undefined) return found
    numbers.set(key, parts.length)
    parts.push({ columns: [], rows: [] })
    return parts.length - 1
  }
  for (const column of columns.keys()) if (open[column]) parts[partOf(column)]?.columns.push(column)
  for (const row of left) {
    const [first] = row.terms
    if (first !== undefined) parts[partOf(first[0])]?.rows.push(row)
  }
  return {
    components: parts.map((part) => {
      const place = new Map(part.columns.map((column, index) => [column, index]))
      return {
        place,
        model: {
          columns: part.columns.map((column) => ({
            lower: lower[column] ?? 0,
            upper: upper[column] ?? 0,
            integer: true,
          })),
          rows: part.rows.map(({ terms, ...sides }) => ({
            ...sides,
            terms: terms.map(([column, by]): Term => [place.get(column) ?? 0, by]),
          })),
        },
      }
    }),
    of: partOf,
  }
}

/** The relation between a row's open columns; none where it has none. */
function openPart(row: Row, open: readonly boolean[], lower: Float64Array): readonly Row[] {
  const terms = row.terms.filter(([column]) => open[column])
  if (terms.length === 0) return []
  const fixed = row.terms.reduce(
    (sum, [column, by]) => (open[column] ? sum : sum + by * (lower[column] ?? 0)),
    0,
  )
  return [{ lower: row.lower - fixed, upper: row.upper - fixed, terms }]
}
