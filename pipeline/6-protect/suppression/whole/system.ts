import { NO_REPLY, type PlannedQuestion, type RowRecord, rowsOfQuestion } from '../../../disclosure/index.ts'
import type { Row, Term } from '../../../solver/index.ts'
import { FIRST_ANSWER, IN_BASE } from './fits.ts'
import { countsGiven } from './given.ts'
import type { Kind } from './kinds.ts'

/** People of one kind who are one record of the published rows, or are in no row. */
export interface Atom {
  readonly kind: Kind
  readonly record?: number
}

/** Everything that is published, as one system of facts: how many people are in each atom, and what they answered. */
export interface System {
  readonly columns: number
  /** What holds by how questions are asked, rows are made and tables are counted. */
  readonly rows: readonly Row[]
  /** People of some cells. */
  readonly people: (cells: readonly number[]) => readonly Term[]
  /** Of these, those who are in a row of a question's table, or (null) in its base. */
  readonly terms: (question: string, row: string | null, cells: readonly number[]) => readonly Term[]
}

export interface SystemOf {
  readonly atoms: readonly Atom[]
  readonly records: readonly RowRecord[]
  readonly questions: readonly PlannedQuestion[]
  /** Questions in whose base everybody is who was asked. */
  readonly allAsked: ReadonlySet<string>
  /** Questions whose answers come out as they would if everybody had kept to what is asked. */
  readonly asExpected: ReadonlySet<string>
}

/** Columns: first the people of each atom, then counts of answers that no row shows, those alike in all that matters together. */
export function systemOf(input: SystemOf): System {
  const { atoms, records, questions } = input
  const made = columnsMade(atoms.length)
  const rows: Row[] = [...recordRows(atoms, records)]
  const ofCell = new Map<number, number[]>()
  for (const [index, { kind }] of atoms.entries()) push(ofCell, kind.cell, index)
  const known = new Map(questions.map((question) => [question.id, countsOf(input, question, made.add)]))
  for (const { relations } of known.values()) rows.push(...relations)
  const planned = new Map(questions.map((question) => [question.id, question]))
  const showing = (question: PlannedQuestion, row: string | null, index: number): boolean => {
    const view = records[atoms[index]?.record ?? -1]?.views.get(question.id)
    return view !== undefined && isIn(question, view, row)
  }
  return {
    get columns() {
      return made.count()
    },
    rows,
    people: (cells) => cells.flatMap((cell) => (ofCell.get(cell) ?? []).map((index): Term => [index, 1])),
    terms: (id, row, cells) => {
      const question = planned.get(id)
      if (question === undefined) return []
      return cells.flatMap((cell): readonly Term[] => [
        ...(ofCell.get(cell) ?? [])
          .filter((index) => showing(question, row, index))
          .map((index): Term => [index, 1]),
        ...(known.get(id)?.unseen(row, cell) ?? []),
      ])
    },
  }
}

/** Whether a view of a question stands in a row of its table, or (null) in the base. */
function isIn({ answers, nets }: PlannedQuestion, view: string, row: string | null): boolean {
  if (view[IN_BASE] !== '1') return false
  if (row === null) return true
  const members = answers.includes(row) ? [row] : (nets[row] ?? [])
  return members.some((member) => view[FIRST_ANSWER + answers.indexOf(member)] === '1')
}

/** There are as many people of each record as rows. */
function recordRows(atoms: readonly Atom[], records: readonly RowRecord[]): readonly Row[] {
  const of = new Map<number, number[]>()
  for (const [index, { record }] of atoms.entries()) if (record !== undefined) push(of, record, index)
  return records.map(({ cells }, record) => {
    const count = cells.reduce((sum, [, people]) => sum + people, 0)
    return {
      lower: count,
      upper: count,
      terms: (of.get(record) ?? []).map((index): Term => [index, 1]),
    }
  })
}

interface Counts {
  readonly relations: readonly Row[]
  readonly unseen: (row: string | null, cell: number) => readonly Term[]
}

/** What those answered of whom no row shows it. */
function countsOf(
  { atoms, records, allAsked, asExpected }: SystemOf,
  question: PlannedQuestion,
  column: () => number,
): Counts {
  const { id, answers, nets, base: of, rows: choice } = question
  const alike = new Map<string, { readonly kind: Kind; readonly terms: Term[] }>()
  const numbers = new Map<unknown, number>()
  const numberOf = (given: unknown): number => {
    if (!numbers.has(given)) numbers.set(given, numbers.size)
    return numbers.get(given) ?? 0
  }
  for (const [index, { kind, record }] of atoms.entries()) {
    if (record !== undefined && records[record]?.views.has(id) === true) continue
    if (kind.asked.get(id) === 'no' || kind.counted.get(id) === 'no') continue
    const given = kind.given.get(id)
    if (given?.silent === true && of !== 'asked') continue
    const key = [kind.cell, kind.asked.get(id), kind.counted.get(id), numberOf(given)].join()
    const group = alike.get(key) ?? { kind, terms: [] }
    alike.set(key, group)
    group.terms.push([index, -1])
  }
  const relations: Row[] = []
  const byRow = new Map<string | null, Map<number, Term[]>>()
  const labels = [...answers, ...(choice === 'one' ? [] : Object.keys(nets))]
  for (const { kind, terms } of alike.values()) {
    const given = kind.given.get(id)
    const own = new Map<string | null, number>()
    const at = (row: string | null): number => {
      const found = own.get(row) ?? column()
      if (!own.has(row)) {
        own.set(row, found)
        const cells = byRow.get(row) ?? new Map<number, Term[]>()
        byRow.set(row, cells)
        push(cells, kind.cell, [found, 1])
      }
      return found
    }
    const base = at(null)
    for (const label of labels) at(label)
    const said = given !== undefined && !given.silent && kind.counted.get(id) === 'yes'
    const everybody = said || (of === 'asked' && allAsked.has(id) && kind.asked.get(id) === 'yes')
    relations.push({
      lower: everybody ? 0 : Number.NEGATIVE_INFINITY,
      upper: 0,
      terms: [[base, 1], ...terms],
    })
    for (const { row, holds } of rowsOfQuestion(question, (_, label) => at(label)))
      if (holds === 'always' || asExpected.has(id)) relations.push(row)
    if (given !== undefined) {
      relations.push(...countsGiven(question, given, base, at))
      if (!given.silent && answers.includes(NO_REPLY))
        relations.push({ lower: 0, upper: 0, terms: [[at(NO_REPLY), 1]] })
    }
  }
  const unseen = (row: string | null, cell: number): readonly Term[] => {
    const isNet = row !== null && choice === 'one' && !answers.includes(row)
    const members = isNet ? (nets[row] ?? []) : [row]
    return members.flatMap((member) => byRow.get(member)?.get(cell) ?? [])
  }
  return { relations, unseen }
}

function columnsMade(start: number): { readonly add: () => number; readonly count: () => number } {
  let count = start
  return {
    add: () => {
      count += 1
      return count - 1
    },
    count: () => count,
  }
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const own = lists.get(key)
  if (own === undefined) lists.set(key, [value])
  else own.push(value)
}
