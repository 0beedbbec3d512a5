import type { Design } from './design.ts'
import { type Extent, weightOf } from './extent.ts'
import { fixedPoint } from './fixed-point.ts'
import type { Plan } from './moments.ts'

/**
 * SQL that adds up a plan, one row a stratum: a query over rows, which is all where every row is a
 * primary sampling unit; with clusters a second one, over their sums.
 */
export function momentQueries(
  from: string,
  design: Design,
  extent: Extent,
  plan: Plan,
): readonly [string] | readonly [string, string] {
  const rows = rowsQuery(from, design, extent, plan)
  const [units, rowSums] = [[...plan.units], [...plan.rowSums]]
  const sums = [...units, ...rowSums].map(([name]): Named => [`sum_${name}`, `sum(${name})`])
  const all = `SELECT *, ${named([...units, ...rowSums])} FROM (${rows})`
  if (design.cluster === undefined)
    return [byStratum(design, all, [...sums, ...ofUnits(plan, ([, , ofRow]) => ofRow)])]
  const clusters = `SELECT stratum, max(population) AS population, ${named(units.map(([name]) => [name, `sum(${name})`]))}
    FROM (SELECT *, ${named(units)} FROM (${rows})) GROUP BY stratum, cluster`
  const product = ([one, other]: Product): string => `${one} * ${other}`
  return [byStratum(design, all, sums), byStratum(design, clusters, ofUnits(plan, product))]
}

type Named = readonly [name: string, sql: string]
type Product = Plan['products'][number]

const named = (columns: readonly Named[]): string =>
  columns.map(([name, sql]) => `${sql} AS ${name}`).join(', ')

/** The relation's columns as the plan needs them. */
function rowsQuery(from: string, design: Design, extent: Extent, plan: Plan): string {
  const columns = named([
    ['stratum', `(${design.stratum ?? "''"})::VARCHAR`],
    ['cluster', `(${design.cluster ?? "''"})::VARCHAR`],
    ['population', `(${design.populationSize ?? 'NULL'})::DOUBLE`],
    ['weight', weightOf(design)],
    ...plan.rows,
  ])
  const fixed = fixedPoint('weight', extent.weightExponent)
  return `SELECT *, fixed::HUGEINT * fixed AS squared FROM (
    SELECT *, ${fixed} AS fixed FROM (SELECT ${columns} FROM ${from}))`
}

/** What is wanted of primary sampling units. */
const ofUnits = (plan: Plan, product: (of: Product) => string): readonly Named[] => [
  ['sampled', 'count(*)::DOUBLE'],
  ['population', 'max(population)'],
  ...plan.products.map((of): Named => [`product_${of[0]}_${of[1]}`, `sum(${product(of)})`]),
  ...plan.present.map((name): Named => [`present_${name}`, `(count(*) FILTER (WHERE ${name} <> 0))::DOUBLE`]),
]

const byStratum = (design: Design, from: string, wanted: readonly Named[]): string =>
  `SELECT ${named(wanted)} FROM (${from})${design.stratum === undefined ? '' : ' GROUP BY stratum ORDER BY stratum'}`
