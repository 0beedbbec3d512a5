import { type Engine, identifier, type Row } from '../../engine/index.ts'
import type { Design } from './design.ts'
import type { Extent } from './extent.ts'
import { momentQueries } from './moment-queries.ts'

/**
 * What is to be added up. Every expression is SQL; `rows` may use the relation's columns, `units` and
 * `rowSums` those of `rows`, and `weight` (DOUBLE), `fixed` (the weight as a whole number) and `squared` (its square).
 */
export interface Plan {
  /** Columns computed once for every row, by name. */
  readonly rows: ReadonlyMap<string, string>
  /** Whole numbers to be added up by primary sampling unit, by name. */
  readonly units: ReadonlyMap<string, string>
  /**
   * Pairs of `units` whose products over the primary sampling units are wanted, each with the product
   * of a single row (over `rows` and `units`): that of a unit where there are no clusters.
   */
  readonly products: readonly (readonly [one: string, other: string, ofRow: string])[]
  /** Those of `units` for which it is counted in how many primary sampling units they are not 0. */
  readonly present: readonly string[]
  /** Whole numbers wanted only as sums over rows, by name. */
  readonly rowSums: ReadonlyMap<string, string>
}

/** One stratum, as exact whole numbers. */
export interface StratumMoments {
  /** Primary sampling units in the sample, whether or not they hold a member of any domain. */
  readonly sampled: number
  /** Primary sampling units in the population; undefined: not known. */
  readonly population: number | undefined
  /** Of a name of `units` or `rowSums`. */
  readonly sum: (name: string) => bigint
  readonly product: (one: string, other: string) => bigint
  readonly present: (name: string) => number
}

/** Adds up a plan; strata in the order of their names. Empty where there are no rows. */
export async function moments(
  engine: Engine,
  relation: string,
  design: Design,
  extent: Extent,
  plan: Plan,
): Promise<readonly StratumMoments[]> {
  const queries = momentQueries(identifier(relation), design, extent, plan)
  const found: (readonly Row[])[] = []
  for (const query of queries) found.push(await engine.rows(query))
  const [byRow = [], byUnit = byRow] = found
  const frame = byRow.length === 1 ? wholeFrame(design) : undefined
  // Both queries give the same strata in the same order.
  return byRow
    .map((row, index) => momentsOf({ ...row, ...byUnit[index] }, frame))
    .filter(({ sampled }) => sampled > 0)
}

/** The frame as the population of the only stratum there is. */
const wholeFrame = ({ stratum, cluster, populationSize, frameSize }: Design): number | undefined =>
  stratum === undefined && cluster === undefined && populationSize === undefined ? frameSize : undefined

function momentsOf(row: Row, frame: number | undefined): StratumMoments {
  const whole = (name: string): bigint => BigInt(row[name] ?? 0)
  const population = row['population']
  return {
    sampled: Number(row['sampled']),
    population: population === null || population === undefined ? frame : Number(population),
    sum: (name) => whole(`sum_${name}`),
    product: (one, other) =>
      row[`product_${one}_${other}`] === undefined
        ? whole(`product_${other}_${one}`)
        : whole(`product_${one}_${other}`),
    present: (name) => Number(row[`present_${name}`]),
  }
}
