import type { PlannedGroup, PlannedQuestion, TabulationPlan } from '../../pipeline/disclosure/index.ts'
import { type Ends, type Known, type Sum, tryEverything } from './brute-force.ts'
import { type allCounts, countOf, isIn, type Person, type World } from './worlds.ts'

type Count = ReturnType<typeof allCounts>[number]

/** People who can be told apart by the groups that tables show, and what can be known of one answer of theirs. */
export interface Learned {
  readonly question: string
  readonly group: string
  readonly row: string
  readonly base: Ends
  readonly count: Ends
  /** Those of them who are not in the row. */
  readonly others: Ends
  /** What is so. */
  readonly truth: { readonly base: number; readonly count: number }
}

interface Atom {
  readonly labels: Readonly<Record<string, string>>
}

/**
 * What follows from the counts that are seen about every group that can be told apart, by trying everything;
 * undefined where that is too much.
 */
export function learn({ plan, people }: World, seen: readonly Range[]): readonly Learned[] | undefined {
  const atoms = atomsOf(plan.groups)
  const unknown = new Map<string, number>()
  for (const one of plan.questions) {
    for (const atom of atoms.keys()) {
      const rows = one.rows === 'several' ? [null, ...one.answers] : one.answers
      for (const row of rows) unknown.set(key(one.id, atom, row), unknown.size)
    }
  }
  const columns = (one: PlannedQuestion, those: readonly number[], row: string | null): readonly number[] => {
    const parts = row === null ? (one.rows === 'several' ? [null] : one.answers) : (one.nets[row] ?? [row])
    return those.flatMap((atom) => parts.map((part) => unknown.get(key(one.id, atom, part)) ?? -1))
  }
  const membersOf = (group: PlannedGroup) =>
    [...atoms.keys()].filter((atom) => isIn(group, atoms[atom] ?? { labels: {} }))
  const facts = seen.flatMap(({ question, group, row, least, most }): readonly Known[] => {
    const one = plan.questions.find(({ id }) => id === question)
    const those = plan.groups.find(({ id }) => id === group)
    return one === undefined || those === undefined
      ? []
      : [{ of: columns(one, membersOf(those), row), least, most }]
  })
  const rules = plan.questions.flatMap((one) =>
    [...atoms.keys()].flatMap((atom) => rulesOf(plan, one, (of, row) => columns(of, [atom], row))),
  )
  const targets = told(plan.groups, atoms).flatMap(({ name, those }) =>
    plan.questions.flatMap((one) => one.answers.map((row) => ({ name, those, one, row }))),
  )
  const wanted = targets.flatMap(({ those, one, row }): readonly Sum[] => {
    const base = columns(one, those, null)
    const own = columns(one, those, row)
    return [{ of: base }, { of: own }, { of: base, less: own }]
  })
  const found = tryEverything(unknown.size, [...facts, ...rules], wanted)
  if (found === undefined) return undefined
  if (found === 'none') throw new Error('what is so must agree with what is seen')
  return targets.map(({ name, those, one, row }, index): Learned => {
    const ends = (place: number): Ends => found[3 * index + place] ?? [0, 0]
    const members = people.filter((person) => those.includes(atomOf(atoms, plan.groups, person)))
    return {
      question: one.id,
      group: name,
      row,
      base: ends(0),
      count: ends(1),
      others: ends(2),
      truth: { base: countOf(one, members, null), count: countOf(one, members, row) },
    }
  })
}

export interface Range extends Omit<Count, 'count'> {
  readonly least: number
  readonly most: number
}

export const exactly = (seen: readonly Count[]): readonly Range[] =>
  seen.map(({ count, ...of }) => ({ ...of, least: count, most: count }))

/** What whole percentages of bases that are seen say: the counts that print so, found by trying each. */
export const roundly = (seen: readonly Count[]): readonly Range[] =>
  seen.map(({ count, ...of }) => {
    const { count: base = count } =
      seen.find((one) => one.question === of.question && one.group === of.group && one.row === null) ?? {}
    const print = (tried: number) => Math.floor((200 * tried + base) / (2 * base))
    const fitting = Array.from({ length: base + 1 }, (_, tried) => tried).filter(
      (tried) => base === 0 || print(tried) === print(count),
    )
    return { ...of, least: Math.min(...fitting), most: Math.max(...fitting) }
  })

const key = (question: string, atom: number, row: string | null) => JSON.stringify([question, atom, row])
const signature = (groups: readonly PlannedGroup[], atom: Atom) =>
  groups.map((group) => (isIn(group, atom as Person) ? '1' : '0')).join('')

