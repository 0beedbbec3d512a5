import type { Design } from './design.ts'
import type { Extent } from './extent.ts'
import type { StratumMoments } from './moments.ts'

/** A sample as far as estimates need it: its design, its moments, and what brings them back to units. */
export interface Sample {
  readonly design: Design
  readonly extent: Extent
  readonly strata: readonly StratumMoments[]
}

/** Of a name of the plan, over all strata. */
export const sumOver = (strata: readonly StratumMoments[], name: string): bigint =>
  strata.reduce((total, { sum }) => total + sum(name), 0n)

/** Primary sampling units that hold a member, less strata that do (Korn & Graubard 1999; R's `degf`). */
export const degreesOfFreedom = (strata: readonly StratumMoments[], base: string): number =>
  strata.reduce((sum, { present }) => sum + Math.max(0, present(base) - 1), 0)

/** Share of a stratum that was not asked: 1 - n/N, never below 0; 1 where N is not known. */
export const notSampled = ({ sampled, population }: StratumMoments): number =>
  population === undefined ? 1 : Math.max(0, 1 - sampled / population)
