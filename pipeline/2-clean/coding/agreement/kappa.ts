import type { Coefficient } from '../../../coding-report.ts'
import type { Units } from './units.ts'

/** Two-sided 95 per cent point of the standard normal distribution. */
const Z = 1.959963984540054

/**
 * Cohen's kappa of two coders, given by their places in `values` (Cohen 1960), with the large-sample
 * interval of Fleiss, Cohen and Everitt (1969), cut off at 1 and -1. Answers that one of them did not code
 * are left out. Not defined where both said one and the same thing of all.
 */
export function cohenKappa(units: readonly Units[], first: number, second: number): Coefficient {
  const pairs = units.flatMap(({ values, count }) => {
    const [a, b] = [values[first] ?? null, values[second] ?? null]
    return a === null || b === null ? [] : [{ a, b, count }]
  })
  const answers = pairs.reduce((sum, { count }) => sum + count, 0)
  const share = (holds: (pair: { a: string; b: string }) => boolean) =>
    pairs.reduce((sum, pair) => sum + (holds(pair) ? pair.count : 0), 0) / answers
  const values = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort()
  const rows = new Map(values.map((value) => [value, share(({ a }) => a === value)]))
  const columns = new Map(values.map((value) => [value, share(({ b }) => b === value)]))
  const agreed = share(({ a, b }) => a === b)
  const byChance = values.reduce((sum, value) => sum + (rows.get(value) ?? 0) * (columns.get(value) ?? 0), 0)
  if (answers === 0 || byChance === 1) return { value: null, low: null, high: null, answers }
  const kappa = (agreed - byChance) / (1 - byChance)
  const error = Math.sqrt(Math.max(variance(), 0) / answers) / (1 - byChance)
  return {
    value: kappa,
    low: Math.max(kappa - Z * error, -1),
    high: Math.min(kappa + Z * error, 1),
    answers,
  }

  /** Fleiss, Cohen and Everitt (1969), formula 13, times the number of answers and (1 - by chance) squared. */
  function variance(): number {
    const same = values.reduce((sum, value) => {
      const both = share(({ a, b }) => a === value && b === value)
      return sum + both * (1 - ((rows.get(value) ?? 0) + (columns.get(value) ?? 0)) * (1 - kappa)) ** 2
    }, 0)
    const different = pairs.reduce((sum, { a, b, count }) => {
      if (a === b) return sum
      return sum + (count / answers) * ((columns.get(a) ?? 0) + (rows.get(b) ?? 0)) ** 2
    }, 0)
    return same + (1 - kappa) ** 2 * different - (kappa - byChance * (1 - kappa)) ** 2
  }
}
