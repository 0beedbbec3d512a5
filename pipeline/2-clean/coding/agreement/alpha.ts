import type { Coefficient } from '../../../coding-report.ts'
import { interval } from './bootstrap.ts'
import type { Distance, Units } from './units.ts'

/**
 * Krippendorff's alpha: 1 - observed disagreement / disagreement expected by chance, for any number of
 * coders, with values missing (Krippendorff, Content Analysis, 4th ed. 2019, ch. 12; "Computing
 * Krippendorff's alpha-reliability", 2011, sections A to D). 1 is agreement, 0 what chance would give.
 * Not defined where fewer than two values can be compared, or all are the same: nothing could vary.
 * The interval is that of 1,000 bootstrap samples of answers, from a fixed seed.
 */
export function krippendorffAlpha(units: readonly Units[], distance: Distance): Coefficient {
  const prepared = prepare(units, distance)
  const counts = prepared.patterns.map(({ count }) => count)
  const value = alphaOf(prepared, counts)
  const limits = value === null ? undefined : interval(counts, (drawn) => alphaOf(prepared, drawn))
  return {
    value,
    low: limits?.low ?? null,
    high: limits?.high ?? null,
    answers: counts.reduce((sum, count) => sum + count, 0),
  }
}

interface Pattern {
  readonly count: number
  /** Index of each value that was given. */
  readonly given: readonly number[]
  /** Disagreement among these, as one such answer adds to the observed one. */
  readonly disagreement: number
}

interface Prepared {
  readonly patterns: readonly Pattern[]
  /** Distance between each two values, by index. */
  readonly distances: readonly (readonly number[])[]
}

function prepare(units: readonly Units[], distance: Distance): Prepared {
  const comparable = units
    .map(({ values, count }) => ({ count, given: values.filter((value) => value !== null) }))
    .filter(({ given }) => given.length > 1)
  const values = [...new Set(comparable.flatMap(({ given }) => given))].sort()
  const indexOf = new Map(values.map((value, index) => [value, index]))
  const distances = values.map((a) => values.map((b) => distance(a, b)))
  const patterns = comparable.map(({ given: said, count }) => {
    const given = said.map((value) => indexOf.get(value) ?? 0)
    const pairs = given.flatMap((a) => given.map((b) => distances[a]?.[b] ?? 0))
    const disagreement = pairs.reduce((sum, one) => sum + one, 0) / (given.length - 1)
    return { count, given, disagreement }
  })
  return { patterns, distances }
}

/** Alpha of these patterns when each occurs so many times. */
function alphaOf({ patterns, distances }: Prepared, counts: readonly number[]): number | null {
  const totals = distances.map(() => 0)
  let observed = 0
  let pairable = 0
  let index = 0
  for (const { given, disagreement } of patterns) {
    const count = counts[index] ?? 0
    index += 1
    if (count === 0) continue
    observed += count * disagreement
    pairable += count * given.length
    for (const value of given) totals[value] = (totals[value] ?? 0) + count
  }
  let expected = 0
  // Counted by hand: entries of a list are made anew for each of a thousand samples.
  for (let a = 0; a < totals.length; a += 1) {
    const row = distances[a] ?? []
    const total = totals[a] ?? 0
    if (total === 0) continue
    for (let b = 0; b < row.length; b += 1) expected += total * (totals[b] ?? 0) * (row[b] ?? 0)
  }
  return expected === 0 ? null : 1 - ((pairable - 1) * observed) / expected
}
