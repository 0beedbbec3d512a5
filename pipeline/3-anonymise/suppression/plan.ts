import { answersOf, isPoor } from './judge.ts'
import { type Key, keysOf } from './keys.ts'
import { isBlank } from './masks.ts'
import { ANSWER_COST, type Part, type Problem } from './model.ts'

/** What is published together: equal visible labels under one mask. */
export interface PlannedClass {
  readonly key: Key
  readonly mask: number
  readonly size: number
  readonly groups: readonly number[]
}

/** How every response is published. */
export interface Plan {
  /** Together all responses of all groups, in the order of groups, then masks. */
  readonly parts: readonly Part[]
  /** For each sensitive question the classes whose answers are withheld. */
  readonly withheld: readonly ReadonlySet<Key>[]
  readonly cost: number
}

/** A plan of these parts: which answers must be withheld follows from them. */
export function planOf(problem: Problem, parts: readonly Part[]): Plan {
  const ordered = merged(parts)
  const questions = [...new Set(problem.facets.map(({ question }) => question))]
  let cost = 0
  for (const { group, mask, count } of ordered) cost += count * unitCost(problem, group, mask)
  const classes = questions.length === 0 ? [] : classesOf(problem, ordered)
  const withheld: ReadonlySet<Key>[] = []
  for (const question of questions) withheld[question] = withhold(problem, question, classes)
  for (const { key, groups } of classes) {
    for (const question of questions) {
      if (withheld[question]?.has(key) !== true) continue
      for (const group of groups) cost += ANSWER_COST * answersOf(problem.facets, question, group)
    }
  }
  return { parts: ordered, withheld, cost }
}

/** What it costs to publish one response of a group under a mask. */
export function unitCost({ costs, variables }: Problem, group: number, mask: number): number {
  let cost = 0
  for (let variable = 0; variable < variables; variable += 1)
    if (isBlank(mask, variable)) cost += costs[group * variables + variable] ?? 0
  return cost
}

/** The classes that these parts make, in the order of their first groups. */
export function classesOf(problem: Problem, parts: readonly Part[]): readonly PlannedClass[] {
  const keyOf = keysOf(problem)
  const classes = new Map<Key, { key: Key; mask: number; size: number; groups: number[] }>()
  for (const { group, mask, count } of parts) {
    const key = keyOf(group, mask)
    const found = classes.get(key)
    if (found === undefined) classes.set(key, { key, mask, size: count, groups: [group] })
    else {
      found.size += count
      found.groups.push(group)
    }
  }
  return [...classes.values()]
}

/**
 * The classes whose answers to a question are withheld: those that give their members away, or that are too
 * small all the same; and with them, smallest first, as many others as it takes that those withheld do not all
 * have said the same.
 */
function withhold(
  { facets, limits }: Problem,
  question: number,
  classes: readonly PlannedClass[],
): ReadonlySet<Key> {
  const own = facets.filter((facet) => facet.question === question)
  const told = (groups: readonly number[], fewest: number) =>
    own.some((facet) => isPoor(facet, groups, fewest))
  const answers = ({ groups }: PlannedClass) =>
    groups.reduce((sum, group) => sum + answersOf(own, question, group), 0)
  const withheld = classes.filter(
    (one) => answers(one) > 0 && (one.size < limits.minimumClass || told(one.groups, limits.diversity)),
  )
  const keys = new Set(withheld.map(({ key }) => key))
  const behind = withheld.flatMap(({ groups }) => groups)
  const others = classes
    .filter((one) => !keys.has(one.key) && answers(one) > 0)
    .map((one) => ({ one, answers: answers(one) }))
    .sort((a, b) => a.answers - b.answers || compare(a.one.key, b.one.key))
  for (const { one } of others) {
    if (!told(behind, limits.valuesBehindABlank)) break
    keys.add(one.key)
    behind.push(...one.groups)
  }
  return keys
}

const compare = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0)

/** Each group and mask once, in order. */
function merged(parts: readonly Part[]): readonly Part[] {
  const sorted = [...parts].sort((a, b) => a.group - b.group || a.mask - b.mask)
  const together: Part[] = []
  for (const part of sorted) {
    const last = together.at(-1)
    if (part.count === 0) continue
    if (last?.group === part.group && last.mask === part.mask)
      together[together.length - 1] = { ...part, count: last.count + part.count }
    else together.push(part)
  }
  return together
}
