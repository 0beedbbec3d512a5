import { NO_REPLY, type PlannedQuestion } from '../../disclosure/index.ts'
import { answeredIn, type PlannedColumn, plannedColumns, total } from '../suppression/columns.ts'
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

/** A column in which nobody is, question by question and group by group. */
export interface NobodyAsked {
  readonly question: string
  readonly group: string
}

/**
 * Columns to be hidden because nobody in them was asked a question: where an answer to another leads to it, that says of all who
 * answered the other that none of them gave it. Left as it is: what is told of so many people that it may be.
 */
export function toldByNobodyAsked({ plan, inner, shown }: SuppressionInput): readonly NobodyAsked[] {
  const few = Math.max(plan.rules.minimum_base, plan.rules.unanimity_below)
  const before = new Map(
    plan.questions.flatMap(({ id, base, askedIf }) =>
      base === 'asked' ? [[id as string, askedIf.map(({ question }) => question)] as const] : [],
    ),
  )
  return shown.flatMap(({ question, group, row, count }): readonly NobodyAsked[] => {
    if (row !== null || count > 0) return []
    const isFew = (before.get(question) ?? []).some((leading) =>
      inner.some(({ crossing: { groups }, questions }) => {
        const people = total(answeredIn(questions.get(leading)), groups.get(group) ?? [])
        return people >= 1 && people < few
      }),
    )
    return isFew ? [{ question, group }] : []
  })
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
