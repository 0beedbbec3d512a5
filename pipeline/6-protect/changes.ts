import type { Changes } from '../artefacts.ts'

/** Sums up movements: how many figures moved, and by how much on average. */
export function changesOf(moved: readonly { readonly statistic: string; readonly by: number }[]): Changes {
  const percents = moved.filter(({ statistic }) => statistic.endsWith('percent'))
  const counts = moved.filter(({ statistic }) => !statistic.endsWith('percent'))
  const mean = (some: typeof moved) =>
    some.length === 0 ? 0 : Math.round((100 * some.reduce((sum, { by }) => sum + by, 0)) / some.length) / 100
  return {
    figures: moved.filter(({ by }) => by > 1e-9).length,
    counts: counts.filter(({ by }) => by > 1e-9).length,
    meanCount: mean(counts),
    meanPercent: mean(percents),
  }
}
