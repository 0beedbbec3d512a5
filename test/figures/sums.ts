/** Weighted sums and their errors, by the textbook: a pass over everybody for each figure. */
import type { Plan } from './plan.ts'
import type { Cells } from './who.ts'

/** Somebody who counts in a figure, and the number that counts. */
export interface Counted {
  readonly cells: Cells
  readonly value: number
}

/** Weight of a response; 1 where nothing is weighted, 0 where it has none. */
export const weightOf = ({ weighted }: Plan, { weight }: Cells): number => {
  if (!weighted) return 1
  return Number.isFinite(Number(weight)) && Number(weight) > 0 ? Number(weight) : 0
}

export const sum = (numbers: Iterable<number>): number => {
  let all = 0
  for (const one of numbers) all += one
  return all
}

const weights = (plan: Plan, counted: readonly Counted[]): number =>
  sum(counted.map(({ cells }) => weightOf(plan, cells)))

export const totalOf = (plan: Plan, counted: readonly Counted[]): number =>
  sum(counted.map(({ cells, value }) => weightOf(plan, cells) * value))

/** Undefined where nobody weighs anything. */
export function meanOf(plan: Plan, counted: readonly Counted[]): number | undefined {
  const whole = weights(plan, counted)
  return whole === 0 ? undefined : totalOf(plan, counted) / whole
}

/** The number with half of the weight on either side; the middle of two where both have. */
export function medianOf(plan: Plan, counted: readonly Counted[]): number | undefined {
  const own = counted.filter(({ cells }) => weightOf(plan, cells) > 0).sort((a, b) => a.value - b.value)
  const half = weights(plan, own) / 2
  const near = 1e-9 * half
  let below = 0
  const reaching = (past: boolean) => {
    below = 0
    return own.find(({ cells }) => {
      below += weightOf(plan, cells)
      return past ? below > half + near : below >= half - near
    })?.value
  }
  const [low, high] = [reaching(false), reaching(true)]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

/** Parts of each of everybody in an estimate: those of a mean add up to nothing (Taylor), of a total to itself. */
export function partsOf(
  plan: Plan,
  counted: readonly Counted[],
  kind: 'mean' | 'total',
): ReadonlyMap<Cells, number> {
  const mean = meanOf(plan, counted) ?? 0
  const whole = weights(plan, counted)
  return new Map(
    counted.map(({ cells, value }) => {
      const weight = weightOf(plan, cells)
      return [cells, kind === 'total' ? weight * value : (weight * (value - mean)) / whole]
    }),
  )
}

/**
 * Standard error of such parts, from how much sampling units of each stratum differ; less where units are much of all there are.
 * Undefined where a stratum is of one unit: then there is no one way.
 */
export function errorOf(
  plan: Plan,
  everybody: readonly Cells[],
  parts: ReadonlyMap<Cells, number>,
  frame: number | undefined,
): number | undefined {
  const { strata, clusters, sizes } = plan.sampled
  const byStratum = new Map<string, Map<unknown, number>>()
  const sizeOf = new Map<string, number>()
  for (const cells of everybody) {
    const stratum = strata ? String(cells['stratum']) : ''
    const unit = clusters ? String(cells['cluster']) : cells
    const units = byStratum.get(stratum) ?? new Map<unknown, number>()
    byStratum.set(stratum, units.set(unit, (units.get(unit) ?? 0) + (parts.get(cells) ?? 0)))
    const size = sizes ? Number(cells['population_size']) : frame
    if (size !== undefined) sizeOf.set(stratum, size)
  }
  let variance = 0
  for (const [stratum, units] of byStratum) {
    const count = units.size
    if (count < 2) return undefined
    const mean = sum(units.values()) / count
    const squares = sum([...units.values()].map((one) => (one - mean) ** 2))
    const unseen = 1 - count / (sizeOf.get(stratum) ?? Number.POSITIVE_INFINITY)
    variance += ((unseen * count) / (count - 1)) * squares
  }
  return Math.sqrt(variance)
}
