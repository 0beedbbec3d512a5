import type { Question } from '../model.ts'
import { isInBase } from '../truth.ts'
import type { Group } from './groups.ts'
import { classKey } from './rows.ts'
import { type Columns, type Search, type Sum, valueIn } from './search.ts'
import { type Pattern, type Space, standsIn } from './space.ts'
import type { System } from './system.ts'
import { areaOf, type Target } from './targets.ts'

/** The rules that an interval can break. */
export type Broken = 'small group' | 'same answer' | 'small count'

/** A target and what is known of it so far. */
export interface Case {
  readonly target: Target
  readonly full: Columns
  readonly touched: Columns
  readonly others: Columns
  least: number
  most: number
  mostOthers: number
  /** How many of the solutions it was held against. */
  looked: number
}

/** True people in the base among all those whom the facts cannot tell from somebody of the group. */
export function around({ atoms: { space, atoms } }: System, { question, area }: Target): number {
  const cells = new Set(area.touched.flatMap((atom) => atoms[atom]?.cells ?? []))
  return membersIn(space, question, (cell) => cells.has(cell))
}

const membersIn = (space: Space, question: Question, holds: (cell: number) => boolean): number =>
  cellsOfBase(space, question).filter(holds).length

/** The cells of all who are in the base of a question, one for each person. */
const cellsOfBase = ({ world, people }: Space, question: Question): readonly number[] =>
  world.people.flatMap((person, index) => (isInBase(world, person, question) ? [people[index] ?? -1] : []))

/**
 * Whether what is known of a group is known of it only as part of a larger one of so many people that the rules let its
 * figures be seen: none, or as few as here, of all of those gave the answer, or did not.
 */
export function isExcused(
  system: System,
  search: Search,
  reasons: readonly Group[],
  one: Case,
  kind: Broken,
): boolean {
  const { space } = system.atoms
  const { minimum_base, unanimity_below } = space.world.rules
  const enough = kind === 'same answer' ? unanimity_below : minimum_base
  const { target } = one
  if (isOfClass(system, one, kind, enough) || isOfWithheld(system, search, one, kind, enough)) return true
  // That nobody of a group was silent is no answer.
  const answered = target.answered || kind === 'same answer'
  const of = { question: target.question.id, row: target.row, answered }
  const isTold = ({ cells }: Group, kindOf: Sum['of'], most: number): boolean => {
    const columns = search.columns({ ...of, of: kindOf }, areaOf(system, cells).touched)
    const isSeen = search.solutions.every((solution) => valueIn(solution, columns) <= most)
    return isSeen && search.bound(columns, 'max') <= most
  }
  const large = reasons.filter(
    ({ by, cells }) =>
      !by.includes(target.question.id) &&
      membersIn(space, target.question, (cell) => cells[cell] === 1) >= enough,
  )
  // Of a group known to be as small as a small count nothing is known where anybody may have given the answer, or nobody: it, or
  // what is left of it without those of whom a larger group tells that none did.
  if (kind === 'small count') {
    if (one.least > 0) return false
    const areas = large
      .filter((reason) => isTold(reason, 'given', 0))
      .map(({ cells }) => areaOf(system, cells))
    const told = new Set(areas.flatMap(({ full }) => full))
    const left = target.area.touched.filter((atom) => !told.has(atom))
    const people = (['given', 'not given'] as const).flatMap((kindOf) => [
      ...search.columns({ ...of, of: kindOf }, left),
    ])
    return search.bound(Int32Array.from(people), 'max') <= one.most
  }
  // What all of several larger groups said, or none of them, is told of whoever is in any of them.
  if (kind === 'same answer' || one.most === 0)
    return isCovered(system, target, large, (reason) =>
      kind === 'same answer' ? isTold(reason, 'not given', 0) : isTold(reason, 'given', 0),
    )
  return large.some((reason) => {
    if (!isCovered(system, target, [reason], () => true)) return false
    if (one.least === 0 && isTold(reason, 'given', one.most)) return true
    // Of a group whose size is known all but those few gave it that did not in the larger one.
    const inside = [...one.full, ...search.columns({ ...of, of: 'not given' }, target.area.full)]
    const size = search.bound(Int32Array.from(inside), 'min')
    if (one.least !== size - one.mostOthers || !isTold(reason, 'not given', one.mostOthers)) return false
    return search.bound(Int32Array.from([...one.touched, ...one.others]), 'max') === size
  })
}

/**
 * Whether everybody of a group can be in one class of rows alone, of so many who answered that what these said together may be
 * seen, and the class by itself says as much of the group.
 */
function isOfClass(
  { atoms: { space, atoms, groups } }: System,
  one: Case,
  kind: Broken,
  enough: number,
): boolean {
  const { question, row, area } = one.target
  const keys = new Set(
    area.touched.map((atom) => {
      const first = groups[atoms[atom]?.group ?? -1]?.first
      return first === undefined ? undefined : classKey(space.world, first)
    }),
  )
  const [key] = keys
  if (keys.size !== 1 || key === undefined) return false
  const views = groups
    .filter(({ first }) => classKey(space.world, first) === key)
    .flatMap(({ rows }) => rows.map((each) => each.views[question.id]))
  const said = views.flatMap((view) => (Array.isArray(view) && view.length > 0 ? [view as Pattern] : []))
  const given = said.filter((pattern) => standsIn(question, pattern, row)).length
  if (views.includes('withheld') || said.length < enough) return false
  if (kind === 'same answer') return given === said.length
  return one.least === 0 && given <= one.most
}

/** The same of the rows that all do not show what was said: the tables less the other rows say it of these together. */
function isOfWithheld(
  { atoms: { atoms, groups } }: System,
  search: Search,
  one: Case,
  kind: Broken,
  enough: number,
): boolean {
  const { question, row, answered, area } = one.target
  const isWithheld = (atom: number): boolean =>
    groups[atoms[atom]?.group ?? -1]?.first.views[question.id] === 'withheld'
  if (!area.touched.every(isWithheld)) return false
  const all = [...atoms.keys()].filter(isWithheld)
  const of = { question: question.id, row, answered }
  const [given, others] = [
    search.columns({ ...of, of: 'given' }, all),
    search.columns({ ...of, of: 'not given' }, all),
  ]
  if (search.bound(Int32Array.from([...given, ...others]), 'min') < enough) return false
  if (kind === 'same answer') return search.bound(others, 'max') <= 0
  return one.least === 0 && search.bound(given, 'max') <= one.most
}

/** Whether all of a group are in larger ones of which this holds: who can point at them knows all of them but what they said. */
function isCovered(
  { atoms: { space } }: System,
  { group, question }: Target,
  around: readonly Group[],
  holds: (reason: Group) => boolean,
): boolean {
  const left = new Set(cellsOfBase(space, question).filter((cell) => group.cells[cell] === 1))
  for (const reason of around) {
    const own = [...left].filter((cell) => reason.cells[cell] === 1)
    if (own.length > 0 && holds(reason)) for (const cell of own) left.delete(cell)
  }
  return left.size === 0
}
