import type { Figure, Table } from '../artefacts.ts'
import { POLICY } from '../policy.ts'

/**
 * The groups of a breakdown that may not be seen: those with fewer than the minimum who answered,
 * unweighted, and so many of the next smallest that those hidden are at least two and together reach the
 * minimum too; else the total less the others would give the hidden one. `all` where fewer than two
 * would be left to compare.
 */
export function blankedGroups({ columns }: Table<Figure>): ReadonlySet<string> | 'all' {
  const sizes = new Map(columns.map(({ population, base }) => [population, base ?? 0]))
  const ordered = [...sizes].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))
  const small = ordered.filter(([, base]) => base < POLICY.minimumGroup).length
  if (small === 0) return new Set()
  const hidden = (count: number) => ordered.slice(0, count).reduce((sum, [, base]) => sum + base, 0)
  let count = Math.max(2, small)
  while (count < ordered.length && hidden(count) < POLICY.minimumGroup) count++
  return ordered.length - count < 2
    ? 'all'
    : new Set(ordered.slice(0, count).map(([population]) => population))
}
