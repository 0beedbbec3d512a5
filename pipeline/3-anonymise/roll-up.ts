import type { Group } from './classes.ts'
import type { Level } from './hierarchy.ts'
import { type Facet, keysOf, type Limits, type Problem, usableMasks } from './suppression/index.ts'

/** Groups at a node of the lattice: one level of each variable. */
export interface Node {
  readonly level: readonly number[]
  readonly problem: Problem
  /** A combination of true values within each group: as levels are nested, any stands for all. */
  readonly examples: Int32Array
}

/** The node of the finest levels. `facets` describe the answers of groups, without their counts. */
export function finest(
  groups: readonly Group[],
  levels: readonly (readonly Level[])[],
  facets: readonly Omit<Facet, 'counts'>[],
  limits: Limits,
): Node {
  const level = levels.map(() => 0)
  const labels = labelsOf(groups, levels, level)
  const counts = Int32Array.from(groups, ({ count }) => count)
  const answers = facets.map(({ values }, facet) => {
    const own = new Int32Array(groups.length * values)
    for (const [index, group] of groups.entries()) own.set(group.answers[facet] ?? [], index * values)
    return own
  })
  return {
    level,
    examples: Int32Array.from(groups, (_, index) => index),
    problem: problemOf(levels, level, labels, counts, withCounts(facets, answers), limits),
  }
}

/** The groups of `finer` put together at a coarser node: counts are added, rows are never seen. */
export function rollUp(
  finer: Node,
  level: readonly number[],
  groups: readonly Group[],
  levels: readonly (readonly Level[])[],
): Node {
  const { problem, examples } = finer
  const { variables, facets } = problem
  const known = Array.from(examples, (example) => groups[example]).filter((group) => group !== undefined)
  const all = labelsOf(known, levels, level)
  const keyOf = keysOf({ labels: all, variables, sizes: sizesOf(levels, level) })
  const places = new Map<number | string, number>()
  const into = new Int32Array(problem.groups)
  const first: number[] = []
  for (let group = 0; group < problem.groups; group += 1) {
    const key = keyOf(group, 0)
    const place = places.get(key) ?? places.size
    if (place === places.size) {
      places.set(key, place)
      first.push(group)
    }
    into[group] = place
  }
  const counts = new Int32Array(first.length)
  for (const [group, place] of into.entries())
    counts[place] = (counts[place] ?? 0) + (problem.counts[group] ?? 0)
  const answers = facets.map(({ values, counts: own }) => {
    const sums = new Int32Array(first.length * values)
    for (const [at, count] of own.entries()) {
      const place = (into[Math.floor(at / values)] ?? 0) * values + (at % values)
      sums[place] = (sums[place] ?? 0) + count
    }
    return sums
  })
  const labels = new Int32Array(first.length * variables)
  for (const [place, group] of first.entries())
    labels.set(all.subarray(group * variables, (group + 1) * variables), place * variables)
  return {
    level,
    examples: Int32Array.from(first, (group) => examples[group] ?? 0),
    problem: problemOf(levels, level, labels, counts, withCounts(facets, answers), problem.limits),
  }
}

/** For each combination of true values the group of the node that it is in. */
export function placesIn(
  { level, problem }: Node,
  groups: readonly Group[],
  levels: readonly (readonly Level[])[],
): Int32Array {
  // The finest groups are the combinations themselves.
  if (problem.groups === groups.length) return Int32Array.from(groups, (_, index) => index)
  const { variables, sizes } = problem
  const keyOf = keysOf(problem)
  const places = new Map(Array.from({ length: problem.groups }, (_, group) => [keyOf(group, 0), group]))
  const labels = labelsOf(groups, levels, level)
  const ownKey = keysOf({ labels, variables, sizes })
  return Int32Array.from(groups, (_, group) => places.get(ownKey(group, 0)) ?? 0)
}

/** The labels of combinations at a level of each variable, one combination after the other. */
function labelsOf(
  groups: readonly Group[],
  levels: readonly (readonly Level[])[],
  level: readonly number[],
): Int32Array {
  const codes = levels.map((own, variable) => own[level[variable] ?? 0]?.codes ?? new Int32Array())
  const labels = new Int32Array(groups.length * levels.length)
  let at = 0
  for (const { values } of groups) {
    for (let variable = 0; variable < codes.length; variable += 1) {
      labels[at] = codes[variable]?.[values[variable] ?? 0] ?? 0
      at += 1
    }
  }
  return labels
}

const sizesOf = (levels: readonly (readonly Level[])[], level: readonly number[]): readonly number[] =>
  levels.map((own, variable) => own[level[variable] ?? 0]?.labels.length ?? 0)

const withCounts = (
  facets: readonly Omit<Facet, 'counts'>[],
  counts: readonly Int32Array[],
): readonly Facet[] =>
  facets.map(({ question, kind, values }, index) => ({
    question,
    kind,
    values,
    counts: counts[index] ?? new Int32Array(),
  }))

function problemOf(
  levels: readonly (readonly Level[])[],
  level: readonly number[],
  labels: Int32Array,
  counts: Int32Array,
  facets: readonly Facet[],
  limits: Limits,
): Problem {
  const variables = levels.length
  const sizes = sizesOf(levels, level)
  const prices = levels.map((own, variable) => own[level[variable] ?? 0]?.blankCost ?? [])
  const costs = new Float64Array(labels.length)
  for (let at = 0; at < labels.length; ) {
    for (let variable = 0; variable < variables; variable += 1) {
      costs[at] = prices[variable]?.[labels[at] ?? 0] ?? 0
      at += 1
    }
  }
  return {
    groups: counts.length,
    variables,
    counts,
    labels,
    costs,
    sizes,
    hidden: sizes.map((size) => Math.min(size, limits.valuesBehindABlank)),
    // A variable that may not be blanked is to the masks as if it had one label.
    masks: usableMasks(
      sizes.map((size, variable) =>
        levels[variable]?.[level[variable] ?? 0]?.blankable === false ? 1 : size,
      ),
    ),
    facets,
    limits,
  }
}
