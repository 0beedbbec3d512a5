import type { Engine } from '../../engine/index.ts'
import type { Design } from './design.ts'
import { type Extent, extentOf } from './extent.ts'
import { figureOf } from './figure.ts'
import type { Estimate, Request } from './model.ts'
import { moments } from './moments.ts'
import { planOf } from './plan.ts'
import { scalesOf } from './scales.ts'

/**
 * Requests to one pass: 40, which is most tables; fewer where there are so many clusters that their
 * sums would not fit in memory at once (a sum takes some 50 bytes).
 */
export const requestsToAPass = ({ units }: Extent, { cluster }: Design): number =>
  cluster === undefined ? 40 : Math.max(2, Math.min(40, Math.floor(4_000_000 / units)))

/**
 * Estimates with their precision, in the order of the requests; undefined where the domain is empty or
 * weighs nothing. Shares and means are ratios of weighted sums over the domain, totals weighted sums.
 *
 * Standard errors are by Taylor linearisation over the full design: who is outside a domain stays in as
 * a zero, so that the size of the domain counts as the chance it is (Cochran 1977, 2.12-2.13 and 5A.14;
 * Lumley 2010, Complex Surveys). `stratifiedVariance` has the formula, `figureOf` the intervals.
 *
 * Everything is added up as whole numbers: no bit of a result depends on the order of rows or on threads.
 */
export async function estimate(
  engine: Engine,
  relation: string,
  design: Design,
  requests: readonly Request[],
): Promise<readonly (Estimate | undefined)[]> {
  const extent = await extentOf(engine, relation, design)
  const estimates: (Estimate | undefined)[] = []
  const size = requestsToAPass(extent, design)
  for (let start = 0; start < requests.length; start += size) {
    const batch = requests.slice(start, start + size)
    const { plan, named } = planOf(await scalesOf(engine, relation, design, extent, batch))
    const strata = await moments(engine, relation, design, extent, plan)
    const sample = { design, extent, strata }
    estimates.push(...named.map(({ scaled, names }) => figureOf(sample, scaled, names)))
  }
  return estimates
}
