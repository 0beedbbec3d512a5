/** Groups that the published rows tell: all of those whom a class of rows can stand for, by its labels and by who was asked. */
import type { Release } from '../published.ts'
import { allUnsaid, type Group } from './groups.ts'
import { classKey, readRows } from './rows.ts'
import { askedIn, type Cell, questionsIn, type Space } from './space.ts'

export function classGroups(space: Space, release: Release): readonly Group[] {
  const found = new Map<string, Group>()
  const routed = space.questions.filter(({ askedIf }) => questionsIn(space.world, askedIf).length === 0)
  for (const row of readRows(space.world, release)) {
    const key = classKey(space.world, row)
    if (found.has(key)) continue
    const { labels, views } = row
    const fits = (cell: Cell): boolean =>
      Object.entries(labels).every(([id, values]) => values.includes(cell.labels[id] ?? '')) &&
      routed.every((question) => {
        const view = views[question.id]
        if (view === undefined || view === 'withheld') return true
        return (view === 'not asked') !== askedIn(space, cell, question)
      })
    const cells = Uint8Array.from(space.cells, (cell) => (fits(cell) ? 1 : 0))
    found.set(key, { name: `rows of ${key}`, cells, by: [], unsaid: allUnsaid(space, cells) })
  }
  return [...found.values()]
}
