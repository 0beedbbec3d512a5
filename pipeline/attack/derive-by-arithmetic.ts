import type { Solver } from '../solver/index.ts'
import { type Derived, type DeriveInput, derive } from './derive.ts'

/** More figures than this go to the solving thread at once, so that nothing else waits for them. */
const MOST_FIGURES = 5_000

/**
 * The same as `derive` where sums and differences alone settle everything, as in most releases: no thread and
 * no solver is started for it. Undefined where programs must be solved.
 */
export function deriveByArithmetic(input: DeriveInput): Derived | undefined {
  if (input.figures.length > MOST_FIGURES) return undefined
  try {
    return derive(UNSOLVED, input)
  } catch (error) {
    if (error instanceof SolverNeeded) return undefined
    throw error
  }
}

class SolverNeeded extends Error {}

const UNSOLVED: Solver = {
  open: () => {
    throw new SolverNeeded()
  },
}
