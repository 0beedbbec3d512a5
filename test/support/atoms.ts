import type { PlannedGroup } from '../../pipeline/disclosure/index.ts'
import { isIn, type Person } from './worlds.ts'

/** People whom the groups of some tables do not tell apart: the labels that they can have. */
export interface Atom {
  readonly labels: readonly Person['labels'][]
}

const LABELS: readonly Person['labels'][] = ['', 'a', 'b'].flatMap((v) =>
  ['', 'x', 'y'].flatMap((w) => ['p', 'q'].map((u) => ({ v, w, u }))),
)

const signature = (groups: readonly PlannedGroup[], labels: Person['labels']): string =>
  groups.map((group) => (isIn(group, { labels }) ? '1' : '0')).join('')

/** Every way to be in and out of some groups. */
export function atomsOf(groups: readonly PlannedGroup[]): readonly Atom[] {
  const found = new Map<string, Person['labels'][]>()
  for (const labels of LABELS) {
    const key = signature(groups, labels)
    found.set(key, [...(found.get(key) ?? []), labels])
  }
  return [...found.values()].map((labels) => ({ labels }))
}

export const isAtomIn = (group: PlannedGroup, { labels: [first = {}] }: Atom): boolean =>
  isIn(group, { labels: first })

export const isOf = ({ labels }: Atom, person: Person): boolean =>
  labels.some((own) => ['v', 'w', 'u'].every((name) => own[name] === person.labels[name]))

/** Some of the atoms, with a name. */
export interface Told {
  readonly name: string
  readonly those: readonly number[]
}

/** What tells the people of a group from others, as far as worlds have it. */
const tellingOf = ({ populations, without, values }: PlannedGroup): readonly string[] => [
  ...[...populations, ...without].map((id) => (id === 'across' ? 'u' : 'v')),
  ...Object.keys(values),
]

/** The groups that hang together by what they are told by; those of everybody hang together with all. */
export function tablesOf(groups: readonly PlannedGroup[]): readonly (readonly PlannedGroup[])[] {
  const telling = groups.filter((group) => tellingOf(group).length > 0)
  const everybody = groups.filter((group) => tellingOf(group).length === 0)
  const tables: { readonly names: Set<string>; readonly groups: PlannedGroup[] }[] = []
  for (const group of telling) {
    const names = new Set(tellingOf(group))
    const linked = tables.filter((table) => [...names].some((name) => table.names.has(name)))
    const joined = {
      names: new Set([...names, ...linked.flatMap((table) => [...table.names])]),
      groups: [...linked.flatMap((table) => table.groups), group],
    }
    for (const table of linked) tables.splice(tables.indexOf(table), 1)
    tables.push(joined)
  }
  return tables.length === 0 ? [everybody] : tables.map((table) => [...everybody, ...table.groups])
}

/** Each group, the others, each of two without and with the other, and what cannot be told apart further. */
export function toldAtoms(table: readonly PlannedGroup[], atoms: readonly Atom[]): readonly Told[] {
  const all = [...atoms.keys()]
  const inside = (group: PlannedGroup) => all.filter((at) => isAtomIn(group, atoms[at] ?? { labels: [] }))
  const made = new Map<string, Told>()
  const add = (those: readonly number[], name: string): void => {
    if (those.length > 0 && !made.has(those.join())) made.set(those.join(), { name, those })
  }
  for (const one of table) {
    const own = inside(one)
    add(own, one.id)
    add(
      all.filter((at) => !own.includes(at)),
      `not ${one.id}`,
    )
  }
  for (const one of table) {
    for (const other of table) {
      const others = inside(other)
      add(
        inside(one).filter((at) => !others.includes(at)),
        `${one.id} without ${other.id}`,
      )
      add(
        inside(one).filter((at) => others.includes(at)),
        `${one.id} and ${other.id}`,
      )
    }
  }
  const alike = (at: number) => signature(table, atoms[at]?.labels[0] ?? {})
  for (const at of all) {
    add(
      all.filter((other) => alike(other) === alike(at)),
      `alike ${at}`,
    )
  }
  return [...made.values()]
}
