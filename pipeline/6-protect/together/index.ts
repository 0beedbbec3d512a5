import type { Figure, ReleasedFigure, Table, TableColumn } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import type { TabulationPlan } from '../../disclosure/index.ts'
import { percent } from '../../percent.ts'
import { foundTogether, type Together } from './find.ts'
import { columnTogether } from './names.ts'
import { saidOfGroups } from './said.ts'
import { followingStatistics, type Seen, seenCounts } from './seen.ts'

/**
 * Breakdowns in which hidden groups are shown as one: a column named after them, behind those that they stand beside, with
 * what a larger group that is shown leaves when the shown ones are taken from it. In: all tables of exact counts, as they
 * were made and as they may be seen. Out: the same with more columns. Only counts, and percentages made of
 * them, are shown so; means, tests and what is weighted follow from no figures, and are not.
 */
export function shownTogether(
  definition: Definition,
  tables: readonly Seen[],
  plan: TabulationPlan,
): readonly Seen[] {
  const seen = seenCounts(definition, tables)
  const taken = new Set(plan.groups.map(({ id }) => id))
  return tables.map((one) => ({
    ...one,
    // From the last to the first, so that places stay what they are.
    released: [...foundTogether(one, seen, plan)]
      .sort((a, b) => b.last - a.last)
      .reduce((table, together) => withColumns(definition, one.made, table, together, taken), one.released),
  }))
}

/** A table as it may be seen, with what is said of its groups before the reasons for it. */
export function saidBeside({ made, released }: Seen): Seen {
  const own = made.notes.length
  const notes = [...released.notes.slice(0, own), ...saidOfGroups(released), ...released.notes.slice(own)]
  return { made, released: { ...released, notes } }
}

function withColumns(
  definition: Definition,
  made: Table<Figure>,
  table: Table<ReleasedFigure>,
  { variable, members, last, counts }: Together,
  taken: ReadonlySet<string>,
): Table<ReleasedFigure> {
  const [first] = members
  const statistics = followingStatistics(definition)
  const columns = made.columns
    .filter(({ population, statistic }) => population === first?.population && statistics.includes(statistic))
    .map((column) => ({ ...columnTogether(definition, variable, members, column), base: counts.base }))
  // A value may be called so already.
  if (columns.some(({ population }) => taken.has(population))) return table
  const inserted = <T>(list: readonly T[], more: readonly T[]): readonly T[] => [
    ...list.slice(0, last + 1),
    ...more,
    ...list.slice(last + 1),
  ]
  return {
    ...table,
    columns: inserted(table.columns, columns),
    rows: table.rows.map(({ label, cells }) => ({
      label,
      cells: inserted(
        cells,
        columns.map((column) => figureOf(counts.rows.get(label), counts.base, column)),
      ),
    })),
  }
}

function figureOf(
  count: number | undefined,
  base: number,
  { statistic, decimals }: TableColumn,
): ReleasedFigure {
  if (count === undefined) return { value: null, status: 'c' }
  if (statistic === 'count') return { value: count, status: '' }
  const value = percent(count, base, decimals)
  return value === 0 && count > 0 ? { value: null, status: 'low' } : { value, status: '' }
}
