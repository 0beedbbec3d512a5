/**
 * How far two sets of codes are apart, when an answer may have several: MASI (Passonneau, "Measuring
 * agreement on set-valued items", LREC 2006), 1 - Jaccard's index times 1 for equal sets, 2/3 where one
 * holds the other, 1/3 where they overlap, 0 where they have nothing in common. Sets are written with
 * their codes in order and `;` between them; no code is the empty set.
 */
export function masiDistance(a: string, b: string): number {
  const [one, other] = [setOf(a), setOf(b)]
  const common = [...one].filter((code) => other.has(code)).length
  const all = one.size + other.size - common
  if (all === 0) return 0
  const monotonicity =
    common === all ? 1 : common === Math.min(one.size, other.size) ? 2 / 3 : common > 0 ? 1 / 3 : 0
  return 1 - (common / all) * monotonicity
}

const setOf = (codes: string): ReadonlySet<string> => new Set(codes.split(';').filter((code) => code !== ''))
