import {
  type CellCounts,
  type Crossing,
  echelon,
  isCombination,
  NO_REPLY,
  populationsMadeOf,
  ROW_CLASS,
} from '../../disclosure/index.ts'
import type { RiskModel } from '../../policy.ts'
import { knownEmpty } from './cells.ts'
import { isInRows, sidesIn } from './in-rows.ts'
import type { ShownCount, SuppressionInput } from './model.ts'
import { once } from './once.ts'

/** A column of figures that tables show of a question: its groups (several where they are the same people), its cells. */
export interface PlannedColumn {
  readonly question: string
  readonly groups: readonly string[]
  readonly crossing: number
  readonly cells: readonly number[]
  readonly base: number
  /** Of the base, those who gave an answer: fewer where it is all who were asked. */
  readonly answered: number
  /** Row -> count: answers and nets. */
  readonly rows: ReadonlyMap<string, number>
  readonly shown: readonly ShownCount[]
  /** Hidden because of what all that is published tells together. */
  readonly given: boolean
}

/**
 * The columns that tables plan to show of a question. Groups of the same people are one column, whatever they are called:
 * what hides one must hide the other. Columns of which everybody may know that nobody is in them are left out.
 */
export const plannedColumns = once(columnsPlanned)

type Planned = Pick<SuppressionInput, 'inner' | 'plan' | 'shown' | 'given'>

function columnsPlanned(input: Planned, question: string): readonly PlannedColumn[] {
  const { inner } = input
  const isEmpty = knownEmpty(input, question)
  const byGroup = new Map<string, ShownCount[]>()
  for (const count of shownByQuestion(input, '').get(question) ?? []) {
    const own = byGroup.get(count.group)
    if (own === undefined) byGroup.set(count.group, [count])
    else own.push(count)
  }
  const columns = new Map<string, PlannedColumn>()
  const own = input.given.filter((one) => one.question === question)
  const isGiven = (group: string) => own.some(({ groups }) => groups.includes(group))
  for (const [group, counts] of byGroup) {
    const crossing = inner.findIndex(({ crossing: { groups } }) => groups.has(group))
    const all = inner[crossing]?.crossing.groups.get(group) ?? []
    const cells = all.filter((cell) => isEmpty[crossing]?.(cell) === false)
    if (cells.length === 0) continue
    const key = `${crossing} ${cells.join()}`
    const same = columns.get(key)
    const base = counts.find(({ row }) => row === null)?.count ?? 0
    columns.set(key, {
      question,
      groups: [...(same?.groups ?? []), group],
      crossing,
      cells,
      base,
      answered: base - (counts.find(({ row }) => row === NO_REPLY)?.count ?? 0),
      rows: new Map(counts.flatMap(({ row, count }) => (row === null ? [] : [[row, count]]))),
      shown: [...(same?.shown ?? []), ...counts],
      given: same?.given === true || isGiven(group),
    })
  }
  return [...columns.values()]
}

const shownByQuestion = once(({ shown }: Planned): ReadonlyMap<string, readonly ShownCount[]> => {
  const found = new Map<string, ShownCount[]>()
  for (const count of shown) {
    const own = found.get(count.question)
    if (own === undefined) found.set(count.question, [count])
    else own.push(count)
  }
  return found
})

/** Cells of each class of the published rows that shows its answers to a question, crossing by crossing. */
export const classColumns = once(classesShown)

type WithRows = Pick<SuppressionInput, 'inner' | 'classes' | 'plan'>

