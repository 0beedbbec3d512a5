import type { ReleasedFigure, Table, TableColumn } from '../../artefacts.ts'

/**
 * What protection hid of the groups of a table and what it shows together, in a sentence that stands beside it; nothing where
 * every group is shown. Said of what may be seen of the table, and of nothing else.
 */
export function saidOfGroups(table: Table<ReleasedFigure>): readonly string[] {
  if (table.kind === 'response rate') return []
  const columns = [...new Map(table.columns.map((column) => [column.population, column])).values()].filter(
    ({ group }) => group !== undefined,
  )
  const together = columns.filter((column) => sizeOf(column) > 1)
  const groups = columns.filter((column) => !together.includes(column))
  const hidden = groups.filter(({ population }) => isHidden(table, population))
  if (hidden.length === 0 || groups.length < 2) return []
  const said = `Hidden to protect people: ${hidden.length} of ${groups.length} groups (${named(hidden)})`
  if (together.length === 0) return [`${said}.`]
  if (together.length === 1 && together.every((column) => sizeOf(column) === hidden.length))
    return [`${said}, shown together as one column.`]
  return [`${said}. Shown together as one column: ${named(together)}.`]
}

/** How many groups a column shows. */
const sizeOf = ({ group }: TableColumn): number =>
  Object.values(group?.values ?? {}).reduce((size, value) => size * [value].flat().length, 1)

/** Whether nothing of a group is shown, so as to protect people; what is left out for quality is not meant. */
function isHidden({ columns, rows }: Table<ReleasedFigure>, population: string): boolean {
  const places = columns.flatMap((column, place) => (column.population === population ? [place] : []))
  const cells = rows.flatMap((row) => places.flatMap((place) => row.cells[place] ?? []))
  return cells.length > 0 && cells.every(({ status }) => status === 'c')
}

function named(columns: readonly TableColumn[]): string {
  const titles = columns.map(({ title }) => title)
  return titles.join(titles.some((title) => title.includes(',')) ? '; ' : ', ')
}
