import type { Column, LinearModel, Row, Term } from '../../solver/index.ts'
import { answersOf, hidesEnough } from './judge.ts'
import { type Key, keysOf } from './keys.ts'
import { isBlank } from './masks.ts'
import { ANSWER_COST, type Facet, type Part, type Problem } from './model.ts'
import { unitCost } from './plan.ts'

/** The integer program of a problem, and how to read a solution of it. */
export interface SuppressionProgram {
  readonly model: LinearModel
  readonly partsOf: (values: ArrayLike<number>) => readonly Part[]
}

/** A class that could be published, and the columns of the groups that could be in it. */
interface Candidate {
  readonly mask: number
  readonly members: { readonly group: number; column: number }[]
}

/**
 * Pattern-guided local suppression (Bredereck, Nichterlein, Niedermeier, Algorithms 6(4), 2013) as an integer
 * program: under which mask each group is published, whole, so that every class is empty or has at least
 * `minimumClass` responses and enough true values behind its blanks. With sensitive questions a class has enough
 * different answers, or withholds them at their cost where `withholding` is allowed. Rows and columns grow with groups times masks.
 */
export function suppressionProgram(problem: Problem, withholding: boolean): SuppressionProgram {
  const { counts, variables, labels, hidden, facets, limits } = problem
  const columns: Column[] = []
  const rows: Row[] = []
  const add = (column: Column): number => columns.push(column) - 1
  const binary = (): number => add({ lower: 0, upper: 1, integer: true })
  /** Responses that a group's column stands for. Groups stay whole: who of one is blanked would follow from nothing that may be told. */
  const unit = (group: number) => counts[group] ?? 0
  const parts: { group: number; mask: number; column: number }[] = []
  const candidates = candidatesOf(problem)
  for (const { mask, members } of candidates) {
    for (const member of members) {
      const { group } = member
      const cost = unit(group) * unitCost(problem, group, mask)
      member.column = add({ lower: 0, upper: 1, integer: true, cost })
      parts.push({ group, mask, column: member.column })
    }
  }
  const placed: Term[][] = Array.from({ length: problem.groups }, () => [])
  for (const { group, column } of parts) placed[group]?.push([column, 1])
  for (const terms of placed) rows.push({ lower: 1, upper: 1, terms })
  for (const { mask, members } of candidates) {
    const used = binary()
    for (const { column } of members)
      rows.push(
        atMost0([
          [column, 1],
          [used, -1],
        ]),
      )
    rows.push(
      atLeast0([
        ...members.map(({ group, column }): Term => [column, unit(group)]),
        [used, -limits.minimumClass],
      ]),
    )
    for (let variable = 0; variable < variables; variable += 1) {
      if (!isBlank(mask, variable)) continue
      const values = split(members, ({ group }) => [labels[group * variables + variable] ?? 0])
      different(values, hidden[variable] ?? 1, [[used, 1]])
    }
    for (const question of new Set(facets.map((facet) => facet.question))) withholdable(question, members)
  }
  return {
    model: { columns, rows },
    partsOf: (values) =>
      parts.flatMap(({ group, mask, column }) => {
        const count = Math.round(values[column] ?? 0) * unit(group)
        return count > 0 ? [{ group, mask, count }] : []
      }),
  }

  /** At least `fewest` of these lists of columns have one that is not 0, times what the terms of `when` come to. */
  function different(values: readonly (readonly number[])[], fewest: number, when: readonly Term[]): void {
    if (fewest < 2) return
    if (fewest === 2) {
      // Whatever value is left out, another is there.
      for (const own of values) {
        const others = new Set(values.filter((one) => one !== own).flat())
        rows.push(atLeast0([...[...others].map((column): Term => [column, 1]), ...negative(when)]))
      }
      return
    }
    const there = values.map((own) => {
      const column = binary()
      rows.push(atLeast0([...own.map((one): Term => [one, 1]), [column, -1]]))
      return column
    })
    rows.push(
      atLeast0([
        ...there.map((column): Term => [column, 1]),
        ...when.map(([column, factor]): Term => [column, -factor * fewest]),
      ]),
    )
  }

  /** The answers to a question: enough different ones with each group that has any, or all withheld. */
  function withholdable(question: number, members: Candidate['members']): void {
    const own = facets.filter((facet) => facet.question === question)
    const withheld = add({ lower: 0, upper: withholding ? 1 : 0, integer: true })
    const answers = members.map(({ group }) => answersOf(facets, question, group))
    const most = answers.reduce((sum, count) => sum + count, 0)
    const lost = add({ lower: 0, upper: most, cost: ANSWER_COST })
    rows.push({
      lower: Number.NEGATIVE_INFINITY,
      upper: most,
      terms: [
        ...members.map(({ column }, index): Term => [column, answers[index] ?? 0]).filter(([, n]) => n > 0),
        [withheld, most],
        [lost, -1],
      ],
    })
    for (const facet of own) {
      const values = split(members, ({ group }) => given(facet, group))
      for (const { group, column } of members) {
        const answered = given(facet, group)
        const told = facet.kind === 'tick' ? answered.includes(0) : answered.length > 0
        const fewest = facet.kind === 'tick' ? Math.min(2, limits.diversity) : limits.diversity
        if (told && answered.length < fewest)
          different(values, fewest, [
            [column, 1],
            [withheld, -1],
          ])
      }
    }
  }
}

