import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Group, Identifying } from '../../pipeline/3-anonymise/classes.ts'
import { generalise } from '../../pipeline/3-anonymise/generalise.ts'

const LIMITS = { minimumClass: 10, valuesBehindABlank: 2 }

/** Random code lists, hierarchies and counted combinations. */
const population = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 3 }).chain((sizes) =>
  fc.record({
    variables: fc.constant(
      sizes.map((size, variable): Identifying => {
        const labels = Array.from({ length: size }, (_, value) => `v${variable}-${value}`)
        const coarse = labels.map((_, value) => `v${variable}-group-${Math.floor(value / 2)}`)
        return { id: `v${variable}`, levels: [labels, coarse] }
      }),
    ),
    groups: fc.uniqueArray(
      fc.record({
        values: fc.tuple(...sizes.map((size) => fc.integer({ min: 0, max: size - 1 }))),
        count: fc.integer({ min: 1, max: 25 }),
      }),
      { minLength: 1, maxLength: 40, selector: ({ values }) => values.join() },
    ),
  }),
)

/** Published classes, counted by a method of the test's own. */
function classesOf(groups: readonly Group[], released: readonly (readonly (string | null)[])[]) {
  const classes = new Map<string, { size: number; members: number[] }>()
  for (const [index, one] of released.entries()) {
    const key = one.map((label) => label ?? '\u0000').join('\u0001')
    const found = classes.get(key) ?? { size: 0, members: [] }
    found.size += groups[index]?.count ?? 0
    found.members.push(index)
    classes.set(key, found)
  }
  return [...classes.values()]
}

describe('k-anonymity', () => {
  it('publishes no class smaller than the limit, a blank being a value of its own', () => {
    fc.assert(
      fc.property(population, ({ variables, groups }) => {
        const total = groups.reduce((sum, { count }) => sum + count, 0)
        const { released } = generalise(groups, variables, LIMITS)
        if (total < LIMITS.minimumClass) {
          expect(released.flat().every((label) => label === null)).toBe(true)
        } else {
          for (const { size } of classesOf(groups, released))
            expect(size).toBeGreaterThanOrEqual(LIMITS.minimumClass)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('hides at least two true values behind every blank, unless there is only one to hide', () => {
    fc.assert(
      fc.property(population, ({ variables, groups }) => {
        const { released, level } = generalise(groups, variables, LIMITS)
        for (const { members } of classesOf(groups, released)) {
          for (const variable of variables.keys()) {
            if (released[members[0] ?? 0]?.[variable] !== null) continue
            const label = (index: number) =>
              variables[variable]?.levels[level[variable] ?? 0]?.[groups[index]?.values[variable] ?? 0]
            const behind = new Set(members.map(label))
            const everywhere = new Set(groups.map((_, index) => label(index)))
            expect(behind.size).toBeGreaterThanOrEqual(Math.min(2, everywhere.size))
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('publishes only labels of the value or blanks', () => {
    fc.assert(
      fc.property(population, ({ variables, groups }) => {
        const { released } = generalise(groups, variables, LIMITS)
        for (const [index, one] of released.entries()) {
          for (const [variable, label] of one.entries()) {
            const own = variables[variable]?.levels.map(
              (labels) => labels[groups[index]?.values[variable] ?? 0],
            )
            if (label !== null) expect(own).toContain(label)
          }
        }
      }),
    )
  })

  it('does not depend on the order of the combinations', () => {
    fc.assert(
      fc.property(population, fc.integer(), ({ variables, groups }, seed) => {
        const shuffled = groups.map((group, index) => ({ group, rank: Math.imul(index + 1, seed | 1) >>> 0 }))
        shuffled.sort((a, b) => a.rank - b.rank)
        const plain = generalise(groups, variables, LIMITS)
        const other = generalise(
          shuffled.map(({ group }) => group),
          variables,
          LIMITS,
        )
        const byKey = new Map(
          shuffled.map(({ group }, index) => [group.values.join(), other.released[index]]),
        )
        expect(groups.map(({ values }) => byKey.get(values.join()))).toEqual(plain.released)
      }),
    )
  })

  it('leaves alone what is safe already', () => {
    const variables = [{ id: 'region', levels: [['North', 'South']] }]
    const groups = [
      { values: [0], count: 10 },
      { values: [1], count: 11 },
    ]
    expect(generalise(groups, variables, LIMITS)).toEqual({
      level: [0],
      released: [['North'], ['South']],
      loss: 0,
    })
  })
})
