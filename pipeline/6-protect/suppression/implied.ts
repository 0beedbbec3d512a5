import {
  type ColumnFamily,
  combinationsIn,
  impliedSets,
  type PlannedQuestion,
  populationsMadeOf,
} from '../../disclosure/index.ts'
import { knownEmpty, withOwnSiblings } from './cells.ts'
import { answeredIn, classColumns, type PlannedColumn, plannedColumns, toldByRows } from './columns.ts'
import type { SuppressionInput } from './model.ts'

/** People of whom something follows from the columns of a question, though no column need show them. */
export interface ImpliedGroup {
  readonly crossing: number
  readonly cells: readonly number[]
  readonly description: string
  /** Told by what they did not state at most: whoever is not "Lower" may have stated another value, or none. */
  readonly pointable?: true
  /** Columns that it follows from, as far as they can be hidden; none of a group that nothing was seen to tell. */
  readonly from: readonly PlannedColumn[]
}

/** Whether a column is hidden as a whole. */
export type HiddenColumns = (column: PlannedColumn) => boolean

export interface ImpliedGroups {
  readonly groups: readonly ImpliedGroup[]
  /** Whether all were found. */
  readonly complete: boolean
}

/**
 * The groups of a question that follow from its planned columns, but those that are `hidden`, and the classes of the published
 * rows, of fewer than `below` people who answered. Left out: what the published rows show by themselves, which is judged there; and
 * populations that are made of answers to this question, which are how it came out and tell nobody apart.
 */
export function impliedGroups(
  input: SuppressionInput,
  question: PlannedQuestion,
  below: number,
  hidden: HiddenColumns,
): ImpliedGroups {
  const planned = tellingColumns(input, question).filter((column) => !hidden(column))
  const classes = classColumns(input, question.id)
  const isTold = toldByRows(input, question.id)
  const siblings = withOwnSiblings(input, question.id)
  const isEmpty = knownEmpty(input, question.id)
  const groups: ImpliedGroup[] = []
  let complete = true
  for (const [crossing, { crossing: of, questions }] of input.inner.entries()) {
    const people = answeredIn(questions.get(question.id))
    const own = planned.filter((column) => column.crossing === crossing)
    const known = classes.filter((column) => column.crossing === crossing).map(({ cells }) => cells)
    const family: ColumnFamily = { columns: [...own.map(({ cells }) => cells), ...known], people }
    const found = impliedSets(family, below - 1)
    complete &&= found.complete
    if (found.sets.length === 0) continue
    const extended = siblings[crossing] ?? ((cells: readonly number[]) => cells)
    const combination = combinationsIn(family)
    const empty = [...people.keys()].filter(
      (cell) => people[cell] === 0 && isEmpty[crossing]?.(cell) !== true,
    )
    for (const cells of found.sets) {
      const made = combination(cells)
      // Cells in which somebody could be, though nobody is: what is told is told of them, too.
      const told = empty.filter((cell) => made?.times(cell) === 1)
      const all = [...new Set([...extended(cells), ...told])].sort((one, other) => one - other)
      if (isTold(crossing, all)) continue
      // Where they are taken otherwise than once, nothing follows exactly.
      const isExact = empty.every((cell) => (made?.times(cell) ?? 0) <= 1)
      const from = isExact ? (made?.columns ?? []).flatMap((column) => own[column] ?? []) : []
      groups.push({ crossing, cells: all, description: describe(own, cells, of.cells.length), from })
    }
  }
  return { groups, complete }
}

/** The planned columns as groups, but those whose figures the published rows tell by themselves. */
export function plannedGroups(input: SuppressionInput, question: PlannedQuestion): readonly ImpliedGroup[] {
  const isTold = toldByRows(input, question.id)
  return tellingColumns(input, question)
    .filter(({ crossing, cells }) => !isTold(crossing, cells))
    .map(({ crossing, cells, groups: [description = ''] }) => ({ crossing, cells, description, from: [] }))
}

/** The columns of populations that are made of answers to the question: they tell nobody apart, but show small counts. */
export function answerGroups(input: SuppressionInput, question: PlannedQuestion): readonly ImpliedGroup[] {
  const telling = new Set(tellingColumns(input, question))
  return plannedColumns(input, question.id)
    .filter((column) => !telling.has(column))
    .map(({ crossing, cells, groups: [description = ''] }) => ({ crossing, cells, description, from: [] }))
}

