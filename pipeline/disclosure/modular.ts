/**
 * Linear algebra over whole numbers modulo a prime, for questions about rational combinations: a vector of 0 and 1 that
 * is a rational combination of others is one modulo almost every prime, and the reverse. Products of two residues stay
 * below 2^53, so that ordinary numbers are exact.
 */
export const PRIME = 67_108_859

/** A matrix in reduced row echelon form, zero rows left out. */
export interface Echelon {
  readonly rows: readonly Float64Array[]
  /** Row -> the column of its leading one. */
  readonly pivots: readonly number[]
}

/** Brings rows of residues or small whole numbers to reduced echelon form, columns from left to right. */
export function echelon(matrix: readonly ArrayLike<number>[], columns: number): Echelon {
  const rows = matrix.map((row) => Float64Array.from({ length: columns }, (_, at) => residue(row[at] ?? 0)))
  const pivots: number[] = []
  for (let column = 0; column < columns && pivots.length < rows.length; column += 1) {
    const top = pivots.length
    const found = rows.findIndex((row, index) => index >= top && row[column] !== 0)
    if (found < 0) continue
    const [pivot, other] = [rows[found], rows[top]]
    if (pivot === undefined || other === undefined) continue
    rows[found] = other
    rows[top] = pivot
    scale(pivot, inverse(pivot[column] ?? 1), column)
    for (const [index, row] of rows.entries())
      if (index !== top && row[column] !== 0) subtract(row, pivot, row[column] ?? 0, column)
    pivots.push(column)
  }
  return { rows: rows.slice(0, pivots.length), pivots }
}

/** Whether a vector is a combination of the rows. */
export const isCombination = (space: Echelon, vector: ArrayLike<number>): boolean =>
  restOf(space, vector).every((value) => value === 0)

/** What is left of a vector when the combination of the rows that agrees with it at the pivots is taken away. */
export function restOf({ rows, pivots }: Echelon, vector: ArrayLike<number>): Float64Array {
  const rest = new Float64Array(vector.length)
  // Most is nought already, and a loop of its own is many times faster than a mapping.
  for (let at = 0; at < vector.length; at += 1) {
    const value = vector[at] ?? 0
    if (value !== 0) rest[at] = residue(value)
  }
  for (const [index, pivot] of pivots.entries()) {
    const row = rows[index]
    const factor = rest[pivot] ?? 0
    if (row !== undefined && factor !== 0) subtract(rest, row, factor, pivot)
  }
  return rest
}

/**
 * The first of some columns, in an order, that are independent: as many as they are long, which they must span. A column is a
 * combination of those taken so far where it is nought under every functional that is nought on these: of such there
 * are fewer and fewer.
 */
export function independent(columns: readonly Float64Array[], order: readonly number[]): readonly number[] {
  const length = columns[0]?.length ?? 0
  let open = Array.from({ length }, (_, index) => {
    const one = new Float64Array(length)
    one[index] = 1
    return one
  })
  const found: number[] = []
  for (const at of order) {
    if (open.length === 0) break
    const column = columns[at] ?? new Float64Array()
    const chosen = open.find((one) => product(one, column) !== 0)
    if (chosen === undefined) continue
    const by = inverse(product(chosen, column))
    open = open.filter((one) => one !== chosen)
    for (const one of open) {
      const factor = reduced(product(one, column) * by)
      if (factor !== 0) subtract(one, chosen, factor, 0)
    }
    found.push(at)
  }
  return found
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) {
    const value = one[at] ?? 0
    if (value !== 0) sum = reduced(sum + value * (other[at] ?? 0))
  }
  return sum
}

const residue = (value: number): number => ((value % PRIME) + PRIME) % PRIME

/** The residue of a product of two residues: many times faster than `%`, and as exact below 2^53. */
export function reduced(value: number): number {
  const rest = value - Math.floor(value * ONE_BY_PRIME) * PRIME
  return rest < 0 ? rest + PRIME : rest >= PRIME ? rest - PRIME : rest
}

const ONE_BY_PRIME = 1 / PRIME

function scale(row: Float64Array, factor: number, from: number): void {
  if (factor === 1) return
  for (let at = from; at < row.length; at += 1) row[at] = reduced((row[at] ?? 0) * factor)
}

/** Takes `factor` times another row away; both are zero before `from`, or the other is. */
function subtract(row: Float64Array, other: Float64Array, factor: number, from: number): void {
  const by = PRIME - factor
  for (let at = from; at < row.length; at += 1) {
    const value = other[at] ?? 0
    if (value !== 0) row[at] = reduced((row[at] ?? 0) + by * value)
  }
}

/** By the theorem of Fermat: a^(p-2). */
function inverse(value: number): number {
  let result = 1
  let power = residue(value)
  for (let rest = PRIME - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * power) % PRIME
    power = (power * power) % PRIME
  }
  return result
}
