import type { TableColumn } from '../../artefacts.ts'
import type { Id } from '../../definition/index.ts'
import { NO_REPLY, type TabulationPlan } from '../../disclosure/index.ts'
import { countsAnswers } from '../shown-counts.ts'
import { isPrimary } from '../suppression/primary.ts'
import type { Seen, SeenCounts, SeenGroup } from './seen.ts'

/** Hidden groups of a table that are shown as one, told apart by one variable. */
export interface Together {
  readonly variable: Id
  /** The first column of each, in the order of the table. */
  readonly members: readonly TableColumn[]
  /** Where the last column of them and of those shown beside them stands. */
  readonly last: number
  /** What remains of the larger group. */
  readonly counts: SeenGroup
}

/** A group of a breakdown, with the places of its columns. */
interface Sibling {
  readonly column: TableColumn
  readonly group: NonNullable<TableColumn['group']>
  readonly places: readonly number[]
  readonly hidden: boolean
}

/**
 * Hidden groups of a breakdown of which the sum follows from what is shown anyway: they and the groups shown beside them
 * are everybody of a larger group, and its figures and theirs are shown. At least two are hidden, and no group is in two
 * of these. What remains is never few people nor of one answer, for such a group would follow; it is looked at all the
 * same.
 */
export function foundTogether(
  { made, released }: Seen,
  seen: SeenCounts,
  plan: TabulationPlan,
): readonly Together[] {
  const { question, kind } = made
  if (question === undefined || kind !== 'breakdown' || !countsAnswers(made)) return []
  const siblings = siblingsIn(released.columns)
  const variables = new Set(siblings.flatMap(({ group }) => Object.keys(group.values)))
  // The variable named last comes first: "North, A" and "North, B" are of the North.
  const possible = [...variables].reverse().flatMap((variable) =>
    alike(siblings, variable).flatMap((some) => {
      const members = some.filter(({ hidden }) => hidden)
      const larger = largerThan(some[0], variable)
      if (larger === undefined || members.length < 2) return []
      const shown = some.filter(({ hidden }) => !hidden).map(({ group }) => seen(question, group))
      const counts = remainder(seen(question, larger), shown)
      if (counts === undefined || !isSafe(counts, question, plan)) return []
      return [{ variable, members, last: Math.max(...some.flatMap(({ places }) => places)), counts }]
    }),
  )
  return apart(possible).map((one) => ({ ...one, members: one.members.map(({ column }) => column) }))
}

/** Those of most groups first, and none with a group that is in one of these. */
function apart<One extends { readonly members: readonly Sibling[] }>(
  possible: readonly One[],
): readonly One[] {
  const taken = new Set<Sibling>()
  return [...possible]
    .sort((one, other) => other.members.length - one.members.length)
    .filter(({ members }) => {
      if (members.some((member) => taken.has(member))) return false
      for (const member of members) taken.add(member)
      return true
    })
}

function siblingsIn(columns: readonly TableColumn[]): readonly Sibling[] {
  const found = new Map<string, Sibling>()
  for (const [place, column] of columns.entries()) {
    const { population, group, base } = column
    if (group === undefined) continue
    const before = found.get(population) ?? { column, group, places: [], hidden: base === null }
    found.set(population, { ...before, places: [...before.places, place] })
  }
  return [...found.values()]
}

/** Groups that only the value of a variable tells apart. */
function alike(siblings: readonly Sibling[], variable: Id): readonly (readonly Sibling[])[] {
  const found = new Map<string, Sibling[]>()
  for (const one of siblings) {
    if (!Object.hasOwn(one.group.values, variable)) continue
    const key = JSON.stringify(largerThan(one, variable))
    found.set(key, [...(found.get(key) ?? []), one])
  }
  return [...found.values()]
}

/** The group that groups told apart by a variable are everybody of. */
function largerThan(sibling: Sibling | undefined, variable: Id): Sibling['group'] | undefined {
  if (sibling === undefined) return undefined
  const { [variable]: _, ...values } = sibling.group.values
  return { ...sibling.group, values }
}

/** A larger group less those shown; a row of which one is hidden is left out. */
function remainder(
  larger: SeenGroup | undefined,
  shown: readonly (SeenGroup | undefined)[],
): SeenGroup | undefined {
  const others = shown.flatMap((one) => one ?? [])
  if (larger === undefined || others.length < shown.length) return undefined
  return {
    base: others.reduce((rest, { base }) => rest - base, larger.base),
    rows: new Map(
      [...larger.rows].flatMap(([row, count]) =>
        others.every(({ rows }) => rows.has(row))
          ? [[row, others.reduce((rest, { rows }) => rest - (rows.get(row) ?? 0), count)] as const]
          : [],
      ),
    ),
  }
}

function isSafe({ base, rows }: SeenGroup, question: string, { questions, rules }: TabulationPlan): boolean {
  const planned = questions.find(({ id }) => id === question)
  if (planned === undefined || base < Math.max(1, rules.minimum_base)) return false
  if (planned.answers.includes(NO_REPLY) && !rows.has(NO_REPLY)) return false
  // A total is everybody, and no answer; so may a net be.
  const answers = new Map([...rows].filter(([row]) => planned.answers.includes(row)))
  const answered = base - (rows.get(NO_REPLY) ?? 0)
  return (
    !isPrimary({ base, answered, rows: answers }, planned, rules) &&
    [...rows.values()].every((count) => count === 0 || count > rules.small_counts)
  )
}
