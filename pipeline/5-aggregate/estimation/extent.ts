import { type Engine, identifier } from '../../engine/index.ts'
import type { Design } from './design.ts'
import { bitsFor, exponentFor } from './fixed-point.ts'

/** What the fixed point of a relation's sums rests on; none of it depends on the order of rows. */
export interface Extent {
  readonly rows: number
  readonly largestWeight: number
  /** Primary sampling units. */
  readonly units: number
  /** Bits a row's number may take. */
  readonly bits: number
  /** Weights are whole multiples of 2^-weightExponent; 0 where the design has no weights. */
  readonly weightExponent: number
}

/** Numbers beyond this size are taken as none: their squares times a weight might not be finite. */
const LARGEST = "'1e100'::DOUBLE"

/** SQL: the row's weight, 0 where it is missing, negative or not finite. */
export function weightOf({ weight }: Design): string {
  if (weight === undefined) return '1::DOUBLE'
  const number = `TRY_CAST((${weight}) AS DOUBLE)`
  // NaN is larger than any number in SQL.
  return `CASE WHEN ${number} > 0 AND ${number} < ${LARGEST} THEN ${number} ELSE 0 END`
}

/** SQL: an expression as a DOUBLE, NULL where it is no number, NaN, infinite or beyond all measure. */
export const sane = (sql: string): string =>
  `CASE WHEN abs(TRY_CAST((${sql}) AS DOUBLE)) < ${LARGEST} THEN TRY_CAST((${sql}) AS DOUBLE) END`

/** One pass over the relation. */
export async function extentOf(engine: Engine, relation: string, design: Design): Promise<Extent> {
  const from = identifier(relation)
  const [row] = await engine.rows(
    `SELECT count(*)::DOUBLE AS rows, max(${weightOf(design)}) AS weight FROM ${from}`,
  )
  const rows = Number(row?.['rows'])
  const largestWeight = Number(row?.['weight'] ?? 0)
  const { units, largest } = await unitsOf(engine, from, design, rows)
  const bits = bitsFor(rows, largest)
  const weightExponent = design.weight === undefined ? 0 : exponentFor(largestWeight, bits)
  return { rows, largestWeight, units, bits, weightExponent }
}

/** How many primary sampling units there are, and the rows of the largest. */
async function unitsOf(
  engine: Engine,
  from: string,
  { stratum, cluster }: Design,
  rows: number,
): Promise<{ readonly units: number; readonly largest: number }> {
  if (cluster === undefined) return { units: rows, largest: 1 }
  const [row] = await engine.rows(`SELECT count(*)::DOUBLE AS units, max(size)::DOUBLE AS largest FROM (
    SELECT count(*) AS size FROM (SELECT (${stratum ?? "''"})::VARCHAR AS stratum, (${cluster})::VARCHAR AS cluster FROM ${from})
    GROUP BY stratum, cluster)`)
  return { units: Number(row?.['units']), largest: Number(row?.['largest'] ?? 1) }
}
