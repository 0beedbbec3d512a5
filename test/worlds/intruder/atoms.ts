/**
 * Atoms: cells that no publication tells apart, crossed with the groups of published rows that somebody in them can be.
 * The unknowns are how many people an atom has, and how many of them gave each pattern of answers to each question.
 */
import type { Question, World } from '../model.ts'
import { keyOfMembers, type Members, type Release } from '../published.ts'
import { classKey, type Row, readRows, recordKey } from './rows.ts'
import {
  askedIn,
  type Cell,
  countsIn,
  holdsIn,
  inPopulation,
  type Pattern,
  patternOf,
  patternsIn,
  type Space,
} from './space.ts'

/** Rows that are counted as one: alike in what they print of people and of the questions that conditions are about. */
export interface RowGroup {
  readonly rows: readonly Row[]
  readonly first: Row
}

export interface Atom {
  readonly cells: readonly number[]
  readonly cell: Cell
  /** Which group of rows its people are; -1 where nobody of it is seen in a row. */
  readonly group: number
}

export interface Atoms {
  readonly space: Space
  readonly atoms: readonly Atom[]
  readonly groups: readonly RowGroup[]
  /** Cell -> its atoms. */
  readonly ofCell: readonly (readonly number[])[]
}

/** Above so many crossings of records and cells, rows are not taken as wholes but class by class. */
const MOST_CROSSINGS = 4_000

/** `whole`: rows as wholes, all questions in one; nothing where that is too much. */
export function atomsOf(space: Space, release: Release, whole: boolean): Atoms | undefined {
  const rows = readRows(space.world, release)
  const groups = groupsOf(space, rows, whole)
  const everybody = rows.length === 0 || rows.length < (release.responses ?? rows.length)
  const told = membersTold(space, release)
  const made = new Map<string, { cells: number[]; cell: Cell; group: number }>()
  let crossings = 0
  for (const [place, cell] of space.cells.entries()) {
    const own = signature(space, told, cell)
    const fits = groups.flatMap((group, index) => (canBe(space, cell, group.first, whole) ? [index] : []))
    crossings += fits.length
    if (whole && crossings > MOST_CROSSINGS) return undefined
    for (const group of everybody ? [-1, ...fits] : fits) {
      const key = `${own} ${fits.join()} ${group}`
      const known = made.get(key)
      if (known === undefined) made.set(key, { cells: [place], cell, group })
      else known.cells.push(place)
    }
  }
  const atoms = [...made.values()]
  const ofCell: number[][] = space.cells.map(() => [])
  for (const [index, { cells }] of atoms.entries()) for (const cell of cells) ofCell[cell]?.push(index)
  return { space, atoms, groups, ofCell }
}

function groupsOf(space: Space, rows: readonly Row[], whole: boolean): readonly RowGroup[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const coupled = [...space.classes].map(([id, classes]) => {
      const view = row.views[id]
      if (!Array.isArray(view)) return view ?? 'unseen'
      const pattern = patternOf(space, id, view)
      return classes.findIndex((members) => members.includes(pattern))
    })
    const key = whole ? recordKey(row) : JSON.stringify([classKey(space.world, row), coupled])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap((all) => (all[0] === undefined ? [] : [{ rows: all, first: all[0] }]))
}

/** Whether somebody of a cell can be a row of this group. */
function canBe(space: Space, cell: Cell, { labels, views }: Row, whole: boolean): boolean {
  if (!Object.entries(labels).every(([id, values]) => values.includes(cell.labels[id] ?? ''))) return false
  return space.questions.every((question) => {
    const view = views[question.id]
    if (view === undefined || view === 'withheld') return true
    if ((view === 'not asked') === askedIn(space, cell, question)) return false
    if (view === 'not asked' || (!whole && !space.classes.has(question.id))) return true
    const seen = patternOf(space, question.id, view as Pattern)
    return patternsIn(space, cell, question).includes(seen)
  })
}

/** Everybody that a figure of these questions, or a response rate, is of. */
function membersTold({ world, questions }: Space, { figures }: Release): readonly Members[] {
  const own = figures.filter(
    ({ question, members }) =>
      question === undefined || questions.some(({ id }) => id === question) || isOfValues(world, members),
  )
  return [...new Map(own.map(({ members }) => [keyOfMembers(members), members])).values()]
}

/** Whether who belongs follows without any answer. */
export const isOfValues = (world: World, { populations, without }: Members): boolean =>
  [...populations, ...without].every((id) => {
    const where = world.populations.find((one) => one.id === id)?.where ?? {}
    return Object.keys(where).every((name) => !world.questions.some((question) => question.id === name))
  })

export const belongs = (space: Space, cell: Cell, { populations, without, values }: Members): boolean =>
  populations.every((id) => inPopulation(space, cell, id)) &&
  !without.some((id) => inPopulation(space, cell, id)) &&
  Object.entries(values).every(([name, labels]) =>
    labels.includes(
      name === 'channel' ? (space.world.files[cell.file]?.channel ?? '') : (cell.labels[name] ?? ''),
    ),
  )

/** Two cells alike in this are told apart by nothing that is published of these questions. */
function signature(space: Space, told: readonly Members[], cell: Cell): string {
  const asked = space.questions.map((question) => [
    patternsIn(space, cell, question).join('.'),
    typeof question.base === 'string'
      ? countsIn(space, cell, question, [])
      : holdsIn(space, cell, question.base),
  ])
  const others = otherRoutes(space).map((question) => askedIn(space, cell, question))
  return JSON.stringify([
    told.map((members) => (belongs(space, cell, members) ? 1 : 0)).join(''),
    asked,
    others,
  ])
}

/** Questions outside that say how many people there are, routed by values alone. */
export const otherRoutes = ({ world, questions }: Space): readonly Question[] =>
  world.questions.filter(
    ({ id, askedIf = {}, base }) =>
      !questions.some((one) => one.id === id) &&
      typeof base === 'string' &&
      Object.keys(askedIf).every((name) => !world.questions.some((one) => one.id === name)),
  )
