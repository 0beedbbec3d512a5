import type { Id } from '../definition/index.ts'
import type { Row, Term } from '../solver/index.ts'
import type { Crossing } from './crossings.ts'
import type { PlannedQuestion, TabulationPlan } from './tabulation-plan.ts'

/** Stands for the base of a question where a row's label would. */
export const BASE = null

export type RowName = string | null

/** An unknown count: of a question, the people of a group (cells of a crossing) in one row or in the base. */
export interface CellName {
  readonly question: Id
  readonly crossing: number
  readonly cells: readonly number[]
  readonly row: RowName
}

/**
 * The unknown counts behind the tables of some questions, and every relation that holds between them
 * whatever the answers were. A count is a column; columns are made as they are asked for.
 */
export interface Structure {
  readonly questions: readonly PlannedQuestion[]
  readonly crossings: readonly Crossing[]
  readonly names: readonly CellName[]
  readonly relations: readonly Row[]
  /** Column of a count; made, with its relation to the finest cells, where there is none yet. */
  readonly column: (name: CellName) => number
  /** Columns of a group's nets are tied to its answers only once they are asked for. */
  readonly net: (name: CellName, members: readonly string[]) => number
}

const INFINITE = Number.POSITIVE_INFINITY

/**
 * Relations, question by question: rows of one choice add up to the base, ticks are at most the base, those of a
 * sub-theme at most those of its theme;
 * groups are sums of the finest cells; crossings agree in what they have in common, everybody at least; a
 * routed base is at most the count of answers that lead to it, and exactly that where its base is all who were asked
 * and there is but one condition.
 */
export function structureOf(
  plan: TabulationPlan,
  crossings: readonly Crossing[],
  questions: readonly Id[],
): Structure {
  const coded = plan.questions.filter(({ id }) => questions.includes(id))
  const names: CellName[] = []
  const relations: Row[] = []
  const known = new Map<string, number>()
  const fresh = (name: CellName): number => {
    names.push(name)
    return names.length - 1
  }
  const finest = (question: Id, crossing: number, cell: number, row: RowName): number =>
    named({ question, crossing, cells: [cell], row })
  const named = (name: CellName): number => {
    const key = keyOf(name)
    const found = known.get(key)
    if (found !== undefined) return found
    const column = fresh(name)
    known.set(key, column)
    if (name.cells.length !== 1) {
      const parts = name.cells.map((cell) => finest(name.question, name.crossing, cell, name.row))
      relations.push(sum(parts, column))
    }
    return column
  }
  const structure: Structure = {
    questions: coded,
    crossings,
    names,
    relations,
    column: named,
    net: (name, members) => {
      const key = `net ${keyOf(name)}`
      const found = known.get(key)
      if (found !== undefined) return found
      const column = fresh(name)
      known.set(key, column)
      const parts = members.map((row) => named({ ...name, row }))
      const question = coded.find(({ id }) => id === name.question)
      if (question?.rows === 'one') relations.push(sum(parts, column))
      else relations.push(...union(parts, column, named({ ...name, row: BASE })))
      return column
    },
  }
  for (const question of coded) {
    for (const [index, crossing] of crossings.entries()) {
      for (const cell of crossing.cells.keys()) {
        const base = finest(question.id, index, cell, BASE)
        const rows = question.answers.map((row) => finest(question.id, index, cell, row))
        if (question.rows === 'one') relations.push(sum(rows, base))
        else for (const row of rows) relations.push(atMost(row, [base]))
        for (const [part, whole] of Object.entries(question.within ?? {})) {
          relations.push(
            atMost(finest(question.id, index, cell, part), [finest(question.id, index, cell, whole)]),
          )
        }
      }
    }
  }
  for (const question of coded) {
    for (const row of [BASE, ...question.answers]) {
      for (const shared of sharedMargins(crossings)) {
        const [first, ...others] = shared.map(({ crossing, cells }) =>
          named({ question: question.id, crossing, cells, row }),
        )
        for (const other of others)
          if (first !== undefined && first !== other) relations.push(sum([other], first))
      }
    }
    for (const { question: before, answers } of question.askedIf) {
      if (!coded.some(({ id }) => id === before)) continue
      const exactly = question.base === 'asked' && question.askedIf.length === 1
      for (const [index, crossing] of crossings.entries()) {
        for (const cell of crossing.cells.keys()) {
          const base = finest(question.id, index, cell, BASE)
          const leading = answers.map((row) => finest(before, index, cell, row))
          relations.push(
            exactly && rowsOf(coded, before) === 'one' ? sum(leading, base) : atMost(base, leading),
          )
        }
      }
    }
  }
  return structure
}

const rowsOf = (questions: readonly PlannedQuestion[], id: Id) => questions.find((one) => one.id === id)?.rows

const keyOf = ({ question, crossing, cells, row }: CellName): string =>
  JSON.stringify([question, crossing, cells, row])

const sum = (parts: readonly number[], whole: number): Row => ({
  lower: 0,
  upper: 0,
  terms: [...parts.map((part): Term => [part, 1]), [whole, -1]],
})

const atMost = (one: number, others: readonly number[]): Row => ({
  lower: -INFINITE,
  upper: 0,
  terms: [[one, 1], ...others.map((other): Term => [other, -1])],
})

/** How many gave at least one of several answers: at least each, at most their sum, at most the base. */
const union = (parts: readonly number[], whole: number, base: number): readonly Row[] => [
  ...parts.map((part) => atMost(part, [whole])),
  atMost(whole, parts),
  atMost(whole, [base]),
]

interface Margin {
  readonly crossing: number
  readonly cells: readonly number[]
}

/** Groups that several crossings show: everybody, and each class of what two crossings have in common. */
function sharedMargins(crossings: readonly Crossing[]): readonly (readonly Margin[])[] {
  const classes = new Map<string, Margin[]>()
  for (const { variables, populations } of commons(crossings)) {
    for (const [index, crossing] of crossings.entries()) {
      if (!variables.every((name) => crossing.variables.includes(name))) continue
      if (!populations.every((id) => crossing.populations.includes(id))) continue
      const places = variables.map((name) => crossing.variables.indexOf(name))
      const byClass = new Map<string, number[]>()
      for (const [cell, { populations: of, values }] of crossing.cells.entries()) {
        const key = JSON.stringify([
          variables,
          populations,
          places.map((place) => values[place]),
          populations.filter((id) => of.includes(id)),
        ])
        byClass.set(key, [...(byClass.get(key) ?? []), cell])
      }
      for (const [key, cells] of byClass) {
        classes.set(key, [...(classes.get(key) ?? []), { crossing: index, cells }])
      }
    }
  }
  return [...classes.values()].filter(({ length }) => length > 1)
}

/** What each two crossings have in common, and nothing, which all have. */
function commons(crossings: readonly Crossing[]): readonly Pick<Crossing, 'variables' | 'populations'>[] {
  const pairs = crossings.flatMap((one, index) =>
    crossings.slice(index + 1).map((other) => ({
      variables: one.variables.filter((name) => other.variables.includes(name)),
      populations: one.populations.filter((id) => other.populations.includes(id)),
    })),
  )
  const all = [{ variables: [], populations: [] }, ...pairs]
  return [...new Map(all.map((common) => [JSON.stringify(common), common])).values()]
}