/** Every class that a group needs or could help: those that could be safe, with a group that is not by itself. */
function candidatesOf(problem: Problem): readonly Candidate[] {
  const { groups, counts, masks, limits, facets } = problem
  const keyOf = keysOf(problem)
  const large = (group: number) => (counts[group] ?? 0) >= limits.minimumClass
  const candidates: Candidate[] = []
  for (let group = 0; group < groups; group += 1)
    if (large(group)) candidates.push({ mask: 0, members: [{ group, column: -1 }] })
  for (const mask of masks) {
    const classes = new Map<Key, number[]>()
    for (let group = 0; group < groups; group += 1) {
      const key = keyOf(group, mask)
      const own = classes.get(key)
      if (own === undefined) classes.set(key, [group])
      else own.push(group)
    }
    for (const own of classes.values()) {
      const size = own.reduce((sum, group) => sum + (counts[group] ?? 0), 0)
      const useful = facets.length > 0 || !own.every(large)
      if (useful && size >= limits.minimumClass && hidesEnough(problem, mask, own))
        candidates.push({ mask, members: own.map((group) => ({ group, column: -1 })) })
    }
  }
  return candidates
}

/** Values of a facet that anybody in a group has. */
const given = ({ values, counts }: Facet, group: number): readonly number[] =>
  Array.from({ length: values }, (_, value) => value).filter(
    (value) => (counts[group * values + value] ?? 0) > 0,
  )

/** Columns of members by the values they have. */
function split(
  members: Candidate['members'],
  valuesOf: (member: { readonly group: number }) => readonly number[],
): readonly (readonly number[])[] {
  const lists = new Map<number, number[]>()
  for (const member of members) {
    for (const value of valuesOf(member)) {
      const list = lists.get(value)
      if (list === undefined) lists.set(value, [member.column])
      else list.push(member.column)
    }
  }
  return [...lists.values()]
}

const negative = (terms: readonly Term[]): readonly Term[] =>
  terms.map(([column, factor]): Term => [column, -factor])
const atLeast0 = (terms: readonly Term[]): Row => ({
  lower: 0,
  upper: Number.POSITIVE_INFINITY,
  terms: summed(terms),
})
const atMost0 = (terms: readonly Term[]): Row => ({ lower: Number.NEGATIVE_INFINITY, upper: 0, terms })

/** Each column once. */
function summed(terms: readonly Term[]): readonly Term[] {
  const sums = new Map<number, number>()
  for (const [column, factor] of terms) sums.set(column, (sums.get(column) ?? 0) + factor)
  return [...sums].filter(([, factor]) => factor !== 0)
}
