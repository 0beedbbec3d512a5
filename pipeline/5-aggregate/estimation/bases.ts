import { type Engine, identifier } from '../../engine/index.ts'
import type { Design } from './design.ts'
import { extentOf, weightOf } from './extent.ts'
import { fixedPoint, quotient } from './fixed-point.ts'
import type { Domain } from './model.ts'

/** How many a domain rests on. */
export interface Base {
  /** Members, of whatever weight. */
  readonly unweighted: number
  /** Sum of their weights. */
  readonly weighted: number
  /** Kish's effective number, (sum w)^2 / sum w^2 (Kish 1965, Survey Sampling); 0 where nobody weighs anything. */
  readonly effective: number
}

/** The bases of domains, in their order; one pass, exact whatever the order of rows. */
export async function bases(
  engine: Engine,
  relation: string,
  design: Design,
  domains: readonly Domain[],
): Promise<readonly Base[]> {
  if (domains.length === 0) return []
  const { weightExponent } = await extentOf(engine, relation, design)
  const columns = domains.map(({ member }, index) => `coalesce((${member}), false) AS member_${index}`)
  const items = domains.flatMap((_, index) => [
    `(count(*) FILTER (WHERE member_${index}))::DOUBLE AS members_${index}`,
    `sum(CASE WHEN member_${index} THEN fixed END) AS weights_${index}`,
    `sum(CASE WHEN member_${index} THEN fixed::HUGEINT * fixed END) AS squares_${index}`,
  ])
  const [row] = await engine.rows(`SELECT ${items.join(', ')} FROM (
    SELECT ${fixedPoint(weightOf(design), weightExponent)} AS fixed, ${columns.join(', ')} FROM ${identifier(relation)})`)
  return domains.map((_, index) => {
    const weights = BigInt(row?.[`weights_${index}`] ?? 0)
    const squares = BigInt(row?.[`squares_${index}`] ?? 0)
    return {
      unweighted: Number(row?.[`members_${index}`]),
      weighted: quotient(weights, 1n, -weightExponent),
      effective: squares === 0n ? 0 : quotient(weights ** 2n, squares),
    }
  })
}
