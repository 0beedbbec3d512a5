/** Groups that the published rows tell: all of those whose labels a class of rows can stand for. */
import type { Release } from '../published.ts'
import { allUnsaid, type Group } from './groups.ts'
import { readRows } from './rows.ts'
import type { Space } from './space.ts'

export function classGroups(space: Space, release: Release): readonly Group[] {
  const found = new Map<string, Group>()
  for (const { labels, printed } of readRows(space.world, release)) {
    if (found.has(printed)) continue
    const cells = Uint8Array.from(space.cells, (cell) =>
      Object.entries(labels).every(([id, values]) => values.includes(cell.labels[id] ?? '')) ? 1 : 0,
    )
    found.set(printed, { name: `rows of ${printed}`, cells, by: [], unsaid: allUnsaid(space, cells) })
  }
  return [...found.values()]
}
