/** Who is in what: conditions, populations, bases and rows of tables, read from the cells of cleaned responses. */

import { type Asked, alike, type Condition, type Part, type Plan } from './plan.ts'

/** Column -> cell of a cleaned response. */
export type Cells = Readonly<Record<string, unknown>>

export const SILENT = '[no reply]'
export const text = (cells: Cells, column: string): string => String(cells[column] ?? '')
const columnOf = ({ id, themes }: Asked, place: number): string =>
  `${themes ? 'themes_' : ''}${id}_${place + 1}`

/** The answers somebody gave: the one, those ticked, items as far as they were ranked; undefined where none was. */
export function given(question: Asked, cells: Cells): readonly string[] | undefined {
  const { id, kind, answers } = question
  if (kind === 'choice' || kind === 'number') {
    const cell = text(cells, id)
    return answers.includes(cell) ? [cell] : undefined
  }
  const own = answers.map((answer, place) => [answer, text(cells, columnOf(question, place))] as const)
  if (kind === 'ticks')
    return own.some(([, cell]) => cell === 'true' || cell === 'false')
      ? own.filter(([, cell]) => cell === 'true').map(([answer]) => answer)
      : undefined
  return own.some(([, cell]) => /^\d+$/.test(cell))
    ? own.filter(([, cell]) => /^\d+$/.test(cell)).map(([answer]) => answer)
    : undefined
}

/** The rank that somebody gave an item. */
export function rankOf(question: Asked, cells: Cells, item: string): number | undefined {
  const cell = text(cells, columnOf(question, question.answers.indexOf(item)))
  return /^\d+$/.test(cell) ? Number(cell) : undefined
}

/** Asked, and said nothing. A file that lacked some of the answers says that they were not asked: one that was asked is enough. */
function isSilent(question: Asked, cells: Cells): boolean {
  if (given(question, cells) !== undefined) return false
  const { id, kind, answers } = question
  const own =
    kind === 'choice' || kind === 'number' ? [id] : answers.map((_, place) => columnOf(question, place))
  return own.some((column) => text(cells, column) === SILENT)
}

export function holds(plan: Plan, condition: Condition, cells: Cells): boolean {
  return condition.every(([name, part]) => partHolds(part, said(plan, name, cells)))
}

function said(plan: Plan, name: string, cells: Cells): readonly string[] {
  const question = plan.questions.find(({ id, themes }) => id === name && !themes)
  if (question !== undefined) return given(question, cells) ?? []
  const cell = text(cells, name)
  return name === 'source' || plan.variables[name]?.includes(cell) === true ? [cell] : []
}

function partHolds({ how, labels }: Part, given: readonly string[]): boolean {
  const own = given.map(alike)
  const wanted = labels.map(alike)
  if (how === 'answered') return own.length > 0
  if (how === 'any') return wanted.some((label) => own.includes(label))
  if (how === 'all') return wanted.every((label) => own.includes(label))
  return own.length > 0 && !wanted.some((label) => own.includes(label))
}

/** Whether somebody is in the base of a question's percentages. */
export function isInBase(plan: Plan, question: Asked, cells: Cells): boolean {
  const answered = given(question, cells) !== undefined
  if (question.base === 'answered') return answered
  if (question.base === 'asked') return answered || isSilent(question, cells)
  return answered && holds(plan, question.base, cells)
}

/** Whether somebody of the base stands in a row; of a ranking the rows are of who ranked the item first. Undefined: there is no such row. */
export function isInRow(question: Asked, cells: Cells, row: string): boolean | undefined {
  const { kind, answers, nets } = question
  const counts = (answer: string): boolean =>
    kind === 'ranking'
      ? rankOf(question, cells, answer) === 1
      : given(question, cells)?.includes(answer) === true
  if (answers.includes(row)) return counts(row)
  if (nets[row] !== undefined) {
    const members = nets[row].map(alike)
    return answers.filter((answer) => members.includes(alike(answer))).some(counts)
  }
  if (row === 'No reply' && question.base === 'asked') return given(question, cells) === undefined
  return row === 'Total' && (kind === 'choice' || kind === 'number') ? true : undefined
}

/** Whether somebody is a member. */
export type Member = (cells: Cells) => boolean

/** Identifier of a group, as tables have it -> who is a member; undefined of what is no group. */
export interface Groups {
  readonly get: (name: string) => Member | undefined
}
