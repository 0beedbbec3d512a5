import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { roundCounts } from '../../pipeline/6-protect/rounding/round.ts'
import { suppress } from '../../pipeline/6-protect/suppression/suppress.ts'
import { unprotectableIssues } from '../../pipeline/6-protect/unprotectable-issue.ts'
import { derive } from '../../pipeline/attack/derive.ts'
import { intervals } from '../../pipeline/disclosure/index.ts'
import { loadSolver, type Solver } from '../../pipeline/solver/index.ts'
import { allCounts, figuresOf, innerOf, NO_ROWS } from '../support/world-counts.ts'
import { isIn, type World, worlds } from '../support/worlds.ts'

let solver: Solver

beforeAll(async () => {
  solver = await loadSolver()
})

/** Whole numbers that keep some relations, and the relations. */
const programs = fc
  .record({
    values: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 4 }),
    weights: fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    }),
    slack: fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
  })
  .map(({ values, weights, slack }) => ({
    columns: values.map(() => ({ lower: 0, upper: 6, integer: true })),
    rows: weights.map((row, index) => {
      const terms = values.flatMap((_, column) =>
        row[column] === 0 || row[column] === undefined ? [] : [[column, row[column]] as const],
      )
      const sum = terms.reduce((all, [column, by]) => all + by * (values[column] ?? 0), 0)
      return { lower: sum - (slack[index] ?? 0), upper: sum, terms }
    }),
  }))

function* points(length: number): Generator<readonly number[]> {
  if (length === 0) {
    yield []
    return
  }
  for (const rest of points(length - 1)) for (let one = 0; one <= 6; one += 1) yield [...rest, one]
}

/** The same with a count that is the sum of two others, in a relation and with a bound of its own. */
const withSum = fc
  .record({ model: programs, upper: fc.integer({ min: 6, max: 12 }), spare: fc.nat(8) })
  .map(({ model: { columns, rows }, upper, spare }) => {
    const sum = columns.length
    const whole = {
      lower: 0,
      upper: 0,
      terms: [[0, 1] as const, [1, 1] as const, [sum, -1] as const],
    }
    const roof = { lower: 0, upper: 6 + spare, terms: [[sum, 1] as const] }
    return { columns: [...columns, { lower: 0, upper, integer: true }], rows: [...rows, whole, roof] }
  })

