import type { Group, Identifying } from './classes.ts'
import { type Level, levelsOf } from './hierarchy.ts'
import { above, below, latticeOf, MOST_NODES, nodesIn } from './lattice.ts'
import { finest, type Node, rollUp } from './roll-up.ts'
import { type Facet, greedy, type Limits, type Plan } from './suppression/index.ts'

/** A node of the lattice with what is blanked there. */
export interface Solution {
  readonly node: Node
  readonly plan: Plan
  /** What generalising alone costs, in values of all responses. */
  readonly generalised: number
  /** What no plan at this node can beat, generalising included. */
  readonly bound: number
}

/** What was found, and what is needed to read it. */
export interface Generalised {
  /** The combinations in the order of their values. */
  readonly groups: readonly Group[]
  readonly levels: readonly (readonly Level[])[]
  readonly best: Solution
  /** Other nodes at which a better plan than `best` might exist, cheapest first. */
  readonly open: readonly Solution[]
}

export const costOf = ({ generalised, plan }: Solution): number => generalised + plan.cost

/** Most groups times masks that are looked through in one search: some ten seconds. */
const MOST_WORK = 100_000_000

/**
 * Full-domain generalisation first, then local suppression: goes through the combinations of the variables'
 * levels by what generalising alone loses, counts of a coarser node added up from a finer one; blanks greedily
 * what is still too small, and keeps the node that loses least. Nodes that cannot do better than the best so far
 * are left out. Ties go to the finer levels of the first-named variables.
 */
export function generalise(
  unsorted: readonly Group[],
  variables: readonly Identifying[],
  facets: readonly Omit<Facet, 'counts'>[],
  limits: Limits,
): Generalised {
  const groups = [...unsorted].sort((a, b) => compareValues(a.values, b.values))
  const levels = levelsOf(groups, variables)
  const sizes = levels.map(({ length }) => length)
  const start = finest(groups, levels, facets, limits)
  const seen: Solution[] = [solve(start, levels)]
  const cache = new Map([[start.level.join(), start]])
  const visit = (level: readonly number[]): Node => {
    const finer = below(level).flatMap((one) => cache.get(one.join()) ?? [])
    const from = finer.sort((a, b) => a.problem.groups - b.problem.groups)[0] ?? start
    const node = rollUp(from, level, groups, levels)
    cache.set(level.join(), node)
    return node
  }
  if (nodesIn(sizes) <= MOST_NODES) search(sizes, levels, seen, visit)
  else climb(sizes, levels, seen, visit)
  const best = seen.reduce((least, one) => (costOf(one) < costOf(least) - 1e-9 ? one : least))
  const open = seen.filter((one) => one.bound < costOf(best) - 1e-9).sort((a, b) => costOf(a) - costOf(b))
  return { groups, levels, best, open }
}

function search(
  sizes: readonly number[],
  levels: readonly (readonly Level[])[],
  seen: Solution[],
  visit: (level: readonly number[]) => Node,
): void {
  const nodes = latticeOf(sizes)
    .slice(1)
    .map((level) => ({ level, cost: generalisedCost(levels, level) }))
    .sort((a, b) => a.cost - b.cost)
  let best = Math.min(...seen.map(costOf))
  let work = 0
  for (const { level, cost } of nodes) {
    if (cost >= best || work > MOST_WORK) break
    const node = visit(level)
    work += node.problem.groups
    if (boundOf(node, cost) >= best) continue
    const solution = solve(node, levels)
    work += workOf(node)
    seen.push(solution)
    best = Math.min(best, costOf(solution))
  }
}

/** From the finest node to its best neighbour one level coarser, and on to the top. */
function climb(
  sizes: readonly number[],
  levels: readonly (readonly Level[])[],
  seen: Solution[],
  visit: (level: readonly number[]) => Node,
): void {
  for (let at = seen[0]; at !== undefined; ) {
    const steps = above(at.node.level, sizes).map((level) => solve(visit(level), levels))
    seen.push(...steps)
    at = steps.sort((a, b) => costOf(a) - costOf(b))[0]
  }
}

/** Sensitive answers make a node some twenty times dearer. */
const workOf = ({ problem: { groups, masks, facets } }: Node): number =>
  groups * masks.length * (facets.length > 0 ? 20 : 1)

function solve(node: Node, levels: readonly (readonly Level[])[]): Solution {
  const generalised = generalisedCost(levels, node.level)
  return { node, plan: greedy(node.problem), generalised, bound: boundOf(node, generalised) }
}

const generalisedCost = (levels: readonly (readonly Level[])[], level: readonly number[]): number =>
  levels.reduce((sum, own, variable) => sum + (own[level[variable] ?? 0]?.cost ?? 0), 0)

/** Every response of a group that is too small loses at least its cheapest blank. */
function boundOf({ problem }: Node, generalised: number): number {
  const { groups, variables, counts, costs, sizes, limits } = problem
  let bound = generalised
  for (let group = 0; group < groups; group += 1) {
    const count = counts[group] ?? 0
    if (count >= limits.minimumClass) continue
    let least = Number.POSITIVE_INFINITY
    for (let variable = 0; variable < variables; variable += 1)
      if ((sizes[variable] ?? 0) > 1) least = Math.min(least, costs[group * variables + variable] ?? 0)
    if (Number.isFinite(least)) bound += count * least
  }
  return bound
}

function compareValues(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
