import { NO_REPLY, type PlannedQuestion } from '../../disclosure/index.ts'
import { answeredIn, type PlannedColumn, plannedColumns } from '../suppression/columns.ts'
import type { SuppressionInput } from '../suppression/model.ts'

/**
 * Columns of a question to be hidden so that their noughts together do not say what few people answered. A nought that is
 * shown under rounding is a true one: of whoever is in two columns every answer may be nought but one, though in neither column
 * by itself. Left as it is: what a column of `unanimity_below` people says of all of them. `hidden` are columns that
 * are not shown as it is; of those left the one with the fewest people gives way first.
 */
export function toldByNoughts(
  input: SuppressionInput,
  question: PlannedQuestion,
  hidden: ReadonlySet<PlannedColumn>,
): readonly PlannedColumn[] {
  const answers = question.answers.filter((row) => row !== NO_REPLY)
  const gone = new Set(hidden)
  const columns = [...plannedColumns(input, question.id)].sort((a, b) => a.answered - b.answered)
  const found: PlannedColumn[] = []
  for (const [crossing, { questions }] of input.inner.entries()) {
    const ofCell = columnsByCell(columns.filter((column) => column.crossing === crossing))
    for (const [cell, people] of answeredIn(questions.get(question.id)).entries()) {
      if (people === 0) continue
      for (;;) {
        const around = (ofCell.get(cell) ?? []).filter((column) => !gone.has(column))
        const possible = answers.filter((row) => around.every(({ rows }) => rows.get(row) !== 0))
        if (possible.length > 1 || around.some((column) => isToldOfMany(input, column, answers))) break
        const smallest = around.find(({ rows }) => answers.some((row) => rows.get(row) === 0))
        if (smallest === undefined) break
        gone.add(smallest)
        found.push(smallest)
      }
    }
  }
  return found
}

/** Whether a column of so many people that it may be told says that all of them gave one answer. */
const isToldOfMany = (
  { plan: { rules } }: SuppressionInput,
  { answered, rows }: PlannedColumn,
  answers: readonly string[],
): boolean =>
  answered >= rules.unanimity_below && answers.filter((row) => (rows.get(row) ?? 0) > 0).length === 1

function columnsByCell(columns: readonly PlannedColumn[]): ReadonlyMap<number, readonly PlannedColumn[]> {
  const found = new Map<number, PlannedColumn[]>()
  for (const column of columns) {
    for (const cell of column.cells) {
      const own = found.get(cell)
      if (own === undefined) found.set(cell, [column])
      else own.push(column)
    }
  }
  return found
}
