import type { Group, Identifying } from '../classes.ts'
import type { RowLimits } from '../limits.ts'
import { peopleBy, weightOf } from './detail.ts'
import { publishedLabels } from './labels.ts'
import type { Candidate } from './model.ts'
import { specialise } from './specialise.ts'
import { type ValueNode, valueTree } from './tree.ts'

/** How a partition is looked for: which variables come first, and how large classes must be. */
export interface Order {
  readonly way: string
  readonly weights: readonly number[]
  readonly least: number
}

/** What is published for each value, with how that was found. */
export interface Recoded {
  readonly way: string
  readonly labels: Candidate['labels']
}

/** Most combinations times variables that are divided in one order after the other: about a second of work. */
const MOST_WORK = 400_000

/** Partitions of all variables, each in classes of at least k, by every order that there is time for. */
export function recodings(
  groups: readonly Group[],
  variables: readonly Identifying[],
  limits: RowLimits,
  fixed: readonly boolean[],
): readonly Recoded[] {
  const people = variables.map(({ levels }, variable) => peopleBy(groups, variable, levels[0]?.length ?? 0))
  const trees = variables.map((variable, index): ValueNode => valueTree(variable, people[index] ?? []))
  const time = Math.max(1, Math.floor(MOST_WORK / Math.max(groups.length * variables.length, 1)))
  return ordersOf(variables, limits)
    .slice(0, time)
    .map(({ way, weights, least }) => {
      const own = weights.map((weight, variable) => (fixed[variable] === false ? 0 : weight))
      const nodes = specialise(groups, trees, least, own)
      const labels = nodes.map((parts, variable) =>
        publishedLabels(parts, variables[variable]?.levels[0] ?? [], people[variable] ?? []),
      )
      return { way, labels }
    })
}

/**
 * Orders, those that mostly keep most first: balanced; in classes so large that less must be withheld in them; each
 * variable before the others, or somewhat before them; each left out.
 */
function ordersOf(variables: readonly Identifying[], limits: RowLimits): readonly Order[] {
  const weights = variables.map((_, variable) => weightOf(variable, variables.length))
  const { minimumClass, unanimityBelow } = limits
  const larger = [1.25, 1.5].map((factor) => Math.ceil(factor * minimumClass))
  const sizes = [minimumClass, Math.max(minimumClass, unanimityBelow), ...larger]
  const of = (least: number) => (least > minimumClass ? `, in classes of at least ${least}` : '')
  const balanced = sizes.map((least): Order => ({ way: `recoded${of(least)}`, weights, least }))
  if (variables.length < 2) return balanced
  const other = (way: string, factor: number, least: number) =>
    variables.map(
      ({ id }, variable): Order => ({
        way: `recoded, ${way.replace('%', id)}${of(least)}`,
        weights: weights.map((weight, index) => (index === variable ? weight * factor : weight)),
        least,
      }),
    )
  const favoured = sizes.flatMap((least) => [...other('% first', 1e6, least), ...other('% rather', 2, least)])
  return [...balanced, ...favoured, ...other('without %', 0, minimumClass)]
}
