import type { Id } from '../definition/index.ts'
import type { Row } from '../solver/index.ts'
import { type Coupling, couplingsOf, sum } from './couplings.ts'
import type { Crossing } from './crossings.ts'
import { sharedMargins } from './margins.ts'
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
 * The unknown counts behind the tables of some questions, and every relation that holds between them whatever the answers
 * were. A count is a column; columns are made as they are asked for.
 */
export interface Structure {
  readonly questions: readonly PlannedQuestion[]
  readonly crossings: readonly Crossing[]
  readonly names: readonly CellName[]
  /** Relations that hold by how tables are made. */
  readonly relations: readonly Row[]
  /** Relations that hold where respondents did as they were asked, and every file had every question. */
  readonly expected: readonly Row[]
  /** Column of a count; made, with its relation to the finest cells, where there is none yet. */
  readonly column: (name: CellName) => number
}

/**
 * The structure of some questions over some crossings. Groups are sums of the finest cells; crossings agree in what they have
 * in common, everybody at least; what ties the counts of one cell to each other is in `couplings.ts`. A net of a
 * question with one answer is the sum of its members; of one with several it is a count of its own.
 */
export function structureOf(
  plan: TabulationPlan,
  crossings: readonly Crossing[],
  questions: readonly Id[],
): Structure {
  const coded = plan.questions.filter(({ id }) => questions.includes(id))
  const names: CellName[] = []
  const relations: Row[] = []
  const expected: Row[] = []
  const known = namedColumns()
  const column = (name: CellName): number => {
    const found = known.get(name)
    if (found !== undefined) return found
    names.push(name)
    const made = names.length - 1
    known.set(name, made)
    const members = membersOf(coded, name)
    if (members !== undefined) {
      relations.push(
        sum(
          members.map((row) => column({ ...name, row })),
          made,
        ),
      )
    } else if (name.cells.length !== 1) {
      const parts = name.cells.map((cell) => column({ ...name, cells: [cell] }))
      relations.push(sum(parts, made))
    }
    return made
  }
  const take = (couplings: readonly Coupling[]): void => {
    for (const { row, holds } of couplings) (holds === 'always' ? relations : expected).push(row)
  }
  for (const [crossing, { cells, populations }] of crossings.entries()) {
    for (const cell of cells.keys()) {
      const at = (question: Id, row: RowName) => column({ question, crossing, cells: [cell], row })
      take(couplingsOf(plan, coded, cells[cell]?.populations ?? [], at, populations))
    }
  }
  for (const shared of sharedMargins(crossings)) {
    for (const { id: question, answers, nets, rows } of coded) {
      for (const row of [BASE, ...answers, ...(rows === 'one' ? [] : Object.keys(nets))]) {
        const [first, ...others] = shared.map((margin) => column({ ...margin, question, row }))
        for (const other of others)
          if (first !== undefined && first !== other) relations.push(sum([other], first))
      }
    }
  }
  return { questions: coded, crossings, names, relations, expected, column }
}

/** The column of a row as tables name it: an answer, a net, or the total, which is the base. */
export function columnOfRow(
  { questions, column }: Pick<Structure, 'questions' | 'column'>,
  name: CellName,
): number {
  const question = questions.find(({ id }) => id === name.question)
  const isNamed =
    name.row !== BASE &&
    (question?.answers.includes(name.row) === true || Object.hasOwn(question?.nets ?? {}, name.row))
  return column(isNamed ? name : { ...name, row: BASE })
}

/** The answers that a net of one choice is the sum of. */
function membersOf(
  questions: readonly PlannedQuestion[],
  { question, row }: CellName,
): readonly string[] | undefined {
  const { rows, answers, nets } = questions.find(({ id }) => id === question) ?? {}
  if (row === BASE || rows !== 'one' || nets === undefined || answers?.includes(row)) return undefined
  return Object.hasOwn(nets, row) ? nets[row] : undefined
}

/** Columns by their names. Most are of one cell, and are asked for again and again. */
function namedColumns(): {
  readonly get: (name: CellName) => number | undefined
  readonly set: (name: CellName, column: number) => void
} {
  const byRow = new Map<string, Map<number | string, number>>()
  const placed = ({ question, crossing, row }: CellName) => {
    const key = `${crossing}\n${question}\n${row === BASE ? '' : `=${row}`}`
    const found = byRow.get(key) ?? new Map<number | string, number>()
    byRow.set(key, found)
    return found
  }
  const cellsOf = ({ cells }: CellName): number | string =>
    cells.length === 1 ? (cells[0] ?? 0) : cells.join()
  return {
    get: (name) => placed(name).get(cellsOf(name)),
    set: (name, column) => {
      placed(name).set(cellsOf(name), column)
    },
  }
}