describe('the interval of a count', { timeout: 300_000 }, () => {
  it('is what trying every whole number gives, where counts are sums of others', () => {
    fc.assert(
      fc.property(withSum, ({ columns, rows }) => {
        const fitting = [...points(columns.length - 1)]
          .map((point) => [...point, (point[0] ?? 0) + (point[1] ?? 0)])
          .filter(
            (point) =>
              point.every((value, column) => value <= (columns[column]?.upper ?? 0)) &&
              rows.every(({ lower, upper, terms }) => {
                const sum = terms.reduce((all, [column, by]) => all + by * (point[column] ?? 0), 0)
                return sum >= lower && sum <= upper
              }),
          )
        const [first, last] = [0, columns.length - 1]
        const found = intervals(solver, { columns, rows }, [
          [[last, 1]],
          [
            [last, 2],
            [first, -1],
          ],
        ])
        if (fitting.length === 0) {
          expect(found).toBeUndefined()
          return
        }
        const sums = fitting.map((point) => point[last] ?? 0)
        const others = fitting.map((point) => 2 * (point[last] ?? 0) - (point[first] ?? 0))
        expect(found?.map(({ least, most }) => [least, most])).toEqual(
          [sums, others].map((all) => [Math.min(...all), Math.max(...all)]),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('is what trying every whole number gives', () => {
    fc.assert(
      fc.property(programs, (model) => {
        const fitting = [...points(model.columns.length)].filter((point) =>
          model.rows.every(({ lower, upper, terms }) => {
            const sum = terms.reduce((all, [column, by]) => all + by * (point[column] ?? 0), 0)
            return sum >= lower && sum <= upper
          }),
        )
        const first = fitting.map(([one = 0]) => one)
        const difference = fitting.map(([one = 0, other = 0]) => one - other)
        const found = intervals(solver, model, [
          [[0, 1]],
          [
            [0, 1],
            [1, -1],
          ],
        ])
        expect(found?.map(({ least, most, tight }) => [least, most, tight])).toEqual(
          [first, difference].map((all) => [Math.min(...all), Math.max(...all), true]),
        )
      }),
      { numRuns: 400 },
    )
  })
})

describe('rounded tables', { timeout: 300_000 }, () => {
  it('add up, stay within the distance stated, and never contradict the attack', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(3, 5), fc.constantFrom(0, 7), (world, rounding, small) => {
        const plan = {
          ...world.plan,
          rules: { ...world.plan.rules, rounding, small_counts: small, minimum_base: 0, unanimity_below: 0 },
        }
        const { counts, within } = roundCounts(solver, { plan, inner: innerOf(world) })
        const rounded = (question: string, group: string, row: string | null) =>
          counts.find((one) => one.question === question && one.group === group && one.row === row)?.count
        const truth = allCounts(world).filter(({ row, question }) =>
          plan.questions.some(
            ({ id, answers }) => id === question && (row === null || answers.includes(row)),
          ),
        )
        for (const { question, group, row, count } of truth) {
          const printed = rounded(question, group, row) ?? -1
          expect(printed % rounding).toBe(0)
          expect(Math.abs(printed - count)).toBeLessThanOrEqual(within)
          if (count === 0) expect(printed).toBe(0)
          // A 5 would say 8 or 9 where 1 to 7 are hidden.
          if (small > 0 && count > small) expect(printed).toBeGreaterThan(small)
        }
        for (const { id, rows, answers } of plan.questions) {
          if (rows === 'several') continue
          for (const group of plan.groups) {
            const sum = answers.reduce((all, row) => all + (rounded(id, group.id, row) ?? 0), 0)
            expect(sum).toBe(rounded(id, group.id, null))
          }
        }
        for (const row of plan.groups.some(({ id }) => id === 'rest') ? [null] : []) {
          for (const { id } of plan.questions) {
            const outer = rounded(id, 'outer', row)
            if (outer !== undefined)
              expect((rounded(id, 'rest', row) ?? 0) + outer).toBe(rounded(id, 'all', row))
          }
        }
        const seen = truth.map((one) => ({
          ...one,
          count: rounded(one.question, one.group, one.row) ?? 0,
        }))
        for (const statistic of ['count', 'percent'] as const) {
          const { findings } = derive(solver, {
            // Nothing is hidden here: it is asked for what contradicts only.
            plan: { ...plan, rules: { ...plan.rules, small_counts: 0 }, roundedWithin: within },
            figures: figuresOf(seen, statistic),
            counts: [],
          })
          expect(findings).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a count that nothing hidden would protect', { timeout: 300_000 }, () => {
  it('is named, with what would help', () => {
    let tried = 0
    fc.assert(
      fc.property(worlds, (world) => {
        // Everybody's counts are published as responses: no table can hide what follows from them.
        const rules = {
          ...world.plan.rules,
          small_counts: 3,
          minimum_base: 4,
          unanimity_below: 0,
          microdata: 1,
        }
        const known = { ...world, plan: { ...world.plan, rules } }
        const counts = allCounts(known)
        const inner = innerOf(known, 'rows')
        const { unprotectable } = suppress(solver, { plan: known.plan, inner, shown: counts, ...NO_ROWS })
        const small = counts.filter(
          ({ group, row, count, question }) =>
            group === 'all' &&
            row !== null &&
            row !== 'No reply' &&
            count >= 1 &&
            count <= 3 &&
            known.plan.questions.some(({ id, answers }) => id === question && answers.includes(row)),
        )
        for (const { question, row, count: all } of small) {
          const parts = counts.filter(
            (one) => one.question === question && one.row === row && one.group !== 'all' && one.count > 0,
          )
          const whole = counts.find((one) => one.question === question && one.row === null)?.count
          // What everybody said each of them said: that is no secret of the few.
          const silent =
            counts.find((one) => one.question === question && one.group === 'all' && one.row === 'No reply')
              ?.count ?? 0
          if (all === (whole ?? 0) - silent) continue
          const some = parts.filter(({ group }) => {
            const base = counts.find(
              (one) => one.question === question && one.group === group && one.row === null,
            )?.count
            return base !== whole
          })
          for (const { group } of some) {
            // Groups of the same people are one, under the name of one of them.
            const names = known.plan.groups.filter((one) => areSame(known, question, one.id, group))
            const named = unprotectable.find(
              (one) =>
                one.question === question && one.row === row && names.some(({ id }) => id === one.group),
            )
            if (named === undefined) throw new Error(`${group} ${row} is not named`)
            tried += 1
            const [issue, ...others] = unprotectableIssues(
              { unprotectable: [named, named], unsearched: [] },
              known.plan,
            )
            expect(others).toEqual([])
            expect(issue?.concern).toBe('disclosure')
            expect(issue?.message).toContain(named.group)
            expect(issue?.message).toContain(question)
            expect(issue?.advice).toContain('publish no responses beside them')
          }
        }
      }),
      { numRuns: 40 },
    )
    expect(tried).toBeGreaterThan(20)
  })
})

/** Whether the same people of two groups answered. */
function areSame({ plan, people }: World, question: string, one: string, other: string): boolean {
  const groups = plan.groups.filter(({ id }) => id === one || id === other)
  return people
    .filter(({ rows }) => rows[question] !== undefined)
    .every((person) => new Set(groups.map((group) => isIn(group, person))).size === 1)
}
