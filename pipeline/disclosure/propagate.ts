import type { LinearModel, Row } from '../solver/index.ts'

/** Bounds of whole numbers, column by column; changed in place. */
export interface Bounds {
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** Sweeps after which what is left is left to the solver. */
const MOST_SWEEPS = 60
const SLACK = 1e-7

/**
 * Narrows the bounds of whole numbers by each relation alone, again and again until nothing moves: no
 * value that a relation rules out is kept at either end. Undefined where no values are left for some column:
 * the figures contradict each other.
 */
export function propagate({ columns, rows }: LinearModel): Bounds | undefined {
  const lower = Float64Array.from(columns, (column) => Math.ceil(column.lower - SLACK))
  const upper = Float64Array.from(columns, (column) => Math.floor(column.upper + SLACK))
  const bounds = { lower, upper }
  if (lower.some((least, column) => least > (upper[column] ?? 0))) return undefined
  const rowsOf: number[][] = columns.map(() => [])
  for (const [index, { terms }] of rows.entries()) for (const [column] of terms) rowsOf[column]?.push(index)
  let waiting = new Set(rows.keys())
  for (let sweep = 0; sweep < MOST_SWEEPS && waiting.size > 0; sweep += 1) {
    const next = new Set<number>()
    for (const index of waiting) {
      const moved = narrow(rows[index], bounds)
      if (moved === undefined) return undefined
      for (const column of moved) for (const row of rowsOf[column] ?? []) next.add(row)
    }
    waiting = next
  }
  return bounds
}

/** Columns whose bounds one relation moved; undefined where it cannot hold. */
function narrow(row: Row | undefined, { lower, upper }: Bounds): readonly number[] | undefined {
  if (row === undefined) return []
  let least = 0
  let most = 0
  for (const [column, by] of row.terms) {
    const low = lower[column] ?? 0
    const high = upper[column] ?? 0
    least += by > 0 ? by * low : by * high
    most += by > 0 ? by * high : by * low
  }
  if (least > row.upper + SLACK || most < row.lower - SLACK) return undefined
  const moved: number[] = []
  for (const [column, by] of row.terms) {
    const low = lower[column] ?? 0
    const high = upper[column] ?? 0
    if (low === high) continue
    const own = by > 0 ? [by * low, by * high] : [by * high, by * low]
    // What is left for this column when the others take their least, and their most.
    const room = row.upper - (least - (own[0] ?? 0))
    const need = row.lower - (most - (own[1] ?? 0))
    const tops = by > 0 ? room / by : need / by
    const bottoms = by > 0 ? need / by : room / by
    const newHigh = Number.isFinite(tops) ? Math.min(high, Math.floor(tops + SLACK)) : high
    const newLow = Number.isFinite(bottoms) ? Math.max(low, Math.ceil(bottoms - SLACK)) : low
    if (newLow > newHigh) return undefined
    if (newLow === low && newHigh === high) continue
    lower[column] = newLow
    upper[column] = newHigh
    least += by > 0 ? by * (newLow - low) : by * (newHigh - high)
    most += by > 0 ? by * (newHigh - high) : by * (newLow - low)
    moved.push(column)
  }
  return moved
}
