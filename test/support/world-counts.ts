import type { PublishedFigure } from '../../pipeline/attack/published.ts'
import {
  type CrossingCell,
  crossingOf,
  type InnerCounts,
  type PlannedQuestion,
  ROW_CLASS,
  wholeSpan,
} from '../../pipeline/disclosure/index.ts'
import { groupOf } from './plans.ts'
import { isIn, type Person, type World } from './worlds.ts'

/** Whether somebody counts in a row; null is the base. A net is its answers. */
const counts = (one: PlannedQuestion, { rows }: Person, row: string | null): boolean => {
  const own = rows[one.id]
  if (own === undefined) return false
  return row === null || (one.nets[row] ?? [row]).some((answer) => own.includes(answer))
}

export const countOf = (one: PlannedQuestion, people: readonly Person[], row: string | null): number =>
  people.filter((person) => counts(one, person, row)).length

/** Every count that tables would show if nothing were hidden. */
export const allCounts = ({ plan: { questions, groups }, people }: World) =>
  questions.flatMap((one) =>
    groups.flatMap((group) => {
      const members = people.filter((person) => isIn(group, person))
      return [null, ...one.answers, ...Object.keys(one.nets)].map((row) => ({
        question: one.id,
        group: group.id,
        row,
        count: countOf(one, members, row),
      }))
    }),
  )

/**
 * What the protector is given of a world: one crossing of everything that tables tell people apart by, with the cells that
 * people are in, and true counts in each. With `rows` everybody's row is published too, all in one class.
 */
export const innerOf = ({ plan, people }: World, rows?: 'rows'): readonly InnerCounts[] => {
  const { variables, populations } = wholeSpan(plan)
  const span = { populations, variables: rows === undefined ? variables : [...variables, ROW_CLASS] }
  const byCell = new Map<string, { readonly cell: CrossingCell; readonly members: Person[] }>()
  for (const person of people) {
    const cell = {
      populations: span.populations.filter((id) => isIn(groupOf(id), person)),
      values: span.variables.map((name) => (name === ROW_CLASS ? '1' : (person.labels[name] ?? ''))),
    }
    const key = JSON.stringify(cell)
    const found = byCell.get(key) ?? { cell, members: [] }
    found.members.push(person)
    byCell.set(key, found)
  }
  const cells = [...byCell].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, found]) => found)
  const crossing = crossingOf(
    plan.groups,
    span,
    cells.map(({ cell }) => cell),
  )
  const list = (one: PlannedQuestion, row: string | null) =>
    cells.map(({ members }) => countOf(one, members, row))
  const questions = new Map(
    plan.questions.map((one) => [
      one.id,
      { base: list(one, null), rows: new Map(rowsOf(one).map((row) => [row, list(one, row)])) },
    ]),
  )
  const everybody = cells.map(({ members }) => members.length)
  return [{ crossing, people: everybody, measures: new Map(), questions }]
}

/** A net of one choice is the sum of its answers; of several it is counted. */
const rowsOf = ({ rows, answers, nets }: PlannedQuestion): readonly string[] =>
  rows === 'one' ? answers : [...answers, ...Object.keys(nets)]

/** No row leaves beside the tables. */
export const NO_ROWS = {
  measured: [],
  classes: { withheld: new Map(), leftOut: new Set<string>(), sides: [] },
  settled: [],
  rates: [],
  conditions: { of: new Map(), populations: new Map(), oneFile: true },
  rowsGiveWay: false,
  given: [],
}

export type Count = ReturnType<typeof allCounts>[number]
export type Hidden = (count: Omit<Count, 'count'>) => boolean

/** What is seen of a world: a base of nobody always, nothing of a base that is hidden. */
export function seenCounts(world: World, hidden: Hidden): readonly Count[] {
  const all = allCounts(world)
  const bases = new Map(
    all
      .filter(({ row }) => row === null)
      .map((count) => [JSON.stringify([count.question, count.group]), count]),
  )
  return all.filter((count) => {
    const base = bases.get(JSON.stringify([count.question, count.group]))
    if (base === undefined) return false
    if (base.count === 0) return count.row === null && !hidden(base)
    return base.count >= world.plan.rules.minimum_base && !hidden({ ...base }) && !hidden(count)
  })
}

/** The same as figures of the table of each question. */
export function figuresOf(
  seen: readonly Count[],
  statistic: 'count' | 'percent' = 'count',
): readonly PublishedFigure[] {
  const baseOf = ({ question: id, group }: Count) =>
    seen.find((one) => one.question === id && one.group === group && one.row === null)?.count ?? 0
  return seen.map((count): PublishedFigure => {
    const base = baseOf(count)
    const none = base === 0
    const value = statistic === 'count' ? count.count : Math.floor((200 * count.count + base) / (2 * base))
    return {
      table: count.question,
      population: count.group,
      row: count.row ?? 'Total',
      statistic,
      value: none ? '' : String(value),
      status: none ? 'z' : '',
      base: String(base),
    }
  })
}
