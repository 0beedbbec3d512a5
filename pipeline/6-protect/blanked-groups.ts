import type { Figure, Table, TableColumn } from '../artefacts.ts'

interface Group {
  readonly id: string
  readonly base: number
  /** Coarser groups that it is part of, and that which is all of them. */
  readonly within: readonly string[]
}

const EVERYBODY = ''

/**
 * The groups of a breakdown that may not be seen: those with fewer than the minimum who answered,
 * unweighted, and so many of the next smallest that those hidden are at least two and together reach the
 * minimum too, among all groups and among the parts of each coarser group; else the total, or the coarser
 * group in its own table, less the others would give the hidden one. `all` where fewer than two would be
 * left to compare.
 */
export function blankedGroups({ columns }: Table<Figure>, minimum: number): ReadonlySet<string> | 'all' {
  const groups = groupsOf(columns)
  const hidden = new Set(groups.filter(({ base }) => base < minimum).map(({ id }) => id))
  const whole = [EVERYBODY, ...new Set(groups.flatMap(({ within }) => within))]
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size
    for (const one of whole)
      hideMore(
        groups.filter(({ within }) => within.includes(one)),
        hidden,
        minimum,
      )
  }
  return hidden.size > 0 && groups.length - hidden.size < 2 ? 'all' : hidden
}

/** Smallest first, so that as little as possible is hidden. */
function groupsOf(columns: readonly TableColumn[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const { population, base, within = [] } of columns) {
    groups.set(population, { id: population, base: base ?? 0, within: [EVERYBODY, ...within] })
  }
  return [...groups.values()].sort((a, b) => a.base - b.base || (a.id < b.id ? -1 : 1))
}

/** Hides parts of one whole until those hidden are none, or two and enough people together. */
function hideMore(parts: readonly Group[], hidden: Set<string>, minimum: number): void {
  const isHidden = ({ id }: Group) => hidden.has(id)
  for (const next of parts.filter((part) => !isHidden(part))) {
    const already = parts.filter(isHidden)
    const people = already.reduce((sum, { base }) => sum + base, 0)
    if (already.length === 0 || (already.length > 1 && people >= minimum)) return
    hidden.add(next.id)
  }
}