/** Every way to be in and out of the groups. */
function atomsOf(groups: readonly PlannedGroup[]): readonly Atom[] {
  const all = ['', 'a', 'b'].flatMap((v) =>
    ['', 'x', 'y'].flatMap((w) => ['p', 'q'].map((u): Atom => ({ labels: { v, w, u } }))),
  )
  return [...new Map(all.map((atom) => [signature(groups, atom), atom])).values()]
}

const atomOf = (atoms: readonly Atom[], groups: readonly PlannedGroup[], person: Person): number =>
  atoms.findIndex((atom) => signature(groups, atom) === signature(groups, person))

/** What holds whatever was answered: ticks are at most the base, who was routed gave the answer that leads there. */
function rulesOf(
  plan: TabulationPlan,
  one: PlannedQuestion,
  columns: (of: PlannedQuestion, row: string | null) => readonly number[],
): readonly Known[] {
  const most = Number.POSITIVE_INFINITY
  const ticks =
    one.rows === 'several'
      ? one.answers.map((row): Known => ({ of: columns(one, null), less: columns(one, row), least: 0, most }))
      : []
  const routed = one.askedIf.flatMap(({ question, answers }): readonly Known[] => {
    const before = plan.questions.find(({ id }) => id === question)
    if (before === undefined) return []
    const of = answers.flatMap((row) => columns(before, row))
    return [{ of, less: columns(one, null), least: 0, most: one.base === 'asked' ? 0 : most }]
  })
  return [...ticks, ...routed]
}

/** Each group, the others, each of two without and with the other, and what cannot be told apart further. */
function told(groups: readonly PlannedGroup[], atoms: readonly Atom[]) {
  const all = [...atoms.keys()]
  const inside = (group: PlannedGroup) => all.filter((atom) => isIn(group, atoms[atom] as Person))
  const made = new Map<string, { readonly name: string; readonly those: readonly number[] }>()
  const add = (those: readonly number[], name: string) => {
    if (those.length > 0 && !made.has(those.join())) made.set(those.join(), { name, those })
  }
  for (const one of groups) {
    add(inside(one), one.id)
    add(
      all.filter((atom) => !inside(one).includes(atom)),
      `not ${one.id}`,
    )
  }
  const kinds = groups.filter(({ values }) => Object.keys(values).length > 0)
  // Variables crossed with a population bring all populations into the same crossing.
  const isOneTable =
    kinds.length === 0 ||
    kinds.some(({ populations }) => populations.length > 0) ||
    groups.every((group) => group.id === 'all' || kinds.includes(group))
  for (const one of groups) {
    for (const other of groups) {
      if (!isOneTable && kinds.includes(one) !== kinds.includes(other)) continue
      add(
        inside(one).filter((atom) => !inside(other).includes(atom)),
        `${one.id} without ${other.id}`,
      )
      add(
        inside(one).filter((atom) => inside(other).includes(atom)),
        `${one.id} and ${other.id}`,
      )
    }
  }
  // What tables of one crossing cannot tell apart further; of several crossings, each by itself.
  for (const table of isOneTable ? [groups] : [kinds, groups.filter((group) => !kinds.includes(group))]) {
    const alike = (atom: number) => signature(table, atoms[atom] as Atom)
    for (const atom of all) {
      add(
        all.filter((other) => alike(other) === alike(atom)),
        `alike ${atom}`,
      )
    }
  }
  return [...made.values()]
}

/** What the rules ask, word for word: of the true counts, what must stay uncertain. */
export function broken(
  { minimum_base, unanimity_below, values_left, small_counts }: TabulationPlan['rules'],
  { truth, count, others }: Learned,
): readonly string[] {
  if (truth.base < 1 || truth.count < 1) return []
  const [least, most] = count
  const values = most - least + 1
  return [
    ...(truth.base < minimum_base && values < Math.min(values_left, truth.base + 1) ? ['small group'] : []),
    ...(truth.count <= small_counts && (least > 0 || most <= small_counts) ? ['small count'] : []),
    ...(truth.count === truth.base && truth.base < unanimity_below && others[1] < 1 ? ['same answer'] : []),
  ]
}

/** What an intruder knows to be forbidden, who does not know the true counts. */
export function suspected(
  { minimum_base, unanimity_below, values_left, small_counts }: TabulationPlan['rules'],
  { base, count, others }: Learned,
): readonly string[] {
  const needed = Math.min(values_left, Math.max(1, base[0]) + 1)
  return [
    ...(base[1] >= 1 && base[1] < minimum_base && count[1] >= 1 && count[1] - count[0] + 1 < needed
      ? ['small group']
      : []),
    ...(count[0] >= 1 && count[1] <= small_counts ? ['small count'] : []),
    ...(base[0] >= 1 && base[1] < unanimity_below && others[1] === 0 ? ['same answer'] : []),
  ]
}
