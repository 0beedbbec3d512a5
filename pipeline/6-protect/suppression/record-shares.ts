import { atMost, type PlannedQuestion, ROW_CLASS, type RowRecord } from '../../disclosure/index.ts'
import type { Row, Term } from '../../solver/index.ts'
import { knownEmpty } from './cells.ts'
import { isInRows, sidesIn, type VisibleSide } from './in-rows.ts'
import type { SuppressionInput } from './model.ts'

/** Published rows joined with the cells of tables: how many of each record are in each cell, as columns of a program. */
export interface RecordShares {
  readonly columns: readonly { readonly upper: number }[]
  /** What holds by how rows and tables are made. */
  readonly rows: readonly Row[]
  /** The people of some cells who are in a row of a question, or (null) in its base. */
  readonly terms: (question: string, row: string | null, cells: readonly number[]) => readonly Term[]
  /** Whether any record shows the answers of people in some cells to a question. */
  readonly shows: (question: string, cells: readonly number[]) => boolean
  /** Questions that records show. */
  readonly questions: readonly PlannedQuestion[]
}

/** With more combinations of records and cells they are not joined. */
const MOST_SHARES = 4_000

/** Nothing where rows and tables are too many to be joined, or are not counted in one crossing. */
export function recordShares(input: SuppressionInput): RecordShares | undefined {
  const { inner, plan } = input
  const [only, ...others] = inner
  const records = only?.records ?? []
  if (only === undefined || others.length > 0 || records.length === 0) return undefined
  const { cells } = only.crossing
  const place = only.crossing.variables.indexOf(ROW_CLASS)
  const empty = plan.questions.flatMap(({ id }) => knownEmpty(input, id)[0] ?? [])
  const classOf = cells.map(({ values }) => Number(values[place] ?? 0))
  const possible = [...cells.keys()].filter((cell) => !empty.every((isEmpty) => isEmpty(cell)))
  const questions = plan.questions.filter(({ id, base }) => base !== 'rule' && isInRows(input, id))
  const isShown = (record: RowRecord, id: string) =>
    record.views.has(id) && questions.some((question) => question.id === id)
  const sides = sidesIn(input, only.crossing)
  const shares: { readonly record: number; readonly cell: number; readonly count: number }[] = []
  for (const [number, record] of records.entries()) {
    const told = plan.populations.filter(({ where }) =>
      Object.keys(where).every((name) => isShown(record, name)),
    )
    const own = cells[record.cells[0]?.[0] ?? 0]
    const count = record.cells.reduce((sum, [, people]) => sum + people, 0)
    for (const cell of possible) {
      if (classOf[cell] !== record.rowClass) continue
      const isLike = told.every(
        ({ id }) => cells[cell]?.populations.includes(id) === own?.populations.includes(id),
      )
      if (isLike && isOnSide(sides, record, cells[cell]?.values ?? []))
        shares.push({ record: number, cell, count })
    }
    if (shares.length > MOST_SHARES) return undefined
  }
  const noRow = new Set(possible.filter((cell) => classOf[cell] === 0))
  return programOf(records, questions, shares, possible, noRow)
}

/** Whether somebody with these values can have this record: who was asked is on the side, and who was not is not. */
const isOnSide = (sides: readonly VisibleSide[], { views }: RowRecord, values: readonly string[]): boolean =>
  sides.every(({ place, questions, exact }) => {
    const isThere = values[place] === 'true'
    const isAsked = (id: string) => views.get(id)?.[0] === '0'
    const isNotAsked = (id: string) => views.get(id)?.[0] === '1'
    return isThere ? !exact.some(isNotAsked) : !questions.some(isAsked)
  })

function programOf(
  records: readonly RowRecord[],
  questions: readonly PlannedQuestion[],
  shares: readonly { readonly record: number; readonly cell: number; readonly count: number }[],
  possible: readonly number[],
  noRow: ReadonlySet<number>,
): RecordShares {
  const columns: { upper: number }[] = shares.map(({ count }) => ({ upper: count }))
  const rows: Row[] = []
  const ofRecord = new Map<number, Term[]>()
  const ofCell = new Map<number, { readonly record: number; readonly column: number }[]>()
  for (const [column, { record, cell }] of shares.entries()) {
    ofRecord.set(record, [...(ofRecord.get(record) ?? []), [column, 1]])
    ofCell.set(cell, [...(ofCell.get(cell) ?? []), { record, column }])
  }
  for (const [record, terms] of ofRecord) {
    const count = (records[record]?.cells ?? []).reduce((sum, [, people]) => sum + people, 0)
    rows.push({ lower: count, upper: count, terms })
  }
  const views = new Map(
    questions.map((question) => [
      question.id,
      {
        place: new Map<string | null, number>([
          [null, 1],
          ...question.answers.map((row, index): [string, number] => [row, index + 2]),
        ]),
        holding: (record: number, at: number) => records[record]?.views.get(question.id)?.[at] === '1',
        isHidden: (record: number) => records[record]?.views.has(question.id) !== true,
      },
    ]),
  )
  // People of whom rows do not show the answer: no row leaves of them, or theirs withhold it.
  const unseen = new Map<string, number>()
  const column = (question: string, row: string | null, cell: number): number => {
    const key = JSON.stringify([question, row, cell])
    const known = unseen.get(key)
    if (known !== undefined) return known
    columns.push({ upper: Number.POSITIVE_INFINITY })
    unseen.set(key, columns.length - 1)
    return columns.length - 1
  }
  for (const { id, answers, rows: of } of questions) {
    for (const cell of possible) {
      const hidden = (ofCell.get(cell) ?? []).filter(({ record }) => views.get(id)?.isHidden(record))
      if (hidden.length === 0 && !noRow.has(cell)) continue
      const base = column(id, null, cell)
      const parts = answers.map((row) => column(id, row, cell))
      if (!noRow.has(cell))
        rows.push(
          atMost(
            [base],
            hidden.map((share) => share.column),
          ),
        )
      for (const part of parts) rows.push(atMost([part], [base]))
      rows.push(atMost([base], parts))
      if (of === 'one') rows.push(atMost(parts, [base]))
    }
  }
  return {
    columns,
    rows,
    questions,
    terms: (question, row, cells) => {
      const { place, holding } = views.get(question) ?? {}
      const at = place?.get(row) ?? -1
      return cells.flatMap((cell): readonly Term[] => {
        const own = (ofCell.get(cell) ?? []).filter(({ record }) => holding?.(record, at) === true)
        const rest = unseen.get(JSON.stringify([question, row, cell]))
        return [
          ...own.map((share): Term => [share.column, 1]),
          ...(rest === undefined ? [] : [[rest, 1] as const]),
        ]
      })
    },
    shows: (question, cells) =>
      cells.some((cell) =>
        (ofCell.get(cell) ?? []).some(({ record }) => !views.get(question)?.isHidden(record)),
      ),
  }
}
