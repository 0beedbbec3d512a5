/**
 * The continued fraction of the incomplete beta function, by the modified Lentz method (Lentz 1976;
 * Thompson & Barnett 1986; DLMF 8.17.22), so that
 *
 *   I_x(a, b) = x^a (1 - x)^b / (a B(a, b)) * betaFraction(x, a, b)
 *
 * Converges fast for x < (a + 1) / (a + b + 2); beyond it use I_x(a, b) = 1 - I_{1-x}(b, a).
 */
export function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  // About the square root of the larger of a and b is enough; the bound only ends what cannot be.
  for (let m = 1; m <= 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return fraction
}
