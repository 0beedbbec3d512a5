import type { Cell, Margin } from './rake.ts'
import type { RakeFault } from './rake-faults.ts'

/** How near every total has to be met, relative to it. */
const TOLERANCE = 1e-10
const MOST_ITERATIONS = 1000

interface Fitted {
  readonly weights: readonly number[]
  readonly iterations: number
}

/**
 * Iterative proportional fitting of cells that have respondents to margins without faults: in turn,
 * each margin's weighted counts are scaled to its totals, until all of them hold at once.
 */
export function proportionalFit(
  cells: readonly Cell[],
  margins: readonly Margin[],
): Fitted | { readonly fault: RakeFault } {
  const population = sumOf(margins[0])
  const targets = margins.map((margin) => {
    const sum = sumOf(margin)
    return new Map([...margin].map(([value, total]) => [value, total * (population / sum)]))
  })
  let weights: readonly number[] = cells.map(() => 1)
  for (let iterations = 0; ; iterations += 1) {
    const worst = worstOf(cells, weights, targets)
    if (worst === undefined || worst.gap <= TOLERANCE) return { weights, iterations }
    if (iterations === MOST_ITERATIONS) return { fault: { kind: 'not-converged', ...worst } }
    for (const [margin, target] of targets.entries()) weights = scaled(cells, weights, target, margin)
  }
}

/** Weights whose counts meet one margin. */
function scaled(
  cells: readonly Cell[],
  weights: readonly number[],
  target: Margin,
  margin: number,
): readonly number[] {
  const sums = weightedCounts(cells, weights, margin)
  return cells.map(({ values }, index) => {
    const value = values[margin] ?? ''
    return (weights[index] ?? 0) * ((target.get(value) ?? 0) / (sums.get(value) ?? 1))
  })
}

/** The total that is met worst, and by how much of it. */
function worstOf(cells: readonly Cell[], weights: readonly number[], targets: readonly Margin[]) {
  let worst: { readonly margin: number; readonly value: string; readonly gap: number } | undefined
  for (const [margin, target] of targets.entries()) {
    for (const [value, sum] of weightedCounts(cells, weights, margin)) {
      const gap = Math.abs(sum / (target.get(value) ?? 0) - 1)
      if (worst === undefined || gap > worst.gap) worst = { margin, value, gap }
    }
  }
  return worst
}

function weightedCounts(cells: readonly Cell[], weights: readonly number[], margin: number): Margin {
  const sums = new Map<string, number>()
  for (const [index, { values, count }] of cells.entries()) {
    const value = values[margin] ?? ''
    sums.set(value, (sums.get(value) ?? 0) + count * (weights[index] ?? 0))
  }
  return sums
}

/** Sum of a margin's totals. */
export const sumOf = (margin: Margin | undefined): number =>
  [...(margin?.values() ?? [])].sort((one, other) => one - other).reduce((sum, total) => sum + total, 0)
