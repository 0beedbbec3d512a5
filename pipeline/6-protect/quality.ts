import type { ReleasedFigure, Table, TableColumn } from '../artefacts.ts'

/**
 * A table whose figures of few people are marked `u`, low reliability. In: a table as it may be seen, and the fewest people
 * that a figure needs not to be marked; 0 marks nothing. Out: the same table, values and bases untouched. This is about
 * quality and hides nothing: what has no value keeps the status that says why. Figures go by their own base where they
 * have one, else by that of their column, and a base that stands as a figure is no estimate; a change between waves by the smaller base of the two. Response rates are
 * counts of a whole list of people or units, so they have no margin of error. Where rows differ in their base, a note says
 * that a marked heading does not speak of all of them.
 */
export function markQuality(table: Table<ReleasedFigure>, smallBase: number): Table<ReleasedFigure> {
  if (table.kind === 'response rate') return table
  const bases = table.columns.map((column) => leastBase(table.columns, column))
  const rows = table.rows.map(({ label, cells }) => ({
    label,
    cells: cells.map((cell, column) =>
      table.columns[column]?.statistic === 'respondents'
        ? cell
        : marked(cell, cell.base ?? bases[column] ?? null, smallBase),
    ),
  }))
  const some = rows.some(({ cells }) =>
    cells.some(({ status, base }) => status === 'u' && base !== undefined),
  )
  const note = `In a column marked [u], figures of fewer than ${smallBase} people are of low reliability; the number of people stands beside each.`
  return { ...table, rows, notes: some ? [...table.notes, note] : table.notes }
}

const marked = (cell: ReleasedFigure, base: number | null, smallBase: number): ReleasedFigure =>
  cell.status === '' && base !== null && base < smallBase ? { ...cell, status: 'u' } : cell

/** How many a column rests on: a change also on those of the wave it is counted from, which stands before it. */
function leastBase(columns: readonly TableColumn[], column: TableColumn): number | null {
  if (column.statistic !== 'change') return column.base
  const bases = columns.flatMap(({ base, among }) =>
    base !== null && among?.join('\n') === column.among?.join('\n') ? [base] : [],
  )
  return bases.length === 0 ? null : Math.min(...bases)
}
