import { type Engine, identifier } from '../../engine/index.ts'
import type { Design } from './design.ts'
import { extentOf, weightOf } from './extent.ts'
import { fixedPoint } from './fixed-point.ts'
import type { Domain } from './model.ts'
import { numberOf } from './scales.ts'

/**
 * The weighted median of `value` (SQL, a number) over a domain; undefined where nobody with a number
 * weighs anything. It is the number below and above which at most half of the weight lies; where two
 * numbers do (half of the weight lies at or below the one), the middle between them, so that equal
 * weights give the ordinary median. Hyndman & Fan's (1996) definition 2 with weights; `qrule = "school"`
 * of R's `svyquantile`. Weights are compared as whole numbers: a half is a half.
 */
export async function weightedMedian(
  engine: Engine,
  relation: string,
  design: Design,
  domain: Domain,
  value: string,
): Promise<number | undefined> {
  const { weightExponent } = await extentOf(engine, relation, design)
  const number = numberOf({ domain, variable: { value, kind: 'mean' } })
  const [row] = await engine.rows(`WITH members AS (
      SELECT ${number} AS number, ${fixedPoint(weightOf(design), weightExponent)} AS fixed FROM ${identifier(relation)}
    ), numbers AS (
      SELECT number, sum(fixed) AS fixed FROM members WHERE number IS NOT NULL AND fixed > 0 GROUP BY number
    ), steps AS (
      SELECT number, sum(fixed) OVER (ORDER BY number) AS below, sum(fixed) OVER () AS whole FROM numbers
    )
    SELECT min(number) FILTER (WHERE 2 * below >= whole) AS low, min(number) FILTER (WHERE 2 * below > whole) AS high
    FROM steps`)
  const [low, high] = [row?.['low'], row?.['high']]
  return typeof low === 'number' && typeof high === 'number' ? low / 2 + high / 2 : undefined
}
