import { inWorker, type Solver } from '../../solver/index.ts'
import type { Problem } from './model.ts'
import { type Plan, planOf } from './plan.ts'
import { suppressionProgram } from './program.ts'

/** A problem, the plan that is to be beaten, and what stands beside its cost. */
export interface Start {
  readonly problem: Problem
  readonly plan: Plan
  /** What is lost whatever is blanked. */
  readonly fixed: number
  /** What no plan can beat, `fixed` included. */
  readonly bound: number
}

export interface Optimum {
  /** Which of the problems is best. */
  readonly index: number
  readonly plan: Plan
  /** Whether it is certain that no plan of that problem loses less. */
  readonly proven: boolean
}

/**
 * How hard to try with one program: nodes of the search tree, not seconds, so that any machine finds the same.
 * The programs that are tried at all take seconds; the net is for a machine that hangs.
 */
const EFFORT = { nodes: 500, gap: 1e-6, seconds: 600 }
const NET_SECONDS = 300

/** Largest program that is tried: above it finding the optimum takes minutes. */
const MOST_COLUMNS = 1000
const MOST_ROWS = 4000

/** Costs that differ by less are equal: the solver's own tolerance is of this size. */
const TOLERANCE = 1e-6

/** Whether the program of a problem has a solution, and is small enough to be tried: groups times masks. */
export const fits = ({ groups, masks, counts, limits }: Problem): boolean =>
  groups * (masks.length + 1) <= MOST_COLUMNS &&
  counts.reduce((sum, count) => sum + count, 0) >= limits.minimumClass

/**
 * The least that any of these problems can lose, found in a thread of its own; undefined where nothing better was
 * found in time.
 */
export const findOptimum = (starts: readonly Start[]): Promise<Optimum | undefined> =>
  inWorker<typeof optimum>(new URL('./optimum.ts', import.meta.url), 'optimum', starts, NET_SECONDS)

/**
 * Goes through the problems in their order, leaving out those that cannot beat the best so far. Never worse than
 * the best of the plans given.
 */
export function optimum(solver: Solver, starts: readonly Start[]): Optimum | undefined {
  let best: (Optimum & { readonly cost: number }) | undefined
  for (const [index, { fixed, plan, bound }] of starts.entries()) {
    const cost = fixed + plan.cost
    if (best === undefined || cost < best.cost - TOLERANCE)
      best = { index, plan, proven: bound >= cost - TOLERANCE, cost }
  }
  for (const [index, { problem, fixed, bound }] of starts.entries()) {
    if (best === undefined || bound >= best.cost - TOLERANCE) continue
    const found = solve(solver, problem)
    if (found === undefined) continue
    const cost = fixed + found.plan.cost
    if (cost < best.cost - TOLERANCE) best = { index, ...found, cost }
    else if (index === best.index) best = { ...best, proven: found.proven }
  }
  return best
}

/**
 * With sensitive questions also without withholding anything: what must be withheld besides, so that those
 * withheld do not all have said the same, is not in the program and may cost more than it saves.
 */
function solve(solver: Solver, problem: Problem): Omit<Optimum, 'index'> | undefined {
  if (!fits(problem)) return undefined
  const found = (problem.facets.length === 0 ? [true] : [true, false]).flatMap(
    (withholding) => solveProgram(solver, problem, withholding) ?? [],
  )
  const [first] = found
  if (first === undefined) return undefined
  const { plan } = found.reduce((best, one) => (one.plan.cost < best.plan.cost - TOLERANCE ? one : best))
  return { plan, proven: plan.cost <= first.least + TOLERANCE }
}

function solveProgram(
  solver: Solver,
  problem: Problem,
  withholding: boolean,
): { readonly plan: Plan; readonly least: number } | undefined {
  const { model, partsOf } = suppressionProgram(problem, withholding)
  if (model.columns.length > MOST_COLUMNS || model.rows.length > MOST_ROWS) return undefined
  const program = solver.open(model)
  try {
    const { status, values, objective } = program.solve('min', EFFORT)
    if (objective === undefined) return undefined
    const least = status === 'optimal' ? objective : Number.NEGATIVE_INFINITY
    return { plan: planOf(problem, partsOf(values)), least }
  } finally {
    program.close()
  }
}
