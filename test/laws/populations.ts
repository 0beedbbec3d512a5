import fc from 'fast-check'
import type { Group, Identifying } from '../../pipeline/3-anonymise/classes.ts'
import { type Generalised, generalise } from '../../pipeline/3-anonymise/generalise.ts'
import { type Facet, keysOf, type Limits } from '../../pipeline/3-anonymise/suppression/index.ts'

export const LIMITS: Limits = { minimumClass: 10, valuesBehindABlank: 2, diversity: 2 }

/** Random code lists, hierarchies, sensitive questions and counted combinations. */
export interface Population {
  readonly variables: readonly Identifying[]
  readonly facets: readonly Omit<Facet, 'counts'>[]
  readonly groups: readonly Group[]
}

/** Populations with so many sensitive questions at most. */
export const populations = (sensitive: number): fc.Arbitrary<Population> =>
  fc
    .record({
      sizes: fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 3 }),
      facets: fc.array(
        fc.record({
          kind: fc.constantFrom('answer' as const, 'tick' as const),
          labels: fc.integer({ min: 2, max: 3 }),
        }),
        { maxLength: sensitive },
      ),
    })
    .chain(({ sizes, facets }) =>
      fc.record({
        variables: fc.constant(sizes.map(variableOf)),
        facets: fc.constant(
          facets.map(({ kind, labels }, question) => ({
            question,
            kind,
            values: kind === 'tick' ? 2 : labels,
          })),
        ),
        groups: fc.uniqueArray(
          fc
            .record({
              values: fc.tuple(...sizes.map((size) => fc.integer({ min: 0, max: size - 1 }))),
              count: fc.integer({ min: 1, max: 25 }),
              said: fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }), {
                minLength: facets.length,
                maxLength: facets.length,
              }),
            })
            .map(({ values, count, said }) => ({
              values,
              count,
              answers: facets.map(({ kind, labels }, facet) =>
                answersOf(said[facet] ?? [], kind === 'tick' ? 2 : labels, count),
              ),
            })),
          { minLength: 1, maxLength: 40, selector: ({ values }) => values.join() },
        ),
      }),
    )

function variableOf(size: number, variable: number): Identifying {
  const labels = Array.from({ length: size }, (_, value) => `v${variable}-${value}`)
  return {
    id: `v${variable}`,
    levels: [labels, labels.map((_, value) => `v${variable}-group-${Math.floor(value / 2)}`)],
  }
}

/** Counts of answers that no more people gave than there are; often all the same. */
function answersOf(said: readonly number[], values: number, count: number): readonly number[] {
  let left = count
  return Array.from({ length: values }, (_, value) => {
    const wanted = Math.max(0, (said[value] ?? 0) - 3) * 4
    const taken = Math.min(left, wanted)
    left -= taken
    return taken
  })
}

/** Populations of hundreds of combinations, most of them rare: too many to be looked at one by one. */
export const crowds: fc.Arbitrary<Population> = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    most: fc.integer({ min: 2, max: 12 }),
    sizes: fc.constantFrom([9, 8, 7], [30, 20], [6, 5, 4, 4], [500]),
    sensitive: fc.boolean(),
  })
  .map(({ seed, most, sizes, sensitive }) => {
    const chance = chances(seed)
    let all: readonly (readonly number[])[] = [[]]
    for (const size of sizes)
      all = all.flatMap((values) => Array.from({ length: size }, (_, value) => [...values, value]))
    return {
      variables: sizes.map((size, variable) => variableOf(size, variable)),
      facets: sensitive ? [{ question: 0, kind: 'answer' as const, values: 2 }] : [],
      groups: all.map((values) => {
        const count = 1 + Math.floor(chance() ** 2 * most)
        const yes = Math.floor(chance() * (count + 1))
        return { values, count, answers: sensitive ? [[yes, Math.floor(chance() * (count - yes + 1))]] : [] }
      }),
    }
  })

/** Numbers between 0 and 1 that a seed decides. */
function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What is published of some people who are alike in everything. */
export interface Published {
  readonly labels: readonly (string | null)[]
  /** The labels that would stand there if nothing were blanked. */
  readonly truth: readonly string[]
  readonly count: number
  /** Facet -> value -> people. */
  readonly answers: readonly (readonly number[])[]
  /** For each sensitive question whether its answers are withheld. */
  readonly withheld: readonly boolean[]
}

/** Reads a result as people would see it. */
export function publishedOf({ levels, best }: Generalised): readonly Published[] {
  const { level, problem } = best.node
  const keyOf = keysOf(problem)
  return best.plan.parts.map(({ group, mask, count }) => {
    const truth = levels.map((own, variable) => {
      const code = problem.labels[group * problem.variables + variable] ?? -1
      return own[level[variable] ?? 0]?.labels[code] ?? 'nothing'
    })
    const labels = truth.map((label, variable) => (mask & (1 << variable) ? null : label))
    const answers = problem.facets.map(({ values, counts }) =>
      Array.from({ length: values }, (_, value) => counts[group * values + value] ?? 0),
    )
    const withheld = best.plan.withheld.map((keys) => keys.has(keyOf(group, mask)))
    return { labels, truth, count, answers, withheld }
  })
}

export const run = ({ groups, variables, facets }: Population, limits = LIMITS): Generalised =>
  generalise(groups, variables, facets, limits)
