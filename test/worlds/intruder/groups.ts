/** Groups that somebody can point at: told by up to three things that others can know. */
import type { Release } from '../published.ts'
import { type Cell, holdsIn, inPopulation, type Space } from './space.ts'

export interface Group {
  readonly name: string
  /** Cell -> whether it is in the group. */
  readonly cells: Uint8Array
  /** Questions whose own answers make the group. */
  readonly by: readonly string[]
  /** Whether it is told by what was left unsaid: nobody else can point at it. */
  readonly unsaid: boolean
  /** Questions of which something follows of it from sums of figures: then several counts must be possible, else at least two. */
  readonly followsIn?: readonly string[]
}

interface Told {
  readonly name: string
  /** What it is a condition on: of two on the same, the second adds nothing that is looked for. */
  readonly on: string
  readonly by: readonly string[]
  readonly unsaid: boolean
  readonly holds: (cell: Cell) => boolean
}

export function groupsOf(space: Space, { rows }: Pick<Release, 'rows'>): readonly Group[] {
  const told = conditions(space, new Set(rows?.columns.map((name) => name.replace(/_\d+$/, ''))))
  const bits = told.map(({ holds }) => Uint8Array.from(space.cells, (cell) => (holds(cell) ? 1 : 0)))
  const found = new Map<string, Group>()
  const add = (those: readonly number[]): void => {
    const cells = Uint8Array.from(space.cells, (_, cell) =>
      those.every((one) => bits[one]?.[cell] === 1) ? 1 : 0,
    )
    if (!cells.includes(1)) return
    const by = [...new Set(those.flatMap((one) => told[one]?.by ?? []))].sort()
    const unsaid = those.some((one) => told[one]?.unsaid === true) || allUnsaid(space, cells)
    const key = `${Buffer.from(cells).toString('latin1')} ${by.join()}`
    if (found.has(key)) return
    const name = those.map((one) => told[one]?.name ?? '').join(' and ') || 'everybody'
    found.set(key, { name, cells, by, unsaid })
  }
  add([])
  const apart = (one: number, other: number): boolean => told[one]?.on !== told[other]?.on
  for (const first of told.keys()) {
    add([first])
    for (const second of told.keys()) {
      if (second <= first || !apart(first, second)) continue
      add([first, second])
      for (const third of told.keys()) {
        if (third <= second || !apart(first, third) || !apart(second, third)) continue
        add([first, second, third])
      }
    }
  }
  return [...found.values()]
}

/**
 * Whether nobody of a group stated some variable: then it is they who left it unsaid, whatever its name. A value that nobody
 * stated at all stands in no table, which says so.
 */
export const allUnsaid = (space: Space, cells: Uint8Array): boolean => {
  const { variables } = space.world
  const stated = statedIn(space.world)
  const isListed = ({ labels }: Cell) => variables.every(({ id }) => stated.has(`${id} ${labels[id] ?? ''}`))
  return variables.some(({ id }) =>
    space.cells.every((cell, index) => cells[index] !== 1 || !isListed(cell) || cell.labels[id] === ''),
  )
}

const known = new WeakMap<Space['world'], ReadonlySet<string>>()

function statedIn(world: Space['world']): ReadonlySet<string> {
  const found =
    known.get(world) ??
    new Set(
      world.variables.flatMap(({ id }) => world.people.map(({ values }) => `${id} ${values[id] ?? ''}`)),
    )
  known.set(world, found)
  return found
}

/** Questions, and those whose answers lead to them: who is asked the one has answered the other so. */
export function leadingTo({ questions }: Space['world'], named: readonly string[]): readonly string[] {
  const all = new Set(named)
  for (const id of all)
    for (const name of Object.keys(questions.find((one) => one.id === id)?.askedIf ?? {}))
      if (questions.some((one) => one.id === name)) all.add(name)
  return [...all]
}

/** `seen`: questions whose answers rows show. Who gave them nobody else knows, and rows say the rest of such a row anyway. */
function conditions(space: Space, seen: ReadonlySet<string>): readonly Told[] {
  const { world, classes, questions } = space
  const values = world.variables.flatMap(({ id, values: labels }) =>
    ['', ...labels].map(
      (label): Told => ({
        name: `${id}=${label === '' ? '(none)' : label}`,
        on: id,
        by: [],
        unsaid: label === '',
        holds: (cell) => cell.labels[id] === label,
      }),
    ),
  )
  const channels =
    world.files.length < 2
      ? []
      : world.files.map(
          ({ channel }, file): Told => ({
            name: `channel=${channel}`,
            on: 'channel',
            by: [],
            unsaid: false,
            holds: (cell) => cell.file === file,
          }),
        )
  const populations = world.populations.flatMap(({ id, where }) => {
    if (where === undefined) return []
    const by = leadingTo(
      world,
      Object.keys(where).filter((name) => world.questions.some((question) => question.id === name)),
    )
    if (!by.every((name) => questions.some((question) => question.id === name))) return []
    const inside = { on: `population ${id}`, by, unsaid: false }
    return [
      { ...inside, name: id, holds: (cell: Cell) => inPopulation(space, cell, id) },
      { ...inside, name: `not ${id}`, holds: (cell: Cell) => !inPopulation(space, cell, id) },
    ]
  })
  const routed = questions.flatMap(({ id, askedIf, base }) =>
    [askedIf, typeof base === 'string' ? undefined : base].flatMap((condition): readonly Told[] => {
      const by = leadingTo(
        world,
        Object.keys(condition ?? {}).filter((name) => classes.has(name)),
      )
      if (condition === undefined || by.every((id) => seen.has(id))) return []
      const rule = { on: `rule ${JSON.stringify(condition)}`, by, unsaid: false }
      return [
        { ...rule, name: `those whom ${id} is for`, holds: (cell) => holdsIn(space, cell, condition) },
        { ...rule, name: `those whom ${id} is not for`, holds: (cell) => !holdsIn(space, cell, condition) },
      ]
    }),
  )
  return [...values, ...channels, ...populations, ...routed]
}
