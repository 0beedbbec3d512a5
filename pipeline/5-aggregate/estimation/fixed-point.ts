/**
 * Sums that do not depend on the order of rows. A sum of floats does: `(a + b) + c` is not
 * `a + (b + c)`, and the engine adds in whatever order its threads finish. So every row's number is
 * rounded once to a multiple of a power of two, the multiples are added as whole numbers, and nothing
 * is rounded again until the final quotient.
 */

/**
 * Bits a row's number may take, so that a sum of products of sums of `largestUnit` rows, over `rows`
 * rows, stays below 2^126, within the engine's 128-bit whole numbers. 52 (a unit in the last place of
 * a float) up to four million rows without clusters; 38 for 30 million rows in a single cluster.
 */
export function bitsFor(rows: number, largestUnit: number): number {
  const room = 126 - Math.ceil(Math.log2(Math.max(1, rows))) - Math.ceil(Math.log2(Math.max(1, largestUnit)))
  return Math.min(52, Math.floor(room / 2))
}

/** The exponent e with `largest * 2^e` at most 2^bits, and not much less. */
export function exponentFor(largest: number, bits: number): number {
  if (largest === 0) return 0
  // One less than the logarithm says: it may be a hair off at powers of two.
  return Math.max(-1000, Math.min(1000, bits - 1 - Math.floor(Math.log2(largest))))
}

/** SQL: the multiple of 2^-exponent nearest to a DOUBLE, as BIGINT (the cast rounds to the nearest). */
export const fixedPoint = (sql: string, exponent: number): string =>
  `((${sql}) * ${double(2 ** exponent)})::BIGINT`

/** SQL literal of exactly this float: a bare decimal would go through the DECIMAL type. */
export const double = (value: number): string => `'${value}'::DOUBLE`

/** A finite float as what it is: mantissa * 2^exponent. */
export function dyadic(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  let scaled = value
  let exponent = 0
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    exponent -= 1
  }
  return { mantissa: BigInt(scaled), exponent }
}

/** numerator / denominator * 2^exponent, rounded once. The denominator is not 0. */
export function quotient(numerator: bigint, denominator: bigint, exponent = 0): number {
  if (numerator === 0n) return 0
  const negative = numerator < 0n !== denominator < 0n
  const [above, below] = [magnitude(numerator), magnitude(denominator)]
  // At least 64 bits of quotient, the last one set where something is left over: then one rounding.
  const shift = Math.max(0, 64 + bitLength(below) - bitLength(above))
  const shifted = above << BigInt(shift)
  const whole = shifted / below
  const sticky = whole * below === shifted ? whole : whole | 1n
  const size = scaleFloat(Number(sticky), exponent - shift)
  return negative ? -size : size
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)
const bitLength = (value: bigint): number => value.toString(2).length

/** value * 2^exponent in steps that neither overflow nor vanish on the way. */
function scaleFloat(value: number, exponent: number): number {
  const step = Math.max(-1000, Math.min(1000, exponent))
  const scaled = value * 2 ** step
  return step === exponent || scaled === 0 ? scaled : scaleFloat(scaled, exponent - step)
}
