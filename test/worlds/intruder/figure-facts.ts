/** How far a shown figure leaves the count open that it was made from. */
import type { Figure } from '../published.ts'

/** How a release rounds, and what it hides for being small. */
export interface Rounding {
  readonly unit: number
  readonly within: number
  readonly small: number
}

export interface Range {
  readonly least: number
  readonly most: number
}

/** Shown counts that a count may have been, and true ones behind it. */
export function countRange(shown: number, { unit, within, small }: Rounding): Range {
  if (unit <= 1) return { least: shown, most: shown }
  // A zero that is shown is one: small counts are hidden, not rounded down.
  if (shown === 0) return { least: 0, most: 0 }
  return { least: Math.max(small + 1, shown - within), most: shown + within }
}

/** The same of a base, which is not hidden for being small among answers; one that rounds to nothing may be some. */
export const baseRange = (shown: number, { unit, within }: Rounding): Range =>
  unit <= 1 ? { least: shown, most: shown } : { least: Math.max(0, shown - within), most: shown + within }

/**
 * The range of the count behind a percentage of a known base: half up, from whole numbers. Undefined where no count
 * prints so. Under rounding both are multiples, and the count is one within reach of a multiple that prints so.
 */
export function percentRange(
  { value, status, decimals }: Figure,
  base: number,
  rounding: Rounding,
): Range | undefined {
  const unit = Math.max(1, rounding.unit)
  const scale = 10 ** decimals
  const printed = Math.round((value ?? 0) * scale)
  const fits: number[] = []
  for (let count = 0; count <= base + unit; count += unit) {
    const prints = Math.floor((200 * scale * count + base) / (2 * base))
    const low = prints === 0 && count > 0
    if (prints === printed && low === (status === 'low')) fits.push(count)
  }
  const [first] = fits
  const last = fits.at(-1)
  if (first === undefined || last === undefined) return undefined
  return {
    least: countRange(first, rounding).least,
    most: countRange(last, rounding).most,
  }
}

/** A printed mean of this many decimals lies within half of its last digit, and a hair for floats. */
export const halfOf = (decimals: number): number => 0.5 * 10 ** -decimals + 1e-9
