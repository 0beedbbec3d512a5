import {
  BASE,
  type CellName,
  columnOfRow,
  mostPeople,
  NO_REPLY,
  type PlannedQuestion,
  type Structure,
  structureOf,
} from '../../disclosure/index.ts'
import type { Row } from '../../solver/index.ts'
import { knownEmpty } from './cells.ts'
import { classColumns, type PlannedColumn, plannedColumns, toldByRows } from './columns.ts'
import type { ShownCount, SuppressionInput } from './model.ts'
import { peopleRelations } from './people.ts'
import { isPrimary } from './primary.ts'

/** Figures that may be hidden together: columns of the structure, and what it costs not to show them. */
export interface Item {
  readonly columns: readonly number[]
  readonly shown: readonly ShownCount[]
  readonly weight: number
  /** Hidden for itself. */
  readonly primary: boolean
  /** Item of the base that it is a share of: hidden with it. */
  readonly base?: number
}

/** The tables of one routing component as a suppression problem. */
export interface Problem {
  readonly structure: Structure
  /** What every column must keep to. */
  readonly relations: readonly Row[]
  /** True count of every column. */
  readonly truth: Float64Array
  /** Most that anybody takes a count for. */
  readonly most: number
  readonly items: readonly Item[]
  /** Columns that stay known whatever is hidden: the published responses show them. */
  readonly known: readonly number[]
}

/** Weight of a column of a population, which a reader came for: more than most breakdowns have groups. */
const POPULATION = 25
/** Weight of the column of everybody. */
const EVERYBODY = 250

/** The structure of some questions over everything that tables tell people apart by. */
export const structureFor = (
  { plan, inner }: Pick<SuppressionInput, 'plan' | 'inner'>,
  questions: readonly PlannedQuestion[],
): Structure =>
  structureOf(
    plan,
    inner.map(({ crossing }) => crossing),
    questions.map(({ id }) => id),
  )

/**
 * Figures, true counts and what is known anyway. Whole columns are hidden, base and all answers: in a column of one
 * choice each answer needs a partner, so that nothing is saved by hiding fewer. Where small counts are
 * hidden for themselves, figures are hidden one by one. Call it when all columns of targets have been made.
 */
export function problemOf(input: SuppressionInput, structure: Structure): Problem {
  const { rules } = input.plan
  const items: Item[] = []
  for (const question of structure.questions) {
    const columns = plannedColumns(input, question.id)
    const everybody = Math.max(0, ...columns.map(({ base }) => base))
    const isTold = toldByRows(input, question.id)
    for (const column of columns) {
      // What the published rows show is not hidden by anything that is done here.
      if (isTold(column.crossing, column.cells)) continue
      const primary = column.given || isPrimary(column, question, rules)
      if (primary || rules.small_counts === 0)
        items.push(wholeColumn(input, structure, column, primary, everybody))
      else items.push(...figuresOf(structure, column, rules.small_counts, everybody, items.length))
    }
  }
  const known = structure.questions.flatMap(({ id, answers }) => [
    ...classColumns(input, id).flatMap(({ crossing, cells }) =>
      [BASE, ...answers].map((row) => structure.column({ question: id, crossing, cells, row })),
    ),
    ...emptyCells(input, structure, id),
  ])
  const people = peopleRelations(input, structure)
  const truth = truthOf(input, structure)
  return {
    structure,
    relations: [...structure.relations, ...structure.expected.filter((row) => holds(row, truth)), ...people],
    truth,
    most: mostPeople(rules, truth),
    items,
    known,
  }
}

/** An outsider may know that nobody of some kind took part: those cells are taken to be known as such. */
function emptyCells(input: SuppressionInput, { column }: Structure, question: string): readonly number[] {
  const isEmpty = knownEmpty(input, question)
  return input.inner.flatMap(({ crossing: { cells } }, crossing) =>
    [...cells.keys()]
      .filter((cell) => isEmpty[crossing]?.(cell) === true)
      .map((cell) => column({ question, crossing, cells: [cell], row: BASE })),
  )
}

/** An intruder who takes for granted what respondents did not keep to would find contradictions, or what is not so. */
function holds({ lower, upper, terms }: Row, truth: Float64Array): boolean {
  const sum = terms.reduce((total, [column, by]) => total + by * (truth[column] ?? 0), 0)
  return sum >= lower && sum <= upper
}

function wholeColumn(
  input: SuppressionInput,
  structure: Structure,
  column: PlannedColumn,
  primary: boolean,
  everybody: number,
): Item {
  const { question, crossing, cells, base, shown } = column
  const rows = [null, ...column.rows.keys()]
  const columns = rows.map((row) => columnOfRow(structure, { question, crossing, cells, row }))
  return {
    columns: [...new Set(columns)],
    shown: shown.filter(({ row }) => row === null),
    weight: primary ? 1 : weightOf(input, column, base, everybody),
    primary,
  }
}

/** A column under the fewest costs next to nothing; others as much as they have people, and 1,000. */
function weightOf(
  { plan }: SuppressionInput,
  { groups }: PlannedColumn,
  base: number,
  everybody: number,
): number {
  const planned = plan.groups.find(({ id }) => id === groups[0])
  const values = Object.values(planned?.values ?? {}).flat()
  if (values.some((value) => value.startsWith('['))) return 1
  const factor = base === everybody ? EVERYBODY : values.length === 0 ? POPULATION : 1
  return (factor * (1000 + base)) / 1000
}

function figuresOf(
  structure: Structure,
  { question, crossing, cells, base, rows, shown }: PlannedColumn,
  small: number,
  everybody: number,
  first: number,
): readonly Item[] {
  const of = (row: string | null) => shown.filter((one) => one.row === row)
  const columns = (row: string | null) => [columnOfRow(structure, { question, crossing, cells, row })]
  const total = everybody + 1
  return [
    { columns: columns(null), shown: of(null), weight: 2 + base / total, primary: false },
    ...[...rows].map(([row, count]) => ({
      columns: columns(row),
      shown: of(row),
      weight: 1 + count / total,
      // That a few gave no answer is no small count of answers, and no wish protects it.
      primary: row !== NO_REPLY && count >= 1 && count <= small,
      base: first,
    })),
  ]
}

/** Sums of the finest counts; a net of one choice is the sum of its members. */
function truthOf({ plan, inner }: SuppressionInput, { names }: Structure): Float64Array {
  const nets = new Map(plan.questions.map(({ id, nets: own }) => [id, own]))
  return Float64Array.from(names, ({ question, crossing, cells, row }: CellName) => {
    const found = inner[crossing]?.questions.get(question)
    const own = row === BASE ? found?.base : found?.rows.get(row)
    const parts = (row === BASE ? undefined : nets.get(question)?.[row]) ?? []
    const lists = own === undefined ? parts.map((part) => found?.rows.get(part)) : [own]
    return lists.reduce((sum, counts) => {
      if (counts === undefined) throw new Error(`${question} was not counted`)
      return sum + cells.reduce((total, cell) => total + (counts[cell] ?? 0), 0)
    }, 0)
  })
}
