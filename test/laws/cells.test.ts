import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../pipeline/definition/index.ts'
import { cellStates } from '../../pipeline/disclosure/cell-states.ts'
import {
  crossingsOf,
  type PlannedGroup,
  spansOf,
  type TabulationPlan,
  wholeSpan,
} from '../../pipeline/disclosure/index.ts'
import { EVERYBODY, plan, question } from '../support/plans.ts'

/** What a person is asked or is: labels, '' for none; of the question with ticks any of them. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  v: ['', 'a', 'b', 'c'],
  w: ['', 'x', 'y'],
  u: ['', 'p', 'q'],
}
const TICKS = ['A', 'B']

interface Somebody {
  readonly labels: Readonly<Record<string, string>>
  readonly ticks: readonly string[]
}

const everySort: readonly Somebody[] = (LABELS['v'] ?? []).flatMap((v) =>
  (LABELS['w'] ?? []).flatMap((w) =>
    (LABELS['u'] ?? []).flatMap((u) =>
      [[], ['A'], ['B'], ['A', 'B']].map((ticks) => ({ labels: { v, w, u }, ticks })),
    ),
  ),
)

/** One requirement: on a variable, or on the ticks. */
const part = fc.oneof(
  ...Object.entries(LABELS).map(([name, labels]) =>
    fc.record({
      name: fc.constant(name),
      how: fc.constantFrom('any' as const, 'none' as const, 'answered' as const),
      labels: fc.subarray(labels.slice(1), { minLength: 1 }),
    }),
  ),
  fc.record({
    name: fc.constant('ticks'),
    how: fc.constantFrom('any' as const, 'all' as const),
    labels: fc.subarray(TICKS, { minLength: 1 }),
  }),
)

const plans: fc.Arbitrary<TabulationPlan> = fc
  .record({
    rules: fc.array(fc.array(part, { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
    breakdowns: fc.subarray([['v'], ['w'], ['w', 'u']]),
    without: fc.boolean(),
  })
  .map(({ rules, breakdowns, without }) => {
    const populations = rules.map((parts, index) => ({
      id: `p${index}`,
      where: Object.fromEntries(parts.map(({ name, ...of }) => [name, of])) as Condition,
    }))
    const values = breakdowns.flatMap((names) => combinations(names))
    const groups: readonly PlannedGroup[] = [
      EVERYBODY,
      ...populations.map(({ id }) => ({ id, populations: [id], without: [], values: {} })),
      ...(without ? populations.slice(0, 1) : []).map(({ id }) => ({
        id: `not ${id}`,
        populations: [],
        without: [id],
        values: {},
      })),
      ...values.map((of) => ({ id: JSON.stringify(of), populations: [], without: [], values: of })),
    ]
    return plan(
      [question('ticks', TICKS, { rows: 'several' })],
      {},
      {
        populations,
        groups,
        variables: Object.entries(LABELS).map(([id, labels]) => ({ id, values: labels.slice(1) })),
      },
    )
  })

const combinations = (names: readonly string[]): readonly Readonly<Record<string, string>>[] =>
  names.reduce<readonly Readonly<Record<string, string>>[]>(
    (all, name) =>
      all.flatMap((one) => (LABELS[name] ?? []).slice(1).map((label) => ({ ...one, [name]: label }))),
    [{}],
  )

/** Whether somebody is in a population, as a reader of the definition would say. */
const belongs = ({ labels, ticks }: Somebody, where: Condition): boolean =>
  Object.entries(where).every(([name, { how, labels: named }]) => {
    const said = name === 'ticks' ? ticks : [labels[name] ?? ''].filter((label) => label !== '')
    const some = said.some((label) => named.includes(label))
    const holds = {
      any: some,
      all: named.every((label) => said.includes(label)),
      answered: said.length > 0,
      none: said.length > 0 && !some,
    }
    return holds[how]
  })

describe('the cells of a crossing', () => {
  it('are the ways in which somebody can be in and out of its populations and have its values', () => {
    let [same, more] = [0, 0]
    fc.assert(
      fc.property(plans, (of) => {
        for (const span of [...spansOf(of), wholeSpan(of)]) {
          const possible = new Set(
            everySort.map((somebody) =>
              JSON.stringify([
                span.populations.filter((id) => {
                  const { where = {} } = of.populations.find((one) => one.id === id) ?? {}
                  return belongs(somebody, where)
                }),
                span.variables.map((name) => somebody.labels[name] ?? ''),
              ]),
            ),
          )
          const cells = cellStates(of, span, 100_000) ?? []
          const found = new Set(cells.map(({ populations, values }) => JSON.stringify([populations, values])))
          expect(found.size).toBe(cells.length)
          expect([...possible].filter((cell) => !found.has(cell))).toEqual([])
          // Of one question with ticks, two requirements are taken to be met or not each by itself.
          const onTicks = of.populations.filter(
            ({ id, where }) => span.populations.includes(id) && Object.hasOwn(where, 'ticks'),
          )
          if (onTicks.length > 1) more += 1
          else {
            same += 1
            expect([...found].sort()).toEqual([...possible].sort())
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(same).toBeGreaterThan(200)
    expect(more).toBeGreaterThan(10)
  })

  it('are too many where they are more than may be', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 20 }), (of, most) => {
        const span = wholeSpan(of)
        const all = cellStates(of, span, 100_000) ?? []
        const found = cellStates(of, span, most)
        // What is on the way to few cells may be more than these, never less.
        if (all.length > most) expect(found).toBeUndefined()
        else if (found !== undefined) expect(found).toEqual(all)
      }),
      { numRuns: 100 },
    )
  })
})

describe('what hangs together by itself', () => {
  it('has each group in one crossing at least, whose cells add up to it', () => {
    fc.assert(
      fc.property(plans, (of) => {
        const crossings = crossingsOf(of)
        for (const { id, populations, without, values } of of.groups) {
          const own = crossings.flatMap((crossing) => {
            const cells = crossing?.groups.get(id)
            return crossing === undefined || cells === undefined ? [] : [{ crossing, cells }]
          })
          expect(own.length).toBeGreaterThan(0)
          for (const { crossing, cells } of own) {
            const inside = crossing.cells.flatMap((cell, index) => {
              const isIn =
                populations.every((one) => cell.populations.includes(one)) &&
                !without.some((one) => cell.populations.includes(one)) &&
                Object.entries(values).every(
                  ([name, value]) => cell.values[crossing.variables.indexOf(name)] === value,
                )
              return isIn ? [index] : []
            })
            expect(cells).toEqual(inside)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('shares no variable and nothing that a population rests on with what does not', () => {
    fc.assert(
      fc.property(plans, (of) => {
        const telling = spansOf(of).map(({ variables, populations }) => [
          ...new Set([
            ...variables,
            ...populations.flatMap((id) =>
              Object.keys(of.populations.find((one) => one.id === id)?.where ?? {}),
            ),
          ]),
        ])
        const all = telling.flat()
        expect(new Set(all).size).toBe(all.length)
      }),
      { numRuns: 100 },
    )
  })
})
