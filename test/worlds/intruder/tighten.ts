import type { Fact } from './lp.ts'

/** Each fact once, and none that says nothing. */
export function distinct(facts: readonly Fact[]): readonly Fact[] {
  const telling = facts.filter(({ terms, least, most }) => terms.size > 0 || least > 0 || most < 0)
  return [
    ...new Map(
      telling.map((fact) => {
        const terms = [...fact.terms].sort(([a], [b]) => a - b)
        return [JSON.stringify([terms, fact.least, fact.most]), fact]
      }),
    ).values(),
  ]
}

/** Bounds are passed on so often; the programs do the rest. */
const ROUNDS = 8

/** Columns that a sum of nothing, or of columns that are nothing, makes nothing; others up to a limit. */
export function closed(columns: number, facts: readonly Fact[], limit: number): readonly number[] {
  const upper = new Array<number>(columns).fill(limit)
  for (let changed = true, round = 0; changed && round < ROUNDS; round += 1) {
    changed = false
    for (const { terms, least, most } of facts) {
      const positive = [...terms].filter(([column, by]) => by > 0 && (upper[column] ?? 0) > 0)
      const negative = [...terms].filter(([column, by]) => by < 0 && (upper[column] ?? 0) > 0)
      const room = most + negative.reduce((sum, [column, by]) => sum - by * (upper[column] ?? 0), 0)
      for (const [column, by] of positive) {
        const own = Math.floor(room / by + 1e-7)
        if (own >= (upper[column] ?? 0)) continue
        upper[column] = Math.max(0, own)
        changed = true
      }
      const other = -least + positive.reduce((sum, [column, by]) => sum + by * (upper[column] ?? 0), 0)
      for (const [column, by] of negative) {
        const own = Math.floor(other / -by + 1e-7)
        if (own >= (upper[column] ?? 0)) continue
        upper[column] = Math.max(0, own)
        changed = true
      }
    }
  }
  return upper
}
