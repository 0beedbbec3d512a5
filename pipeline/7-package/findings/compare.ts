import { OWN_LEVEL } from './rules.ts'

/** A share as it is printed. */
export interface PrintedShare {
  readonly percent: number
  /** How far the true percentage may be from the printed one. */
  readonly within: number
  readonly base: number
}

/**
 * Whether two groups differ in a share, by what is printed of them. `inside` says that the first group is part of the
 * second: then it is compared with the rest of the second, whose share follows from the two; a test that takes them for
 * two separate groups would count everybody in the first twice. Groups that only overlap are taken for separate ones,
 * which errs on the side of silence, because those who are in both make them more alike. Every share is moved
 * towards the other by what rounding may have hidden. `tests` is how many comparisons the table holds, `fewest` how
 * many each side needs. The two-sample test of proportions with a pooled variance; false where fewer than five
 * on either side are expected to be counted, or not to be (Cochran 1954).
 */
export function isReal(
  one: PrintedShare,
  other: PrintedShare,
  inside: boolean,
  tests: number,
  fewest: number,
): boolean {
  const sign = Math.sign(one.percent - other.percent)
  const a = { share: (one.percent - sign * one.within) / 100, size: one.base }
  const whole = { share: (other.percent + sign * other.within) / 100, size: other.base }
  const b = inside ? rest(a, whole) : whole
  if (a.size < fewest || b.size < fewest || sign * (a.share - b.share) <= 0) return false
  const pooled = (a.share * a.size + b.share * b.size) / (a.size + b.size)
  const fewer = Math.min(a.size, b.size) * Math.min(pooled, 1 - pooled)
  if (!(fewer >= 5)) return false
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.size + 1 / b.size))
  return isRare(Math.abs(a.share - b.share) / error, tests)
}

interface Share {
  readonly share: number
  readonly size: number
}

/** Who is in the whole and not in the part; a share between 0 and 1 whatever rounding did. */
function rest(part: Share, whole: Share): Share {
  const size = whole.size - part.size
  const share = size <= 0 ? 0 : (whole.share * whole.size - part.share * part.size) / size
  return { size, share: Math.min(1, Math.max(0, share)) }
}

/**
 * Whether so many standard errors are rare enough, for one of so many comparisons. The tail of the normal distribution
 * is bounded from above, so nothing is called rare that is not: P(|Z| > z) < sqrt(2 / pi) exp(-z^2 / 2) / z
 * (Gordon 1941).
 */
export const isRare = (errors: number, tests: number): boolean =>
  (Math.sqrt(2 / Math.PI) * Math.exp(-(errors ** 2) / 2)) / errors < OWN_LEVEL / tests
