const SAMPLES = 1000

/**
 * Percentile bootstrap (Efron and Tibshirani 1993, ch. 13): draws as many answers as there are, with
 * replacement, a thousand times, and takes the middle 95 per cent of the statistic. `counts` says how many
 * answers are alike of each pattern. Samples in which the statistic is not defined are left out; undefined
 * where that leaves none. The seed is fixed: the same counts give the same limits everywhere.
 */
export function interval(
  counts: readonly number[],
  statistic: (drawn: readonly number[]) => number | null,
): { readonly low: number; readonly high: number } | undefined {
  const answers = counts.reduce((sum, count) => sum + count, 0)
  const upTo = cumulative(counts)
  const next = mulberry32(answers)
  const found: number[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const drawn = counts.map(() => 0)
    for (let answer = 0; answer < answers; answer += 1) {
      const pattern = firstAbove(upTo, next() * answers)
      drawn[pattern] = (drawn[pattern] ?? 0) + 1
    }
    const value = statistic(drawn)
    if (value !== null) found.push(value)
  }
  found.sort((a, b) => a - b)
  const low = found[Math.floor(0.025 * found.length)]
  const high = found[Math.ceil(0.975 * found.length) - 1]
  return low === undefined || high === undefined ? undefined : { low, high }
}

function cumulative(counts: readonly number[]): readonly number[] {
  let sum = 0
  return counts.map((count) => {
    sum += count
    return sum
  })
}

/** Index of the first limit above a number, by halving. */
function firstAbove(limits: readonly number[], number: number): number {
  let low = 0
  let high = limits.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((limits[middle] ?? 0) > number) high = middle
    else low = middle + 1
  }
  return low
}

/** Pseudo-random numbers from 0 up to 1 (mulberry32, Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
