import type { LinearModel, Solver } from '../../pipeline/solver/index.ts'

/** The most that fits, as work for a thread. */
export function knapsack(solver: Solver, model: LinearModel): number {
  const program = solver.open(model)
  try {
    return program.solve('max').objective ?? Number.NaN
  } finally {
    program.close()
  }
}
