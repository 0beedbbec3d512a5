import type { DescribedRelease, DescribedTable } from '../8-publish/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import { fault } from './fault.ts'
import { readTable } from './read-table.ts'
import type { ReleaseReader } from './reader.ts'
import { openTidy, type TidyFigure } from './tidy.ts'

/**
 * Each table as printed has the figures of `data/tables.csv`: the same rows, in the same order, cell by cell the
 * same value or, where there is none, a mark; and the heading of a column with figures of low reliability says so.
 * Tables stand in the same order in both.
 */
export async function checkPrinted(
  engine: Engine,
  reader: ReleaseReader,
  release: DescribedRelease,
): Promise<readonly Issue[]> {
  const tidy = await openTidy(engine, reader, release)
  if (tidy === undefined) return []
  const printed = release.tables.filter(({ name }) => name.startsWith('table-'))
  if (printed.length !== tidy.tables.length)
    return [fault('printed', 'data/tables.csv', 'It has other tables than are printed.')]
  const issues: Issue[] = []
  for (const [index, table] of printed.entries()) {
    const one = tidy.tables[index]
    if (one === undefined || !(await isSame(engine, reader, table, await tidy.of(one))))
      issues.push(fault('printed', table.path, 'It does not have the figures of data/tables.csv.'))
  }
  return issues
}

async function isSame(
  engine: Engine,
  reader: ReleaseReader,
  table: DescribedTable,
  figures: readonly TidyFigure[],
): Promise<boolean> {
  const [label, ...columns] = table.fields.map(({ name }) => name)
  if (label === undefined) return false
  const all = [label, ...columns].map((name, index) => `${identifier(name)} AS c${index}`)
  const rows = await engine.rows(`SELECT ${all.join(', ')} FROM ${readTable(reader, table)}`)
  const cells = rows.flatMap((row) =>
    columns.map((heading, index) => ({
      ...{ heading, label: String(row['c0']) },
      cell: row[`c${index + 1}`] ?? '',
    })),
  )
  return (
    cells.length === figures.length &&
    cells.every((one, index) => {
      const figure = figures[index]
      return (
        figure?.row === one.label &&
        says(String(one.cell), figure.value, table.missingValues) &&
        (figure.status !== 'u' || one.heading.includes(UNRELIABLE))
      )
    })
  )
}

/** Stands in the heading of a column, whose cells stay numbers. */
const UNRELIABLE = '[u]'

/** A mark stands for a figure without a value; a zero may have a mark of its own. */
const says = (cell: string, value: string | null, marks: readonly string[]): boolean =>
  value === null
    ? marks.includes(cell)
    : marks.includes(cell)
      ? Number(value) === 0
      : cell !== '' && Number(cell) === Number(value)
