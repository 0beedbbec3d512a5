import {
  BASE,
  type CellName,
  type Crossing,
  type InnerCounts,
  mostPeople,
  type Structure,
  type TabulationPlan,
} from '../../disclosure/index.ts'
import type { ShownCount, SuppressionInput } from './model.ts'

/** A figure that may be hidden: a column of the structure, and what it costs not to show it. */
export interface Item {
  readonly column: number
  readonly shown: readonly ShownCount[]
  readonly weight: number
  /** Hidden for itself. */
  readonly primary: boolean
  /** Item of the base that it is a share of: hidden with it. */
  readonly base?: number
}

/** The tables of one routing component as a cell suppression problem. */
export interface Problem {
  readonly structure: Structure
  /** True count of every column. */
  readonly truth: Float64Array
  /** Most that anybody takes a count for. */
  readonly most: number
  readonly items: readonly Item[]
  /** Columns that stay known whatever is hidden: the published responses show them. */
  readonly known: readonly number[]
}

/** Figures, true counts and what is known anyway, column by column. All columns must have been made. */
export function problemOf(input: SuppressionInput, structure: Structure): Problem {
  const { plan, inner } = input
  const own = input.shown.filter(({ question }) => structure.questions.some(({ id }) => id === question))
  const byColumn = new Map<number, ShownCount[]>()
  for (const shown of own) {
    const column = columnOf(structure, shown)
    if (column !== undefined) byColumn.set(column, [...(byColumn.get(column) ?? []), shown])
  }
  const known = new Set(
    structure.questions.flatMap(({ id, answers, columns: shown }) =>
      shown.length === 0 ? [] : [BASE, ...answers].flatMap((row) => knownColumns(plan, structure, id, row)),
    ),
  )
  const total = Math.max(1, ...own.map(({ count }) => count))
  const columns = [...byColumn.keys()].filter((column) => !known.has(column))
  const place = new Map(columns.map((column, index) => [column, index]))
  const small = plan.rules.small_counts
  return {
    structure,
    truth: truthOf(structure, inner, byColumn),
    most: mostPeople(
      plan.rules,
      own.map(({ count }) => count),
    ),
    known: [...known],
    items: columns.map((column): Item => {
      const shown = byColumn.get(column) ?? []
      const [{ question, group, row, count } = NOTHING] = shown
      const base =
        row === BASE ? undefined : place.get(columnOf(structure, { question, group, row: BASE }) ?? -1)
      return {
        column,
        shown,
        // A base costs as much as two figures; among equals the smaller goes, since it tells least.
        weight: (row === BASE ? 2 : 1) + count / (total + 1),
        primary: row !== BASE && count >= 1 && count <= small,
        ...(base === undefined ? {} : { base }),
      }
    }),
  }
}

const NOTHING = { question: '', group: '', row: BASE, count: 0 }

/** The column of a shown count; a total is its base. */
function columnOf(
  structure: Structure,
  { question, group, row }: Omit<ShownCount, 'count'>,
): number | undefined {
  const coded = structure.questions.find(({ id }) => id === question)
  const crossing = structure.crossings.findIndex(({ groups }) => groups.has(group))
  const cells = structure.crossings[crossing]?.groups.get(group)
  if (coded === undefined || cells === undefined) return undefined
  const at = { question, crossing, cells }
  if (row === BASE || coded.answers.includes(row)) return structure.column({ ...at, row })
  const members = Object.hasOwn(coded.nets, row) ? coded.nets[row] : undefined
  return members === undefined
    ? structure.column({ ...at, row: BASE })
    : structure.net({ ...at, row }, members)
}

/** Everybody, and each class of published variables, in every crossing that shows it. */
function knownColumns(
  { rules, published }: TabulationPlan,
  structure: Structure,
  question: string,
  row: string | null,
): readonly number[] {
  if (rules.microdata === 0) return []
  return structure.crossings.flatMap(({ variables, cells }, crossing) => {
    const shown = variables.filter((name) => published.includes(name))
    const classes = new Map<string, number[]>()
    for (const [cell, { values }] of cells.entries()) {
      const key = JSON.stringify(shown.map((name) => values[variables.indexOf(name)]))
      classes.set(key, [...(classes.get(key) ?? []), cell])
    }
    const everybody = [...cells.keys()]
    return [everybody, ...classes.values()].map((those) =>
      structure.column({ question, crossing, cells: those, row }),
    )
  })
}

/** Sums of the finest counts; nets of questions with several answers are counted by the table itself. */
function truthOf(
  structure: Structure,
  inner: readonly InnerCounts[],
  shown: ReadonlyMap<number, readonly ShownCount[]>,
): Float64Array {
  return Float64Array.from(structure.names, (name, column) => {
    const counts = countsOf(structure.crossings, inner, name)
    if (counts === undefined) {
      const { nets = {}, rows = 'one' } = structure.questions.find(({ id }) => id === name.question) ?? {}
      const members = nets[name.row ?? ''] ?? []
      const given = shown.get(column)?.[0]?.count
      if (rows === 'several' && given !== undefined) return given
      return members.reduce(
        (sum, row) => sum + total(countsOf(structure.crossings, inner, { ...name, row }) ?? [], name.cells),
        0,
      )
    }
    return total(counts, name.cells)
  })
}

const total = (counts: readonly number[], cells: readonly number[]): number =>
  cells.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0)

function countsOf(
  crossings: readonly Crossing[],
  inner: readonly InnerCounts[],
  { question, crossing, row }: CellName,
): readonly number[] | undefined {
  const found = inner[crossing]?.questions.get(question)
  if (found === undefined || crossings[crossing] === undefined) throw new Error(`${question} was not counted`)
  return row === BASE ? found.base : found.rows.get(row)
}
