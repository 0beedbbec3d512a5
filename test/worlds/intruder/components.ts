import type { Question, World } from '../model.ts'
import type { Release } from '../published.ts'
import { questionsIn } from './space.ts'

/** Questions that conditions tie together, by routing, bases or populations; each part is looked at by itself. */
export function componentsOf(world: World, { figures }: Release): readonly (readonly Question[])[] {
  const closed = world.questions.filter(({ kind }) => kind !== 'open')
  const root = new Map(closed.map(({ id }) => [id, id]))
  const find = (id: string): string => {
    const up = root.get(id) ?? id
    return up === id ? id : find(up)
  }
  const tie = (one: string, other: string): void => {
    root.set(find(one), find(other))
  }
  for (const { id, askedIf, base } of closed) {
    for (const other of questionsIn(world, askedIf)) tie(id, other)
    if (typeof base !== 'string') for (const other of questionsIn(world, base)) tie(id, other)
  }
  for (const { question, members } of figures) {
    if (question === undefined) continue
    for (const id of [...members.populations, ...members.without]) {
      const where = world.populations.find((one) => one.id === id)?.where
      for (const other of questionsIn(world, where)) tie(question, other)
    }
  }
  const parts = new Map<string, Question[]>()
  for (const question of closed) {
    const key = find(question.id)
    parts.set(key, [...(parts.get(key) ?? []), question])
  }
  return [...parts.values()]
}
