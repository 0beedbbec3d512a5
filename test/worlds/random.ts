/** Random choices that a seed decides: the same on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly [T, ...T[]]) => T
  /** So many of a list, in its order. */
  readonly some: <T>(list: readonly T[], count: number) => readonly T[]
  /** A place in a list of weights, by weight. */
  readonly weighted: (weights: readonly number[]) => number
  readonly shuffled: <T>(list: readonly T[]) => readonly T[]
}

/** Mulberry32: 32 bits of state are plenty for worlds that only have to differ. */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const shuffled = <T>(list: readonly T[]): readonly T[] =>
    list
      .map((one) => ({ one, by: next() }))
      .sort((a, b) => a.by - b.by)
      .map(({ one }) => one)
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: ([first, ...others]) => [first, ...others][whole(0, others.length)] ?? first,
    some: (list, count) => {
      const places = new Set(shuffled([...list.keys()]).slice(0, count))
      return list.filter((_, place) => places.has(place))
    },
    weighted: (weights) => {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0)
      for (const [place, weight] of weights.entries()) {
        rest -= weight
        if (rest < 0) return place
      }
      return weights.length - 1
    },
    shuffled,
  }
}
