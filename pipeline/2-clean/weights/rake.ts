import { proportionalFit } from './proportional-fit.ts'
import { type RakeFault, rakeFault } from './rake-faults.ts'

/** Respondents alike in every variable that is raked on. */
export interface Cell {
  /** Their value in each variable, in the order of the margins. */
  readonly values: readonly string[]
  /** How many they are, or the sum of their design weights. */
  readonly count: number
}

/** The population by the values of one variable. */
export type Margin = ReadonlyMap<string, number>

/**
 * Weights that bring the respondents to known totals of several variables at once: iterative
 * proportional fitting (Deming & Stephan 1940), raking. Each weight is one factor for every respondent
 * of the cell, to be multiplied with the design weight where there is one; cells without respondents
 * weigh 0. The cells' weighted counts add up to every margin, within one part in 10^10, and so to the
 * population. Margins whose sums differ (by no more than one part in a million) are scaled to the sum
 * of the first. With one margin it is post-stratification: total / count.
 *
 * Faults, in this order: totals that are not numbers of 0 or more; margins with different sums; a value
 * with a total but no respondents; respondents with a value that has no total; no convergence within
 * 1,000 rounds, as happens when the respondents' combinations of values cannot give the totals.
 *
 * The order of cells does not matter, to the last bit.
 */
export function rake(
  cells: readonly Cell[],
  margins: readonly Margin[],
): { readonly weights: readonly number[]; readonly iterations: number } | { readonly fault: RakeFault } {
  // Floats add up differently in another order, so there is only one.
  const order = cells
    .map((cell, index) => ({ cell, index, key: JSON.stringify([cell.values, cell.count]) }))
    .filter(({ cell }) => cell.count > 0)
    .sort((one, other) => (one.key === other.key ? 0 : one.key < other.key ? -1 : 1))
  const filled = order.map(({ cell }) => cell)
  const fault = rakeFault(filled, margins)
  if (fault !== undefined) return { fault }
  const fitted = proportionalFit(filled, margins)
  if ('fault' in fitted) return fitted
  const weights = cells.map(() => 0)
  for (const [position, { index }] of order.entries()) weights[index] = fitted.weights[position] ?? 0
  return { weights, iterations: fitted.iterations }
}
