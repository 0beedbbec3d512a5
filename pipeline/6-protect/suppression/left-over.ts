import type { Around } from './around.ts'
import { type PlannedColumn, plannedColumns } from './columns.ts'
import type { HiddenColumns } from './implied.ts'
import type { SuppressionInput } from './model.ts'

/** Groups that only the value of one variable tells apart, and the columns that all of them are within, the smallest first. */
interface Family {
  readonly members: readonly PlannedColumn[]
  readonly larger: readonly PlannedColumn[]
}

/**
 * Tells what is left of a shown column when those of its groups that are shown are taken away: the hidden groups of a breakdown
 * together, which the release shows as one. Where figures are hidden one by one it is not known whole, and none is told.
 */
export function leftOverIn(
  input: SuppressionInput,
  question: string,
): (hidden: HiddenColumns) => readonly Around[] {
  const families = input.plan.rules.small_counts > 0 ? [] : familiesIn(input, plannedColumns(input, question))
  return (hidden) =>
    families.flatMap(({ members, larger }) => {
      const whole = larger.find((column) => !hidden(column))
      const shown = members.filter((column) => !hidden(column))
      if (whole === undefined || members.length - shown.length < 2) return []
      return [without(whole, shown)]
    })
}

function familiesIn({ plan }: SuppressionInput, columns: readonly PlannedColumn[]): readonly Family[] {
  const groups = new Map(plan.groups.map((group) => [group.id, group]))
  const families = new Map<string, PlannedColumn[]>()
  for (const column of columns) {
    for (const id of column.groups) {
      const { populations = [], without = [], values = {} } = groups.get(id) ?? {}
      for (const variable of Object.keys(values)) {
        const { [variable]: _, ...others } = values
        const key = JSON.stringify([column.crossing, populations, without, variable, others])
        families.set(key, [...(families.get(key) ?? []), column])
      }
    }
  }
  return [...families.values()].flatMap((all) => {
    const members = [...new Set(all)]
    const cells = members.flatMap((member) => member.cells)
    // Where somebody is in two of the groups, they are not parts of a larger one.
    return new Set(cells).size < cells.length ? [] : [{ members, larger: largerThan(members, columns) }]
  })
}

function largerThan(members: readonly PlannedColumn[], columns: readonly PlannedColumn[]): Family['larger'] {
  const cells = new Set(members.flatMap((member) => member.cells))
  const crossing = members[0]?.crossing
  return columns
    .filter((column) => !members.includes(column) && column.crossing === crossing)
    .filter((column) => {
      const own = new Set(column.cells)
      return [...cells].every((cell) => own.has(cell))
    })
    .sort((one, other) => one.cells.length - other.cells.length)
}

/** People of a column but those of some that are within it. */
export function without(whole: Omit<Around, 'by'>, parts: readonly Omit<Around, 'by'>[]): Around {
  const taken = new Set(parts.flatMap(({ cells }) => cells))
  return {
    crossing: whole.crossing,
    cells: whole.cells.filter((cell) => !taken.has(cell)),
    by: [],
    answered: parts.reduce((rest, { answered }) => rest - answered, whole.answered),
    rows: new Map(
      [...whole.rows].map(([row, count]) => [
        row,
        parts.reduce((rest, { rows }) => rest - (rows.get(row) ?? 0), count),
      ]),
    ),
  }
}