function classesShown(
  input: WithRows,
  question: string,
): readonly { readonly crossing: number; readonly cells: readonly number[] }[] {
  if (!isInRows(input, question)) return []
  const { inner, classes } = input
  const withheld = classes.withheld.get(question)
  const visible = visiblePopulations(input, question)
  return inner.flatMap(({ crossing }, index) => {
    const place = crossing.variables.indexOf(ROW_CLASS)
    const sides = visibleSides(input, crossing)
    const byClass = new Map<string, number[]>()
    if (place < 0) return []
    for (const [cell, { populations, values }] of crossing.cells.entries()) {
      const name = values[place] ?? '0'
      // Class 0 is no row.
      if (name === '0' || withheld?.has(Number(name))) continue
      const inside = visible(Number(name)).filter((id) => populations.includes(id))
      const key = JSON.stringify([name, inside, sides(Number(name)).map((side) => values[side])])
      const own = byClass.get(key)
      if (own === undefined) byClass.set(key, [cell])
      else own.push(cell)
    }
    return [...byClass.values()].map((cells) => ({ crossing: index, cells }))
  })
}

/**
 * Populations of which the rows of a class say who belongs to them, for they are made of answers that these rows show. But
 * those made of answers to the question itself.
 */
function visiblePopulations(input: WithRows, question: string): (rowClass: number) => readonly string[] {
  const { plan, classes } = input
  const made = populationsMadeOf(plan, question)
  const candidates = plan.populations.filter(
    ({ id, where }) => !made.has(id) && Object.keys(where).every((name) => isInRows(input, name)),
  )
  const known = new Map<number, readonly string[]>()
  return (rowClass) => {
    const isShown = (name: string) => classes.withheld.get(name)?.has(rowClass) !== true
    const found =
      known.get(rowClass) ??
      candidates.filter(({ where }) => Object.keys(where).every(isShown)).map(({ id }) => id)
    known.set(rowClass, found)
    return found
  }
}

/** Places of the sides that the rows of a class show. */
function visibleSides(input: WithRows, crossing: Crossing): (rowClass: number) => readonly number[] {
  const sides = sidesIn(input, crossing)
  return (rowClass) =>
    sides
      .filter(({ exact }) => exact.some((id) => input.classes.withheld.get(id)?.has(rowClass) !== true))
      .map(({ place }) => place)
}

/** People of each cell who answered a question: those in its base who gave a reply. */
export function answeredIn(counts: CellCounts | undefined): readonly number[] {
  const silent = counts?.rows.get(NO_REPLY)
  const base = counts?.base ?? []
  return silent === undefined ? base : base.map((people, cell) => people - (silent[cell] ?? 0))
}

/** Tells whether the people of some cells follow from the classes of the published rows alone. */
export const toldByRows = once(tellingRows)

function tellingRows(
  input: WithRows,
  question: string,
): (crossing: number, cells: readonly number[]) => boolean {
  const classes = classColumns(input, question)
  const isEmpty = knownEmpty(input, question)
  const spaces = input.inner.map(({ crossing: of }, crossing) => {
    // That nobody answered in a cell, though somebody could have, rows do not tell.
    const possible = [...of.cells.keys()].filter((cell) => isEmpty[crossing]?.(cell) !== true)
    const vector = (cells: readonly number[]): readonly number[] => {
      const inside = new Set(cells)
      return possible.map((cell) => (inside.has(cell) ? 1 : 0))
    }
    const own = classes.filter((one) => one.crossing === crossing).map(({ cells }) => vector(cells))
    return { vector, space: echelon(own, possible.length), any: own.length > 0 }
  })
  return (crossing, cells) => {
    const { vector, space, any = false } = spaces[crossing] ?? {}
    return any && vector !== undefined && space !== undefined && isCombination(space, vector(cells))
  }
}

/** How many of a group must differ from the others, so that nobody can tell what all, or all others, said. */
export const differing = (sensitive: boolean): number => (sensitive ? 2 : 1)

/** Whether the counts of a group say what its members answered: too few of them differ. */
export const isUnanimous = (
  base: number,
  count: number,
  sensitive: boolean,
  { unanimity_below }: RiskModel,
): boolean => base >= 1 && base < unanimity_below && count >= 1 && base - count < differing(sensitive)

/** People of some cells together. */
export const total = (counts: readonly number[] | undefined, cells: readonly number[]): number =>
  cells.reduce((sum, cell) => sum + (counts?.[cell] ?? 0), 0)
