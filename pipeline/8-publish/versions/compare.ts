import type { Engine } from '../../engine/index.ts'
import { figureChanges, rowChanges, type TableFile } from './data-changes.ts'
import type { DescribedRelease, DescribedTable } from './described.ts'
import type { Difference, FigureChanges, RowChanges } from './difference.ts'
import { schemaChanges } from './schema-changes.ts'
import { highest, type Level } from './version.ts'

/** A release as the engine may read it: what it says of itself, and the folder its files stand in. */
export interface ReadableRelease {
  readonly described: DescribedRelease
  readonly folder: string
}

/**
 * The table of all figures; those named `table-…` print the same figures once more, and those named `codes-…`
 * list the values of columns, whose change is one of the schema or of the figures.
 */
const FIGURES = 'tables'
const REPEATED = /^(table|codes)-/

const NO_FIGURES: FigureChanges = { added: 0, removed: 0, changed: 0, marked: 0, tables: [], list: [] }

/** What tells `after` from `before`: the shape, the rows and the figures. Files with the same hash are not read. */
export async function compareReleases(
  engine: Engine,
  before: ReadableRelease,
  after: ReadableRelease,
): Promise<Difference> {
  let figures = NO_FIGURES
  const rows: RowChanges[] = []
  for (const old of before.described.tables) {
    const now = after.described.tables.find(({ name }) => name === old.name)
    if (now === undefined || REPEATED.test(old.name) || (old.hash === now.hash && old.hash !== '')) continue
    const [left, right] = [fileOf(before, old), fileOf(after, now)]
    if (old.name === FIGURES) figures = await figureChanges(engine, left, right)
    else rows.push(await rowChanges(engine, left, right))
  }
  return { schema: schemaChanges(before.described, after.described), rows, figures }
}

const fileOf = ({ folder }: ReadableRelease, table: DescribedTable): TableFile => ({
  table,
  file: `${folder}/${table.path}`,
})

/**
 * How far a difference raises the version. More rows or figures are an addition; figures that are gone break
 * what others built on them; other values, or fewer rows, correct.
 */
export function levelOf({ schema, rows, figures }: Difference): Level {
  return highest([
    ...schema.map(({ level }) => level),
    ...rows.map(
      ({ added, removed }): Level => (added > removed ? 'minor' : added + removed > 0 ? 'patch' : 'none'),
    ),
    figures.removed > 0
      ? 'major'
      : figures.added > 0
        ? 'minor'
        : figures.changed + figures.marked > 0
          ? 'patch'
          : 'none',
  ])
}

/**
 * Whether something that was published is no longer so: who relied on it must be told why. A figure that is only marked
 * otherwise is still so.
 */
export const needsNote = ({ rows, figures }: Difference): boolean =>
  figures.changed + figures.removed > 0 || rows.some(({ removed }) => removed > 0)
