/**
 * An intruder who tries everything: every assignment of whole numbers to the unknown counts that agrees with
 * what is shown. Written for tests alone, and shares nothing with the program: no solver, no model of it.
 */
export interface Sum {
  /** Unknowns, each counted once. */
  readonly of: readonly number[]
  readonly less?: readonly number[]
}

export interface Known extends Sum {
  readonly least: number
  readonly most: number
}

export type Ends = readonly [least: number, most: number]

/** Steps after which a case is too large to try everything. */
const MOST_STEPS = 100_000

/**
 * Least and most of each wanted sum over all assignments of unknowns from 0 up; undefined where there are too
 * many to try, or no end to them; `none` where nothing agrees.
 */
export function tryEverything(
  unknowns: number,
  known: readonly Known[],
  wanted: readonly Sum[],
): readonly Ends[] | 'none' | undefined {
  const limit = limits(unknowns, known)
  if (limit.some((most) => !Number.isFinite(most))) return undefined
  const uses = Array.from({ length: unknowns }, (_, one) =>
    known.flatMap((fact, index): readonly (readonly [number, 1 | -1])[] => [
      ...(fact.of.includes(one) ? [[index, 1] as const] : []),
      ...(fact.less?.includes(one) ? [[index, -1] as const] : []),
    ]),
  )
  // What the unknowns that are still to come can add to each fact, at least and at most.
  const room = known.map(() => [0, 0] as [number, number])
  const restOf: (readonly (readonly [number, number])[])[] = []
  for (let one = unknowns - 1; one >= 0; one -= 1) {
    restOf[one] = room.map(([least, most]) => [least, most])
    for (const [fact, by] of uses[one] ?? []) {
      const own = room[fact]
      if (own === undefined) continue
      if (by > 0) own[1] += limit[one] ?? 0
      else own[0] -= limit[one] ?? 0
    }
  }
  const ends: [number, number][] = wanted.map(() => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
  const values = new Array<number>(unknowns).fill(0)
  const sums = known.map(() => 0)
  let steps = 0
  const note = (): void => {
    for (const [index, { of, less = [] }] of wanted.entries()) {
      let sum = 0
      for (const one of of) sum += values[one] ?? 0
      for (const one of less) sum -= values[one] ?? 0
      const own = ends[index]
      if (own === undefined) continue
      if (sum < own[0]) own[0] = sum
      if (sum > own[1]) own[1] = sum
    }
  }
  const place = (one: number): boolean => {
    if (one === unknowns) {
      note()
      return true
    }
    const rest = restOf[one] ?? []
    for (let value = 0; value <= (limit[one] ?? 0); value += 1) {
      steps += 1
      if (steps > MOST_STEPS) return false
      values[one] = value
      let fits = true
      for (const [fact, by] of uses[one] ?? []) {
        const sum = (sums[fact] ?? 0) + by * value
        const [least, most] = rest[fact] ?? [0, 0]
        const { least: low, most: high } = known[fact] ?? { least: 0, most: 0 }
        if (sum + least > high || sum + most < low) fits = false
      }
      if (!fits) continue
      for (const [fact, by] of uses[one] ?? []) sums[fact] = (sums[fact] ?? 0) + by * value
      const done = place(one + 1)
      for (const [fact, by] of uses[one] ?? []) sums[fact] = (sums[fact] ?? 0) - by * value
      if (!done) return false
    }
    values[one] = 0
    return true
  }
  if (
    !known.every(({ of, less = [], least, most }) => of.length + less.length > 0 || (least <= 0 && most >= 0))
  )
    return 'none'
  if (!place(0)) return undefined
  return ends.some(([least]) => !Number.isFinite(least)) ? 'none' : ends
}

/** The most that each unknown can be by one fact alone, passed on while anything changes. */
function limits(unknowns: number, known: readonly Known[]): readonly number[] {
  const limit = new Array<number>(unknowns).fill(Number.POSITIVE_INFINITY)
  for (let changed = true; changed; ) {
    changed = false
    for (const { of, less = [], most } of known) {
      const added = less.reduce((sum, one) => sum + (limit[one] ?? 0), 0)
      for (const one of of) {
        if (most + added >= (limit[one] ?? 0)) continue
        limit[one] = most + added
        changed = true
      }
    }
  }
  return limit
}