/**
 * Groups of any size in which a small count would show, of the columns that are not hidden: what is left of one when another
 * that lies within it is taken away, and what is left between such a rest and a further column. The second are also the people
 * who are in two columns at once, where these hold everybody of a third: the two together less the third.
 */
export function largeGroups(
  input: SuppressionInput,
  question: PlannedQuestion,
  hidden: HiddenColumns,
): readonly ImpliedGroup[] {
  const columns = tellingColumns(input, question).filter((column) => !hidden(column))
  return input.inner.flatMap((_, crossing) => {
    const own = columns.flatMap((one): readonly Part[] =>
      one.crossing === crossing ? [partOf(one.cells, one.groups[0] ?? '')] : [],
    )
    const rests = restsBetween(own, own)
    const found = distinctParts([...rests, ...restsBetween(own, rests), ...restsBetween(rests, own)])
    return found.map(({ cells, name }) => ({ crossing, cells: [...cells], description: name, from: [] }))
  })
}

/** Cells of a crossing under a name. */
interface Part {
  readonly cells: ReadonlySet<number>
  readonly name: string
}

const partOf = (cells: readonly number[], name: string): Part => ({ cells: new Set(cells), name })

/** What is left of each part when another that lies within it is taken away; nothing twice. */
function restsBetween(parts: readonly Part[], within: readonly Part[]): readonly Part[] {
  return distinctParts(
    parts.flatMap((one) =>
      within.flatMap((other): readonly Part[] => {
        if (other.cells.size >= one.cells.size) return []
        for (const cell of other.cells) if (!one.cells.has(cell)) return []
        const rest = [...one.cells].filter((cell) => !other.cells.has(cell))
        return [partOf(rest, `${one.name} without ${other.name}`)]
      }),
    ),
  )
}

function distinctParts(parts: readonly Part[]): readonly Part[] {
  const found = new Map<string, Part>()
  for (const part of parts) {
    const key = [...part.cells].sort((one, other) => one - other).join()
    if (!found.has(key)) found.set(key, part)
  }
  return [...found.values()]
}

/** The planned columns that tell people apart: not those of populations made of answers to the question itself. */
function tellingColumns(input: SuppressionInput, { id }: PlannedQuestion): readonly PlannedColumn[] {
  const made = populationsMadeOf(input.plan, id)
  return plannedColumns(input, id).filter(
    ({ groups }) => !groups.some((group) => restsOn(input, group, made)),
  )
}

function restsOn({ plan }: SuppressionInput, group: string, made: ReadonlySet<string>): boolean {
  const planned = plan.groups.find(({ id }) => id === group)
  return [...(planned?.populations ?? []), ...(planned?.without ?? [])].some((id) => made.has(id))
}

/** A group in words: a column, one less another, or the columns that it is within. */
function describe(columns: readonly PlannedColumn[], cells: readonly number[], all: number): string {
  const inside = new Set(cells)
  const nameOf = ({ groups }: PlannedColumn) => groups[0] ?? ''
  const same = columns.find(
    (one) => one.cells.length === cells.length && one.cells.every((cell) => inside.has(cell)),
  )
  if (same !== undefined) return nameOf(same)
  const around = columns
    .filter((one) => cells.every((cell) => one.cells.includes(cell)))
    .sort((one, other) => one.cells.length - other.cells.length)
  const [least] = around
  if (least === undefined) return `${all === 0 ? 'nobody' : 'people told apart by several columns'}`
  const rest = new Set(least.cells.filter((cell) => !inside.has(cell)))
  const taken: PlannedColumn[] = []
  for (const one of [...columns].sort((a, b) => b.cells.length - a.cells.length)) {
    if (rest.size === 0) break
    if (one === least || one.cells.some((cell) => inside.has(cell))) continue
    if (!one.cells.some((cell) => rest.has(cell))) continue
    taken.push(one)
    for (const cell of one.cells) rest.delete(cell)
  }
  if (rest.size > 0) return around.slice(0, 3).map(nameOf).join(' and ')
  return [nameOf(least), ...taken.map((one) => nameOf(one))].join(' without ')
}
