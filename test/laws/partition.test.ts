import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, candidatePartitions } from '../../pipeline/3-anonymise/partition/index.ts'
import { crowds, type Population, populations } from './populations.ts'

const LIMITS = { minimumClass: 10, valuesBehindABlank: 2, diversity: 2, unanimityBelow: 20, minimumBase: 10 }

/** The same population, of whose variables tables tell people apart by some. */
const tabulating = (population: Population, bits: number): Population => ({
  ...population,
  variables: population.variables.map((variable, index) => ({
    ...variable,
    tabulated: (bits & (1 << index)) !== 0,
  })),
})

const cases = fc
  .tuple(populations(0), fc.integer({ min: 0, max: 7 }))
  .map(([one, bits]) => tabulating(one, bits))

const people = ({ groups }: Population) => groups.reduce((sum, { count }) => sum + count, 0)

/** What is published of each combination, looked up by hand: a label a variable, null where it is blank. */
function published({ groups }: Population, { labels, masks }: Candidate) {
  const ordered = [...groups].sort((a, b) => {
    const at = a.values.findIndex((value, index) => value !== b.values[index])
    return at < 0 ? 0 : (a.values[at] ?? 0) - (b.values[at] ?? 0)
  })
  return ordered.map(({ values, count }, group) => ({
    values,
    count,
    shown: values.map((value, variable) =>
      ((masks?.[group] ?? 0) & (1 << variable)) === 0 ? (labels[variable]?.[value] ?? '') : null,
    ),
  }))
}

/** Variables of which all rows show the same. */
const silentIn = (population: Population, candidate: Candidate): number =>
  population.variables.filter(
    (_, variable) =>
      new Set(published(population, candidate).map(({ shown }) => shown[variable] ?? '[not released]'))
        .size === 1,
  ).length

describe('a partition', () => {
  it('keeps k in every class, one label a value, and blanks nothing that tables use', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (population) => {
        const candidates = await candidatePartitions(population.groups, population.variables, [], LIMITS)
        expect(candidates.length > 0).toBe(people(population) >= 10)
        for (const candidate of candidates) {
          const rows = published(population, candidate)
          const sizes = new Map<string, number>()
          for (const { shown, count } of rows)
            sizes.set(JSON.stringify(shown), (sizes.get(JSON.stringify(shown)) ?? 0) + count)
          expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(10)
          expect(sizes.size).toBe(candidate.count)
          for (const { shown } of rows)
            for (const [variable, label] of shown.entries())
              if (population.variables[variable]?.tabulated === true) expect(label).not.toBeNull()
        }
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  it('is the same whatever the order of the combinations, best first', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (population) => {
        const one = await candidatePartitions(population.groups, population.variables, [], LIMITS)
        const turned = [...population.groups].reverse()
        expect(await candidatePartitions(turned, population.variables, [], LIMITS)).toEqual(one)
        const ranked = one.map((candidate) => ({
          cost: candidate.cost,
          silent: silentIn(population, candidate),
        }))
        expect(ranked).toEqual([...ranked].sort((a, b) => a.silent - b.silent || a.cost - b.cost))
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('never gives two nodes one label, nor a value the label of another', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (population) => {
        const [best] = await candidatePartitions(population.groups, population.variables, [], LIMITS)
        for (const [variable, labels] of (best?.labels ?? []).entries()) {
          const own = population.variables[variable]?.levels[0] ?? []
          for (const [value, label] of labels.entries())
            if (own.includes(label) && label !== own[value]) expect(labels[own.indexOf(label)]).toBe(label)
        }
      }),
      { numRuns: 200 },
    )
  }, 120_000)

  it('loses nothing where every combination is common', async () => {
    const groups = [0, 1, 2].flatMap((a) => [0, 1].map((b) => ({ values: [a, b], count: 20, answers: [] })))
    const variables = [
      { id: 'a', levels: [['x', 'y', 'z']], tabulated: true },
      { id: 'b', levels: [['p', 'q']] },
    ]
    const [best] = await candidatePartitions(groups, variables, [], LIMITS)
    expect(best).toMatchObject({
      cost: 0,
      count: 6,
      labels: [
        ['x', 'y', 'z'],
        ['p', 'q'],
      ],
    })
  })

  it('says something of every variable where that is possible, though leaving one out would lose less', async () => {
    // In 64 wards of twelve there is a trader in every other one: to tell the traders costs most of the wards.
    const wards = Array.from({ length: 64 }, (_, ward) => `Ward ${ward}`)
    const groups = wards.flatMap((_, ward) => [
      { values: [ward, 0], count: ward % 2 === 0 ? 11 : 12, answers: [] },
      ...(ward % 2 === 0 ? [{ values: [ward, 1], count: 1, answers: [] }] : []),
    ])
    const variables = [
      { id: 'ward', levels: [wards], tabulated: true },
      { id: 'kind', levels: [['Resident', 'Trader']], tabulated: true },
    ]
    const [best, ...others] = await candidatePartitions(groups, variables, [], LIMITS)
    expect(new Set(best?.labels[1]).size).toBe(2)
    expect(others.some(({ labels, cost }) => new Set(labels[1]).size === 1 && cost < (best?.cost ?? 0))).toBe(
      true,
    )
  })

  it('is found where very many combinations are rare', async () => {
    await fc.assert(
      fc.asyncProperty(crowds, async (population) => {
        const tabulated = tabulating({ ...population, facets: [] }, 1)
        const [best] = await candidatePartitions(
          tabulated.groups.map((group) => ({ ...group, answers: [] })),
          tabulated.variables,
          [],
          LIMITS,
        )
        expect(best === undefined).toBe(people(population) < 10)
      }),
      { numRuns: 5 },
    )
  }, 120_000)
})
