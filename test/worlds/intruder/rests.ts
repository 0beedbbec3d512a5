/**
 * The columns of tables, and groups that are told by what a table does not show: everybody, or a population, without all the
 * columns it shows. A rest follows by subtraction where each of these is within the whole or outside of it.
 */
import type { Figure, Members, Release } from '../published.ts'
import { keyOfMembers } from '../published.ts'
import { belongs } from './atoms.ts'
import { allUnsaid, type Group, leadingTo } from './groups.ts'
import { questionsIn, type Space } from './space.ts'

export function restsOf(space: Space, { figures }: Release): readonly Group[] {
  const shown = new Map<string, Map<string, Members>>()
  const all = new Map<string, Members>()
  const seenIn = new Map<string, Set<string>>()
  for (const figure of figures) {
    if (!isSeen(figure) || figure.question === undefined || !isKnown(space, figure.members)) continue
    const key = `${figure.question} ${figure.table}`
    const own = shown.get(key) ?? new Map<string, Members>()
    shown.set(key, own.set(keyOfMembers(figure.members), figure.members))
    all.set(keyOfMembers(figure.members), figure.members)
    const questions = seenIn.get(keyOfMembers(figure.members)) ?? new Set<string>()
    seenIn.set(keyOfMembers(figure.members), questions.add(figure.question))
  }
  const found = new Map<string, Group>()
  const add = (
    name: string,
    members: readonly Members[],
    followsIn: readonly string[],
    holds: (cell: number) => boolean,
  ): void => {
    const cells = Uint8Array.from(space.cells, (_, cell) => (holds(cell) ? 1 : 0))
    const by = [
      ...new Set(
        leadingTo(
          space.world,
          members.flatMap((one) => answersOf(space, one)),
        ),
      ),
    ].sort()
    if (cells.includes(1))
      found.set(`${Buffer.from(cells).toString('latin1')} ${by.join()}`, {
        name,
        cells,
        by,
        unsaid: allUnsaid(space, cells),
        followsIn,
      })
  }
  const inside = (members: Members) => space.cells.map((cell) => belongs(space, cell, members))
  const columns = new Map([...all].map(([key, members]) => [key, inside(members)]))
  for (const [key, members] of all)
    add(nameOf(members), [members], [...(seenIn.get(key) ?? [])], (cell) => columns.get(key)?.[cell] === true)
  for (const [table, own] of shown) {
    const question = table.split(' ')[0] ?? ''
    const parts = [...own.entries()]
    for (const [key, members] of all) {
      const others = parts.filter(([other]) => other !== key)
      if (others.length === 0) continue
      const rest = (cell: number): boolean =>
        columns.get(key)?.[cell] === true && !others.some(([other]) => columns.get(other)?.[cell] === true)
      const whole = columns.get(key) ?? []
      const isNested = others.every(([other]) => {
        const part = columns.get(other) ?? []
        const within = part.filter((isIn, cell) => isIn && whole[cell] === true).length
        return within === 0 || within === part.filter((isIn) => isIn).length
      })
      add(
        `${nameOf(members)} without ${others.map(([, one]) => nameOf(one)).join(', ')}`,
        [members, ...others.map(([, one]) => one)],
        isNested && seenIn.get(key)?.has(question) === true ? [question] : [],
        rest,
      )
    }
  }
  return [...found.values()]
}

const isSeen = ({ value, status }: Figure): boolean => value !== null || status === 'low' || status === 'z'

/** Whether what makes a column is told apart here. */
export const isKnown = (space: Space, members: Members): boolean =>
  answersOf(space, members).every((name) => space.classes.has(name))

const answersOf = ({ world }: Space, { populations, without }: Members): readonly string[] =>
  [...populations, ...without].flatMap((id) =>
    questionsIn(world, world.populations.find((one) => one.id === id)?.where),
  )

const nameOf = ({ populations, without, values }: Members): string =>
  [
    ...populations,
    ...without.map((id) => `not ${id}`),
    ...Object.entries(values).map(([name, labels]) => `${name}=${labels.join('/')}`),
  ].join('+') || 'everybody'
