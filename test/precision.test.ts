import { describe, expect, it } from 'vitest'
import {
  type Cells,
  csvOf,
  figure,
  lineOf,
  type Outcome,
  publishAll as publish,
} from './support/consultation.ts'

/** 150 people: who uses buses, who walks (some do both), whether they agree, and a weight. */
const PEOPLE: readonly Cells[] = Array.from({ length: 150 }, (_, index) => ({
  How: [index % 2 === 0 ? 'Bus' : '', index % 5 < 3 ? 'Walk' : '', 'Car']
    .filter((one) => one !== '')
    .join(';'),
  Agree:
    index % 3 === 0 ? 'Yes' : index % 7 === 0 ? 'Unsure' : index % 2 === 0 && index % 5 === 1 ? 'Yes' : 'No',
  Rate: String((index % 5) + 1),
  Weight: String(0.5 + (index % 4) * 0.5),
}))

const definition = (
  weights: boolean,
) => `responses: { file: r.csv, ${weights ? 'columns: { weight: Weight }' : 'ignore: [Weight]'} }
questions:
  how: { text: How, kind: multiple, answers: [Bus, Walk, Car] }
  agree: { text: Agree, answers: ["Yes", "No", Unsure], statistics: [percent, total] }
  rate: { text: Rate, kind: scale, answers: [1, 2, 3, 4, 5], statistics: [percent, mean], decimals: 3 }
populations:
  everyone: { title: Everyone, base: all }
  bus: { title: Bus users, base: bus users, where: { how: Bus } }
  walk: { title: Walkers, base: walkers, where: { how: Walk } }
reporting: { decimals: 3 }
tables: { precision: true, significance: true }
`
const MEMBERS: Readonly<Record<string, (one: Cells) => boolean>> = {
  everyone: () => true,
  bus: (one) => one['How']?.includes('Bus') === true,
  walk: (one) => one['How']?.includes('Walk') === true,
}
const ANSWERS = ['Yes', 'No', 'Unsure']

/** A ratio of weighted sums over some of the sample, and each person's part in its error (Taylor). */
function ratio(weighted: boolean, member: (one: Cells) => boolean, value: (one: Cells) => number) {
  const weight = (one: Cells) => (member(one) ? (weighted ? Number(one['Weight']) : 1) : 0)
  const base = PEOPLE.reduce((sum, one) => sum + weight(one), 0)
  const estimate = PEOPLE.reduce((sum, one) => sum + weight(one) * value(one), 0) / base
  return { estimate, parts: PEOPLE.map((one) => (weight(one) * (value(one) - estimate)) / base) }
}

/** Standard error of a sum of such parts over a simple random sample with replacement. */
function standardError(parts: readonly number[]): number {
  const mean = parts.reduce((sum, one) => sum + one, 0) / parts.length
  const squares = parts.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  return Math.sqrt((parts.length / (parts.length - 1)) * squares)
}

/** Two-sided tail of Student's t, by Simpson's rule: slow, and nothing like the code it checks. */
function tails(t: number, degrees: number): number {
  const steps = 20000
  const end = Math.atan(Math.abs(t) / Math.sqrt(degrees))
  const height = (angle: number) => Math.cos(angle) ** (degrees - 1)
  const area = (to: number) => {
    let sum = height(0) + height(to)
    for (let step = 1; step < steps; step++) sum += height((to * step) / steps) * (step % 2 === 0 ? 2 : 4)
    return (sum * to) / steps / 3
  }
  return 1 - area(end) / area(Math.PI / 2)
}

const near = (outcome: Outcome, place: Parameters<typeof figure>[1], expected: number, within: number) =>
  expect(Math.abs(Number(figure(outcome, place)) - expected), JSON.stringify(place)).toBeLessThanOrEqual(
    within,
  )

describe.each([false, true])('precision, weighted: %s', (weighted) => {
  const outcome = publish(definition(weighted), { 'r.csv': csvOf(PEOPLE) })

  it('standard errors are those of the linearised ratio, and intervals hold the estimate', () => {
    for (const [population, member] of Object.entries(MEMBERS)) {
      for (const row of ANSWERS) {
        const { estimate, parts } = ratio(weighted, member, (one) => (one['Agree'] === row ? 1 : 0))
        const at = { table: '2', row, population }
        near(outcome, at, 100 * estimate, 0.00051)
        near(outcome, { ...at, statistic: 'percent_standard_error' }, 100 * standardError(parts), 0.000051)
        const [low, high] = ['percent_low', 'percent_high'].map((statistic) =>
          Number(figure(outcome, { ...at, statistic })),
        )
        expect(low).toBeLessThan(100 * estimate)
        expect(high).toBeGreaterThan(100 * estimate)
        const reach = (2 * 1.96 * 100 * standardError(parts)) / ((high ?? 0) - (low ?? 0))
        expect(reach).toBeGreaterThan(0.85)
        expect(reach).toBeLessThan(1.15)
      }
      const { estimate, parts } = ratio(weighted, member, (one) => Number(one['Rate']))
      const mean = { table: '3_estimates', row: 'Mean', population }
      near(outcome, { ...mean, statistic: 'estimate' }, estimate, 0.00051)
      near(outcome, { ...mean, statistic: 'standard_error' }, standardError(parts), 0.000051)
    }
    const total = lineOf(outcome, { table: '2', row: 'Total', population: 'bus', statistic: 'percent_low' })
    expect(total['status']).toBe('z')
  })

  it('tests differences, of groups that overlap too, and adjusts for their number', () => {
    const names = Object.keys(MEMBERS)
    const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const))
    const tests = pairs.flatMap(([one, other]) =>
      [...ANSWERS, 'Total'].map((row) => {
        const value = (person: Cells) => (row === 'Total' || person['Agree'] === row ? 1 : 0)
        const [first, second] = [one, other].map((name) =>
          ratio(weighted, MEMBERS[name] ?? (() => false), value),
        )
        const difference = (first?.estimate ?? 0) - (second?.estimate ?? 0)
        const error = standardError(
          (first?.parts ?? []).map((part, index) => part - (second?.parts[index] ?? 0)),
        )
        const either = PEOPLE.filter((person) => [one, other].some((name) => MEMBERS[name]?.(person)))
        return {
          pair: `${one} / ${other}`,
          row,
          difference,
          error,
          p: tails(difference / error, either.length - 1),
        }
      }),
    )
    const made = tests.filter(({ row }) => row !== 'Total')
    const ordered = [...made].sort((a, b) => a.p - b.p)
    let least = 0
    const holm = new Map(
      ordered.map((test, place) => {
        least = Math.max(least, Math.min(1, test.p * (ordered.length - place)))
        return [test, least]
      }),
    )
    for (const test of made) {
      const at = { table: '2_differences', row: test.row, population: test.pair }
      near(outcome, { ...at, statistic: 'difference' }, 100 * test.difference, 0.000051)
      near(outcome, { ...at, statistic: 'difference_standard_error' }, 100 * test.error, 0.000051)
      near(outcome, { ...at, statistic: 'p_value' }, holm.get(test) ?? 0, 0.00006)
    }
    const readme = [...outcome.release].filter(([path]) => /README|datapackage/.test(path))
    expect(readme.map(([, bytes]) => bytes.toString()).join()).toContain('Holm')
  })
})
