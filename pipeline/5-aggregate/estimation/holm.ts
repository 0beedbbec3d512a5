/**
 * p-values adjusted for testing them all at once (Holm 1979), in the order given: the smallest times
 * their number, the next times one less, and so on, none below one before it, none above 1. The chance
 * of even one false difference among them stays at the level, whatever their dependence.
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p || a.index - b.index)
  const adjusted = pValues.map(() => 1)
  let least = 0
  for (const [rank, { p, index }] of order.entries()) {
    least = Math.max(least, Math.min(1, (pValues.length - rank) * p))
    adjusted[index] = least
  }
  return adjusted
}
