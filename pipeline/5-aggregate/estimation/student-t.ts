import { betaFraction } from './incomplete-beta.ts'

/**
 * P(T > t) of Student's t distribution with `degrees` of freedom (above 0; need not be whole). Takes
 * any t; right to about 1e-13, and in the far tail to as many digits of the small number itself.
 */
export function studentTail(t: number, degrees: number): number {
  if (t < 0) return 1 - studentTail(-t, degrees)
  if (t === Number.POSITIVE_INFINITY) return 0
  // P(|T| > t) = I_x(degrees/2, 1/2) with x = degrees / (degrees + t^2) (DLMF 8.17; A&S 26.7.1).
  const a = degrees / 2
  const squared = t * t
  const x = degrees / (degrees + squared)
  const rest = squared / (degrees + squared)
  // sqrt(1 - x) x^a / B(a, 1/2), without the loss of digits of 1 - x and of logarithms of large x.
  const front = Math.sqrt(rest) * Math.exp(-a * Math.log1p(squared / degrees)) * inverseBeta(a)
  return x < (a + 1) / (a + 2.5)
    ? (front * betaFraction(x, a, 0.5)) / (2 * a)
    : 0.5 - front * betaFraction(rest, 0.5, a)
}

/**
 * The t with P(T <= t) = `probability`, for probabilities above 0 and below 1: found between bounds by
 * halving, which cannot go astray, to the last place of a float.
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees)
  if (probability === 0.5) return 0
  const tail = 1 - probability
  let high = 1
  while (studentTail(high, degrees) > tail) high *= 2
  let low = high === 1 ? 0 : high / 2
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) return high
    if (studentTail(middle, degrees) > tail) low = middle
    else high = middle
  }
}

/** 1 / B(a, 1/2) = gamma(a + 1/2) / (gamma(a) sqrt(pi)). */
function inverseBeta(a: number): number {
  // The ratio of gammas by its series in 1/a (DLMF 5.11.13), which holds to 1e-16 from 40 on.
  let factor = 1
  let at = a
  while (at < 40) {
    factor *= at / (at + 0.5)
    at += 1
  }
  const series = [1, -1 / 8, 1 / 128, 5 / 1024, -21 / 32768, -399 / 262144, 869 / 4194304, 39325 / 33554432]
  const ratio = series.reduceRight((sum, term) => sum / at + term, 0)
  return (factor * Math.sqrt(at) * ratio) / Math.sqrt(Math.PI)
}
