/** Exact fractions, for checks that must owe nothing to the arithmetic of the program. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const divisor = (one: bigint, other: bigint): bigint => (other === 0n ? one : divisor(other, one % other))

export function fraction(over: bigint, under: bigint): Fraction {
  const sign = under < 0n ? -1n : 1n
  const common = divisor(over < 0n ? -over : over, under < 0n ? -under : under) * sign
  return common === 0n ? { over: 0n, under: 1n } : { over: over / common, under: under / common }
}

const less = (one: Fraction, by: Fraction, other: Fraction): Fraction =>
  fraction(
    one.over * by.under * other.under - by.over * other.over * one.under,
    one.under * by.under * other.under,
  )

/** Some vectors brought to a form in which it is seen at once whether another is a rational combination of them. */
export function spanOf(vectors: readonly (readonly number[])[]): (vector: readonly number[]) => boolean {
  const basis: { readonly at: number; readonly row: readonly Fraction[] }[] = []
  const reduced = (vector: readonly number[]): readonly Fraction[] => {
    let rest: readonly Fraction[] = vector.map((value) => fraction(BigInt(value), 1n))
    for (const { at, row } of basis) {
      const [own, lead] = [rest[at], row[at]]
      if (own === undefined || lead === undefined || own.over === 0n) continue
      const by = fraction(own.over * lead.under, own.under * lead.over)
      rest = rest.map((value, place) => less(value, by, row[place] ?? value))
    }
    return rest
  }
  for (const vector of vectors) {
    const row = reduced(vector)
    const at = row.findIndex(({ over }) => over !== 0n)
    if (at >= 0) basis.push({ at, row })
  }
  return (vector) => reduced(vector).every(({ over }) => over === 0n)
}

/** Every vector of 0 and 1 but nought that is a rational combination of others: all are tried. */
export function bitsInSpan(
  vectors: readonly (readonly number[])[],
  length: number,
): readonly (readonly number[])[] {
  const isIn = spanOf(vectors)
  return Array.from({ length: 2 ** length - 1 }, (_, index) =>
    Array.from({ length }, (__, at) => ((index + 1) >> at) % 2),
  ).filter(isIn)
}
