import { answeredIn, classColumns, type PlannedColumn, plannedColumns, total } from './columns.ts'
import type { HiddenColumns, ImpliedGroup } from './implied.ts'
import { leftOverIn, without } from './left-over.ts'
import type { SuppressionInput } from './model.ts'
import { once } from './once.ts'

/** What is told of people around a group. */
export interface Around extends Pick<PlannedColumn, 'crossing' | 'cells' | 'answered' | 'rows'> {
  /** The columns that tell it; none where the published rows do. */
  readonly by: readonly PlannedColumn[]
}

/** Groups that a group is within: of so many people that all may be told of them, and of as many as may be shown. */
export interface Told {
  readonly many: readonly Around[]
  readonly enough: readonly Around[]
}

/**
 * Tells for a group what is told of the people around it by columns that are not hidden: these, what is left of one when
 * another within it is taken away, what hidden groups of a breakdown are together, and classes of the published rows, which
 * were judged where they were made. `many` people are those of whom even that all said the same may be told.
 */
export const aroundIn = once(toldAround)

function toldAround(
  input: SuppressionInput,
  question: string,
): (hidden: HiddenColumns) => (at: ImpliedGroup) => Told {
  const { minimum_base, unanimity_below } = input.plan.rules
  const planned = plannedColumns(input, question).map((column) => ({ ...column, by: [column] }))
  const classes = classesOf(input, question)
  const manyPeople = Math.max(minimum_base, unanimity_below)
  const all = [...planned.filter(({ answered }) => answered >= manyPeople), ...classes]
  const shown = planned.filter(({ answered }) => answered >= minimum_base)
  const enough = [...shown, ...restsOf(shown, minimum_base), ...classes]
  const [manyFixed, enoughFixed] = [all.map(withPlaces), enough.map(withPlaces)]
  const leftOver = leftOverIn(input, question)
  return (hidden) => {
    const isTold = ({ column: { by } }: Placed) => !by.some(hidden)
    const left = leftOver(hidden).map(withPlaces)
    const least = (people: number) => left.filter(({ column }) => column.answered >= people)
    const many = [...manyFixed.filter(isTold), ...least(manyPeople)]
    const enough = [...enoughFixed.filter(isTold), ...least(minimum_base)]
    return (at) => ({ many: around(many, at), enough: around(enough, at) })
  }
}

function classesOf(input: SuppressionInput, question: string): readonly Around[] {
  const answers = input.plan.questions.find(({ id }) => id === question)?.answers ?? []
  return classColumns(input, question).map(({ crossing, cells }) => {
    const counts = input.inner[crossing]?.questions.get(question)
    return {
      crossing,
      cells,
      by: [],
      answered: total(answeredIn(counts), cells),
      rows: new Map(answers.map((row) => [row, total(counts?.rows.get(row), cells)])),
    }
  })
}

/** What is left between two columns, where as many people as may be shown are. */
function restsOf(columns: readonly Around[], least: number): readonly Around[] {
  const sets = columns.map(({ cells }) => new Set(cells))
  return columns.flatMap((one, index) =>
    columns.flatMap((other): readonly Around[] => {
      const own = sets[index]
      if (one === other || one.crossing !== other.crossing || own === undefined) return []
      const answered = one.answered - other.answered
      if (answered < least || !other.cells.every((cell) => own.has(cell))) return []
      return [{ ...without(one, [other]), by: [...one.by, ...other.by] }]
    }),
  )
}

/** A column, and its cells to be looked up. */
interface Placed {
  readonly column: Around
  readonly cells: ReadonlySet<number>
}

const withPlaces = (column: Around): Placed => ({ column, cells: new Set(column.cells) })

/** Those of some columns that a group lies within. */
const around = (columns: readonly Placed[], { crossing, cells }: ImpliedGroup): readonly Around[] =>
  columns.flatMap(({ column, cells: own }) =>
    column.crossing === crossing && cells.every((cell) => own.has(cell)) ? [column] : [],
  )
