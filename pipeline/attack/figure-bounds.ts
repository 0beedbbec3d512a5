/** Whole numbers from `least` to `most`. */
export interface Range {
  readonly least: number
  readonly most: number
}

/**
 * The counts of `base` people that print as `value` per cent, rounded half up at the decimals it is
 * written with: 200 D x >= (2R - 1) N and 200 D x <= (2R + 1) N - 1, for D = 10^decimals and R = value D.
 * `least` above `most` where no count does.
 */
export function countsOfPercent(value: string, base: number): Range {
  const { scaled, unit } = readDecimal(value)
  return {
    least: Math.max(0, Math.ceil(((2 * scaled - 1) * base) / (200 * unit))),
    most: Math.min(base, Math.floor(((2 * scaled + 1) * base - 1) / (200 * unit))),
  }
}

/** The counts above zero that round to zero per cent. */
export function countsOfLow(base: number, decimals: number): Range {
  return { least: 1, most: Math.min(base, Math.floor((base - 1) / (200 * 10 ** decimals))) }
}

/** A decimal as written: `12.5` is 125 units of a tenth. Exact as long as it has few digits. */
export function readDecimal(value: string): { readonly scaled: number; readonly unit: number } {
  const decimals = (value.split('.')[1] ?? '').length
  const unit = 10 ** decimals
  return { scaled: Math.round(Number(value) * unit), unit }
}
