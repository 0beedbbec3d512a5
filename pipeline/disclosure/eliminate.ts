import type { LinearModel, Row, Term } from '../solver/index.ts'
import type { Bounds } from './propagate.ts'

/** A model with fewer columns, and how any sum of the old ones reads in the new. */
export interface Eliminated {
  readonly rows: readonly Row[]
  readonly substitute: (terms: readonly Term[]) => readonly Term[]
}

/**
 * Takes counts out of a model that are sums of others and whose bounds say no more than other relations do: the base of a cell
 * is what its answers add up to. Programs over many cells have a relation for each of them without this, and a tenth with it.
 * What fits the new model is what fits the old, whole number for whole number.
 */
export function eliminate({ columns, rows }: LinearModel, { lower, upper }: Bounds): Eliminated {
  const isOpen = (column: number) => (lower[column] ?? 0) < (upper[column] ?? 0)
  const roof = roofsOf(columns.length, rows, lower, isOpen)
  const parts = new Map<number, readonly Term[]>()
  const substitute = (terms: readonly Term[]): readonly Term[] =>
    terms.some(([column]) => parts.has(column)) ? expanded(terms, parts) : terms
  const left = rows.filter((row) => {
    const [column, terms] = definitionIn(row, isOpen) ?? []
    if (column === undefined || terms === undefined || parts.has(column)) return true
    const most = terms.reduce((sum, [part, by]) => sum + by * (upper[part] ?? 0), 0)
    const isHeld = Math.min(roof[column] ?? 0, most) <= (upper[column] ?? 0) && (lower[column] ?? 0) <= 0
    if (!isHeld || terms.some(([part]) => (lower[part] ?? 0) < 0)) return true
    if (substitute(terms).some(([part]) => part === column)) return true
    parts.set(column, terms)
    return false
  })
  return { rows: left.map((row) => ({ ...row, terms: substitute(row.terms) })), substitute }
}

/** The open count that a relation says is the sum of others. */
function definitionIn(
  { lower, upper, terms }: Row,
  isOpen: (column: number) => boolean,
): readonly [column: number, terms: readonly Term[]] | undefined {
  if (lower !== 0 || upper !== 0) return undefined
  const [whole, ...others] = terms.filter(([, by]) => by < 0)
  if (whole === undefined || others.length > 0 || whole[1] !== -1 || !isOpen(whole[0])) return undefined
  return [whole[0], terms.filter(([, by]) => by > 0)]
}

/** How far each count can rise before a relation that only adds up counts stops it, whatever its own bounds say. */
function roofsOf(
  columns: number,
  rows: readonly Row[],
  lower: Float64Array,
  isOpen: (column: number) => boolean,
): Float64Array {
  const roofs = new Float64Array(columns).fill(Number.POSITIVE_INFINITY)
  for (const { upper, terms } of rows) {
    const open = terms.filter(([column]) => isOpen(column))
    if (!Number.isFinite(upper) || open.some(([column, by]) => by < 0 || (lower[column] ?? 0) < 0)) continue
    const fixed = terms.reduce(
      (sum, [column, by]) => (isOpen(column) ? sum : sum + by * (lower[column] ?? 0)),
      0,
    )
    for (const [column, by] of open) roofs[column] = Math.min(roofs[column] ?? 0, (upper - fixed) / by)
  }
  return roofs
}

function expanded(terms: readonly Term[], parts: ReadonlyMap<number, readonly Term[]>): readonly Term[] {
  const sum = new Map<number, number>()
  const add = (column: number, by: number): void => {
    const own = parts.get(column)
    if (own === undefined) sum.set(column, (sum.get(column) ?? 0) + by)
    else for (const [part, times] of own) add(part, by * times)
  }
  for (const [column, by] of terms) add(column, by)
  return [...sum].filter(([, by]) => by !== 0)
}
