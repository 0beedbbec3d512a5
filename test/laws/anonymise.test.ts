import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { costOf, generalise } from '../../pipeline/3-anonymise/generalise.ts'
import {
  findOptimum,
  type Limits,
  type Part,
  type Problem,
} from '../../pipeline/3-anonymise/suppression/index.ts'
import { optimum } from '../../pipeline/3-anonymise/suppression/optimum.ts'
import { planOf } from '../../pipeline/3-anonymise/suppression/plan.ts'
import { loadSolver, type Solver } from '../../pipeline/solver/index.ts'
import { breaches } from './anonymity-checker.ts'
import { crowds, LIMITS, type Population, populations, publishedOf, run } from './populations.ts'

/** Thresholds as policies may set them. */
const limits: fc.Arbitrary<Limits> = fc.record({
  minimumClass: fc.integer({ min: 2, max: 20 }),
  valuesBehindABlank: fc.integer({ min: 1, max: 3 }),
  diversity: fc.integer({ min: 1, max: 3 }),
})

describe('microdata', () => {
  it('keeps every limit, a blank being a value of its own', () => {
    fc.assert(
      fc.property(populations(0), limits, (population, own) => {
        expect(breaches(publishedOf(run(population, own)), [], own)).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps every limit where answers are sensitive', () => {
    fc.assert(
      fc.property(populations(2), limits, (population, own) => {
        expect(breaches(publishedOf(run(population, own)), population.facets, own)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps every limit where very many combinations are rare', () => {
    fc.assert(
      fc.property(crowds, limits, (population, own) => {
        expect(breaches(publishedOf(run(population, own)), population.facets, own)).toEqual([])
      }),
      { numRuns: 20 },
    )
  }, 180_000)

  it('loses nobody', () => {
    fc.assert(
      fc.property(populations(1), (population) => {
        const people = publishedOf(run(population))
        const sum = (list: readonly { readonly count: number }[]) =>
          list.reduce((all, { count }) => all + count, 0)
        expect(sum(people)).toBe(sum(population.groups))
        expect(people.every(({ count }) => count > 0)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on the order of the combinations', () => {
    fc.assert(
      fc.property(populations(1), fc.integer(), (population, seed) => {
        const groups = population.groups
          .map((group, index) => ({ group, rank: Math.imul(index + 1, seed | 1) >>> 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ group }) => group)
        expect(publishedOf(run({ ...population, groups }))).toEqual(publishedOf(run(population)))
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing when it protects what it has protected', () => {
    fc.assert(
      fc.property(populations(2), (population) => {
        fc.pre(population.groups.reduce((sum, { count }) => sum + count, 0) >= LIMITS.minimumClass)
        const again = run(asReceived(publishedOf(run(population)), population))
        expect(again.best.node.level.every((level) => level === 0)).toBe(true)
        expect(again.best.plan.parts.every(({ mask }) => mask === 0)).toBe(true)
        expect(again.best.plan.withheld.every(({ size }) => size === 0)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves alone what is safe already', () => {
    const variables = [{ id: 'region', levels: [['North', 'South']] }]
    const groups = [
      { values: [0], count: 10, answers: [] },
      { values: [1], count: 11, answers: [] },
    ]
    const made = generalise(groups, variables, [], LIMITS)
    expect(publishedOf(made).map(({ labels }) => labels)).toEqual([['North'], ['South']])
    expect(costOf(made.best)).toBe(0)
  })
})

describe('the optimum', () => {
  let solver: Solver
  beforeAll(async () => {
    solver = await loadSolver()
  })

  const startOf = ({ best }: ReturnType<typeof run>) => ({
    problem: best.node.problem,
    plan: best.plan,
    fixed: best.generalised,
    bound: best.bound,
  })

  it('loses no more than the greedy plan and keeps every limit', () => {
    fc.assert(
      fc.property(populations(1), limits, (population, own) => {
        const greedy = run(population, own)
        const found = optimum(solver, [startOf(greedy)])
        if (found === undefined) throw new Error('nothing found')
        expect(found.plan.cost).toBeLessThanOrEqual(greedy.best.plan.cost + 1e-9)
        const best = { ...greedy, best: { ...greedy.best, plan: found.plan } }
        expect(breaches(publishedOf(best), population.facets, own)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('is what trying everything finds', () => {
    const few = fc.uniqueArray(
      fc.record({
        values: fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 2 })),
        count: fc.integer({ min: 1, max: 4 }),
        answers: fc.constant([]),
      }),
      { minLength: 2, maxLength: 3, selector: ({ values }) => values.join() },
    )
    const variables = [
      { id: 'a', levels: [['x', 'y']] },
      { id: 'b', levels: [['1', '2', '3']] },
    ]
    const small = { minimumClass: 3, valuesBehindABlank: 2, diversity: 1 }
    fc.assert(
      fc.property(few, (groups) => {
        const greedy = run({ variables, groups, facets: [] }, small)
        const { problem } = greedy.best.node
        fc.pre(problem.counts.reduce((sum, count) => sum + count, 0) >= small.minimumClass)
        const found = optimum(solver, [startOf(greedy)])
        const all = everyPlan(problem).filter((parts) => {
          const plan = planOf(problem, parts)
          const tried = { ...greedy, best: { ...greedy.best, plan } }
          return breaches(publishedOf(tried), [], small).length === 0
        })
        const least = Math.min(...all.map((parts) => planOf(problem, parts).cost))
        expect(found?.plan.cost).toBeCloseTo(least, 6)
      }),
      { numRuns: 25 },
    )
  })

  it('is found in a thread of its own, the same', async () => {
    const population: Population = {
      variables: [
        { id: 'region', levels: [['N', 'S', 'E', 'W', 'C']] },
        { id: 'type', levels: [['a', 'b', 'c', 'd']] },
      ],
      facets: [],
      groups: Array.from({ length: 20 }, (_, index) => ({
        values: [index % 5, Math.floor(index / 5)],
        count: 1 + ((index * 14 + 4 + index * index * 3) % 17),
        answers: [],
      })),
    }
    const greedy = run(population)
    const here = optimum(solver, [startOf(greedy)])
    expect(here?.proven).toBe(true)
    expect(here?.plan.cost).toBeLessThan(greedy.best.plan.cost)
    expect(await findOptimum([startOf(greedy)])).toEqual(here)
  })
})

/** A population as it would be received if its published form were what people had said. */
function asReceived(people: ReturnType<typeof publishedOf>, { variables, facets }: Population): Population {
  const levels = variables.map((_, variable) => [
    ...new Set(people.map(({ labels }) => labels[variable] ?? '[not released]')),
  ])
  const groups = new Map<string, Population['groups'][number]>()
  for (const { labels, count, answers, withheld } of people) {
    const values = labels.map((label, variable) => levels[variable]?.indexOf(label ?? '[not released]') ?? -1)
    const visible = answers.map((counts, facet) =>
      counts.map((one) => (withheld[facets[facet]?.question ?? -1] === true ? 0 : one)),
    )
    const found = groups.get(values.join())
    groups.set(values.join(), {
      values,
      count: count + (found?.count ?? 0),
      answers: visible.map((counts, facet) =>
        counts.map((one, value) => one + (found?.answers[facet]?.[value] ?? 0)),
      ),
    })
  }
  return {
    variables: variables.map(({ id }, variable) => ({ id, levels: [levels[variable] ?? []] })),
    facets,
    groups: [...groups.values()],
  }
}

/** Every way to publish every group of a problem, whole. */
function everyPlan({ groups, counts, masks }: Problem): readonly (readonly Part[])[] {
  let plans: (readonly Part[])[] = [[]]
  for (let group = 0; group < groups; group += 1) {
    const ways = [0, ...masks].map((mask) => [{ group, mask, count: counts[group] ?? 0 }])
    plans = plans.flatMap((plan) => ways.map((way) => [...plan, ...way]))
  }
  return plans
}
