import { costOf, type Generalised, type Solution } from './generalise.ts'
import { findOptimum, fits, type Start } from './suppression/index.ts'

/** Share of all identifying values that there must be to win, or nothing more is looked for. */
const WORTH_LOOKING = 0.001

/** Most nodes of the lattice at which the optimum is looked for. */
const MOST_NODES = 6

/** Where the optimum was found, or a better plan than before. */
export interface Improved extends Generalised {
  readonly method: 'optimum' | 'greedy'
}

/**
 * Looks for the optimum where it may lie: at the best node and at others that could beat it, as far as they are
 * small enough and there is enough to win. Else the greedy plan stays.
 */
export async function improve(generalised: Generalised): Promise<Improved> {
  const { best, open } = generalised
  const { problem } = best.node
  const values = problem.counts.reduce((sum, count) => sum + count, 0) * problem.variables
  const least = Math.min(best.bound, ...open.map(({ bound }) => bound))
  if (costOf(best) - least < 1e-9) return { ...generalised, method: 'optimum' }
  if (costOf(best) - least < values * WORTH_LOOKING) return { ...generalised, method: 'greedy' }
  const tried = [best, ...open.filter((one) => one !== best)]
    .filter(({ node }) => fits(node.problem))
    .slice(0, MOST_NODES)
  if (tried.length === 0) return { ...generalised, method: 'greedy' }
  const found = await findOptimum(tried.map(startOf))
  const solution = found === undefined ? undefined : tried[found.index]
  if (found === undefined || solution === undefined) return { ...generalised, method: 'greedy' }
  return {
    ...generalised,
    best: { ...solution, plan: found.plan },
    method: found.proven ? 'optimum' : 'greedy',
  }
}

const startOf = ({ node, plan, generalised, bound }: Solution): Start => ({
  problem: node.problem,
  plan,
  fixed: generalised,
  bound,
})
