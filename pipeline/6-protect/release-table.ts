import type { Figure, ReleasedFigure, Table, TableColumn } from '../artefacts.ts'
import { type RiskModel, reasons } from '../policy.ts'
import { countsAnswers } from './shown-counts.ts'

/** What is not shown: groups of breakdowns as a whole, and single figures of a question. */
export interface Hidden {
  /** Groups of this table that are too small, or would give one away. */
  readonly groups: ReadonlySet<string>
  /** Whether a figure of a question and group is hidden; null is the base. */
  readonly figure: (question: string, group: string, row: string | null) => boolean
  /** Whether any figure of a question and group is. */
  readonly any: (question: string, group: string) => boolean
}

/** Why a figure of a table is hidden; undefined where it is not. */
export function whyHidden(
  table: Table<Figure>,
  index: number,
  row: string,
  hidden: Hidden,
  model: RiskModel,
): Why | undefined {
  const column = table.columns[index]
  if (column === undefined) return undefined
  const whole = isConfidential(table, column, hidden, model)
  if (whole !== undefined) return whole
  const { question } = table
  const single =
    question !== undefined && countsAnswers(table) && hidden.figure(question, column.population, row)
  return single ? 'derived' : undefined
}

/** A table as it may be seen: marks in place of what is hidden, and a note that says why. */
export function releaseTable(table: Table<Figure>, hidden: Hidden, model: RiskModel): Table<ReleasedFigure> {
  const confidential = table.columns.map((column) => isConfidential(table, column, hidden, model))
  const single = (column: TableColumn, row: string): boolean =>
    table.question !== undefined &&
    countsAnswers(table) &&
    hidden.figure(table.question, column.population, row)
  const rows = table.rows.map(({ label, cells }) => ({
    label,
    cells: cells.map(({ value, status, base }, index): ReleasedFigure => {
      const column = table.columns[index]
      if (confidential[index] !== undefined || (column !== undefined && single(column, label))) {
        return { value: null, status: 'c' }
      }
      const own = base === undefined ? {} : { base }
      return status === '' ? { value, status: '', ...own } : { value: null, status, ...own }
    }),
  }))
  const singles = table.rows.some(({ label }) => table.columns.some((column) => single(column, label)))
  return {
    ...table,
    columns: table.columns.map((column, index) =>
      confidential[index] === undefined ? column : withoutBase(column),
    ),
    rows,
    notes: [...table.notes, ...notesOf(new Set(confidential), singles, model)],
  }
}

/**
 * Whether a base may be seen, as far as its size goes. That nobody answered says nothing of anybody by itself; what it
 * gives away of others is for the suppression to judge, as of any figure that is shown.
 */
export const isBaseShown = (base: number, { minimum_base }: RiskModel): boolean =>
  base === 0 || base >= minimum_base

/** Why a figure is not shown: too few answered; its group of a breakdown; it is small, or others would follow. */
export type Why = 'base' | 'group' | 'derived'

function isConfidential(
  table: Table<Figure>,
  column: TableColumn,
  hidden: Hidden,
  model: RiskModel,
): Why | undefined {
  const { population, among = [population], base } = column
  if (among.some((group) => hidden.groups.has(group))) return 'group'
  if (table.kind === 'response rate') return undefined
  if (base !== null && !isBaseShown(base, model)) return 'base'
  if (table.question === undefined) return undefined
  const { question } = table
  // A mean or a test says something of each answer it is made of.
  const derived = countsAnswers(table)
    ? hidden.figure(question, population, null)
    : among.some((group) => hidden.any(question, group))
  return derived ? 'derived' : undefined
}

function notesOf(why: ReadonlySet<Why | undefined>, singles: boolean, model: RiskModel): readonly string[] {
  const { base, blanked, derived } = reasons(model)
  return [
    ...(why.has('base') ? [`Figures are not shown where ${base}.`] : []),
    ...(why.has('group') ? [`Some groups are not shown: ${blanked}.`] : []),
    ...(why.has('derived') || singles ? [`Some figures are not shown: ${derived}.`] : []),
    ...(model.rounding > 1
      ? [`Counts are rounded to multiples of ${model.rounding}, and percentages are of rounded counts.`]
      : []),
  ]
}

/** Of a column that is not shown the number of people is not either. */
function withoutBase({ weightedBase: _, ...column }: TableColumn): TableColumn {
  return { ...column, base: null }
}
