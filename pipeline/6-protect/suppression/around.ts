import type { PlannedQuestion } from '../../disclosure/index.ts'
import { answeredIn, classColumns, type PlannedColumn, plannedColumns, total } from './columns.ts'
import type { ImpliedGroup } from './implied.ts'
import type { SuppressionInput } from './model.ts'

/** What is told of people around a group. */
export type Around = Pick<PlannedColumn, 'crossing' | 'cells' | 'answered' | 'rows'>

/** Groups that a group is within: of so many people that all may be told of them, and of as many as may be shown. */
export interface Told {
  readonly many: readonly Around[]
  readonly enough: readonly Around[]
}

/**
 * Tells for a group what is told of the people around it: planned columns, what is left of one when another within it is taken
 * away, and classes of the published rows, which were judged where they were made. `many` people are those of whom
 * even that all said the same may be told.
 */
export function aroundIn(
  input: SuppressionInput,
  question: PlannedQuestion,
  many: number,
): (at: ImpliedGroup) => Told {
  const planned = plannedColumns(input, question.id)
  const classes = classesOf(input, question)
  const all = [...planned.filter(({ answered }) => answered >= many), ...classes]
  const shown = planned.filter(({ answered }) => answered >= input.plan.rules.minimum_base)
  const enough = [...shown, ...restsOf(input, question, shown), ...classes]
  return (at) => ({ many: within(all, at), enough: within(enough, at) })
}

const classesOf = (input: SuppressionInput, { id, answers }: PlannedQuestion): readonly Around[] =>
  classColumns(input, id).map(({ crossing, cells }) => {
    const counts = input.inner[crossing]?.questions.get(id)
    return {
      crossing,
      cells,
      answered: total(answeredIn(counts), cells),
      rows: new Map(answers.map((row) => [row, total(counts?.rows.get(row), cells)])),
    }
  })

/** What is left between two columns, where as many people as may be shown are. */
function restsOf(
  input: SuppressionInput,
  { answers }: PlannedQuestion,
  columns: readonly PlannedColumn[],
): readonly Around[] {
  const sets = columns.map(({ cells }) => new Set(cells))
  return columns.flatMap((one, index) =>
    columns.flatMap((other): readonly Around[] => {
      const own = sets[index]
      if (one === other || one.crossing !== other.crossing || own === undefined) return []
      const answered = one.answered - other.answered
      if (answered < input.plan.rules.minimum_base || !other.cells.every((cell) => own.has(cell))) return []
      const taken = new Set(other.cells)
      return [
        {
          crossing: one.crossing,
          cells: one.cells.filter((cell) => !taken.has(cell)),
          answered,
          rows: new Map(answers.map((row) => [row, (one.rows.get(row) ?? 0) - (other.rows.get(row) ?? 0)])),
        },
      ]
    }),
  )
}

const within = (columns: readonly Around[], at: ImpliedGroup): readonly Around[] =>
  columns.filter(({ crossing, cells }) => {
    if (crossing !== at.crossing || cells.length < at.cells.length) return false
    const inside = new Set(cells)
    return at.cells.every((cell) => inside.has(cell))
  })
