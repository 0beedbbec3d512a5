import type { ReleasedFigure, ReleasedTables, TableColumn } from '../../artefacts.ts'
import { isUnreliable } from '../headings.ts'
import type { FindingFigure } from './model.ts'
import { FEWEST_RESPONDENTS } from './rules.ts'

export type ReleasedTable = ReleasedTables['tables'][number]

/** A figure that may be printed, and its digits after the point. */
export interface Printed extends FindingFigure {
  readonly decimals: number
}

/** Of whom a table shows figures: all columns of one population or group. */
export interface Shown {
  readonly table: ReleasedTable
  readonly population: string
  readonly column: TableColumn
  /** The released figure; undefined where it is hidden, rounds to zero, or is not there. */
  readonly figure: (row: string, statistic: string) => Printed | undefined
  /** Whether a figure of this row is confidential: it could be any. */
  readonly isHidden: (row: string, statistic: string) => boolean
  /** How many answered, as the base of a row. */
  readonly base: (row: string) => Printed | undefined
}

/** The groups of a table of which something may be said, in the order of their columns: none with figures marked `u`. */
export const shownIn = (table: ReleasedTable): readonly Shown[] =>
  allIn(table).filter(
    ({ population, column: { base } }) =>
      base !== null &&
      Math.min(base, ...ownBases(table, population)) >= FEWEST_RESPONDENTS &&
      !isMarked(table, population),
  )

/** Bases of the rows of a group, where they have any of their own. */
const ownBases = (table: ReleasedTable, population: string): readonly number[] =>
  table.columns.flatMap((column, index) =>
    column.population === population ? table.rows.flatMap(({ cells }) => cells[index]?.base ?? []) : [],
  )

const isMarked = (table: ReleasedTable, population: string): boolean =>
  table.columns.some((column, index) => column.population === population && isUnreliable(table, index))

/** Every group of a table, however many answered. */
export function allIn(table: ReleasedTable): readonly Shown[] {
  const rows = new Map(table.rows.map(({ label, cells }) => [label, cells]))
  const groups = new Map<string, Map<string, number>>()
  for (const [place, { population, statistic }] of table.columns.entries()) {
    const places = groups.get(population) ?? new Map<string, number>()
    groups.set(population, places.has(statistic) ? places : places.set(statistic, place))
  }
  return [...groups].flatMap(([population, places]) => {
    const column = table.columns[[...places.values()][0] ?? -1]
    return column === undefined ? [] : [shown(table, rows, population, column, places)]
  })
}

function shown(
  table: ReleasedTable,
  rows: ReadonlyMap<string, readonly ReleasedFigure[]>,
  population: string,
  column: TableColumn,
  places: ReadonlyMap<string, number>,
): Shown {
  const cell = (row: string, statistic: string) => rows.get(row)?.[places.get(statistic) ?? -1]
  const named = (row: string, statistic: string, value: number, decimals: number): Printed => ({
    ...{ table: table.id, population, row, statistic, value, decimals },
  })
  return {
    table,
    population,
    column,
    figure: (row, statistic) => {
      const value = cell(row, statistic)?.value
      const { decimals = 0 } = table.columns[places.get(statistic) ?? -1] ?? {}
      return value === undefined || value === null ? undefined : named(row, statistic, value, decimals)
    },
    isHidden: (row, statistic) => cell(row, statistic)?.status === 'c',
    base: (row) => (column.base === null ? undefined : named(row, 'base', column.base, 0)),
  }
}

/** The limits of an estimate, where they are shown and leave something open. */
export function intervalOf(
  shown: Shown,
  row: string,
  statistic: string,
): { readonly low: Printed; readonly high: Printed } | undefined {
  const low = shown.figure(row, `${statistic}_low`)
  const high = shown.figure(row, `${statistic}_high`)
  return low === undefined || high === undefined || low.value === high.value ? undefined : { low, high }
}
