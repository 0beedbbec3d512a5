import type { Figure, ReleasedFigure, Table, TableColumn } from '../artefacts.ts'
import { type RiskModel, reasons } from '../policy.ts'
import { countsAnswers } from './shown-counts.ts'

/** What is not shown of the tables of a question. */
export interface Hidden {
  /** Whether a figure of a question and group is hidden; null is the base, and with it the column. */
  readonly figure: (question: string, group: string, row: string | null) => boolean
  /** Whether any figure of a question and group is. */
  readonly any: (question: string, group: string) => boolean
  /** Whether the published rows tell the figures of a question and group, so that nothing of them is confidential. */
  readonly told: (question: string, group: string) => boolean
  /** Whether a mean, median or total (by its label) of a question and group is, for the few it rests on. */
  readonly measure: (question: string, group: string, label: string) => boolean
}

/**
 * Why a figure is not shown: too few answered; it, or what would follow from it, says what few people answered; too few to
 * conclude from, though the published rows show it.
 */
export type Why = 'base' | 'derived' | 'quality'

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
  return (
    columnHidden(table, column, hidden, model) ??
    figureHidden(
      table,
      column,
      row,
      table.rows.find(({ label }) => label === row)?.cells[index],
      hidden,
      model,
    )
  )
}

/** A table as it may be seen: marks in place of what is hidden, and a note that says why. */
export function releaseTable(table: Table<Figure>, hidden: Hidden, model: RiskModel): Table<ReleasedFigure> {
  const columns = table.columns.map((column) => columnHidden(table, column, hidden, model))
  const why = new Set(columns)
  const rows = table.rows.map(({ label, cells }) => ({
    label,
    cells: cells.map((figure, index): ReleasedFigure => {
      const column = table.columns[index]
      const single =
        columns[index] !== undefined || column === undefined
          ? undefined
          : figureHidden(table, column, label, figure, hidden, model)
      if (single !== undefined) why.add(single)
      const hides = columns[index] ?? single
      if (hides !== undefined) return { value: null, status: hides === 'quality' ? 'x' : 'c' }
      const { value, status, base } = figure
      const own = base === undefined ? {} : { base }
      return status === '' ? { value, status: '', ...own } : { value: null, status, ...own }
    }),
  }))
  return {
    ...table,
    columns: table.columns.map((column, index) =>
      columns[index] === undefined ? column : withoutBase(column),
    ),
    rows,
    notes: [...table.notes, ...notesOf(why, model)],
  }
}

/**
 * Whether a base may be seen, as far as its size goes. That nobody answered says nothing of anybody by itself; what it
 * gives away of others is for the suppression to judge, as of any figure that is shown.
 */
export const isBaseShown = (base: number, { minimum_base }: RiskModel): boolean =>
  base === 0 || base >= minimum_base

function columnHidden(
  table: Table<Figure>,
  { population, among = [population], base }: TableColumn,
  hidden: Hidden,
  model: RiskModel,
): Why | undefined {
  const { kind, question } = table
  if (kind === 'response rate') return undefined
  if (base !== null && !isBaseShown(base, model))
    return question !== undefined && among.every((group) => hidden.told(question, group)) ? 'quality' : 'base'
  if (question === undefined) return undefined
  // A mean or a test says something of each answer it is made of.
  const derived = countsAnswers(table)
    ? hidden.figure(question, population, null)
    : among.some((group) => hidden.any(question, group))
  return derived ? 'derived' : undefined
}

function figureHidden(
  table: Table<Figure>,
  { population, among }: TableColumn,
  row: string,
  figure: Figure | undefined,
  hidden: Hidden,
  model: RiskModel,
): Why | undefined {
  const { kind, question } = table
  if (kind === 'response rate' || question === undefined || figure === undefined) return undefined
  if (countsAnswers(table)) return hidden.figure(question, population, row) ? 'derived' : undefined
  // A mean has a base of its own: those who ranked this item, whose answer has a score.
  if (among !== undefined || figure.status === 'z') return undefined
  if (!isBaseShown(figure.count, model)) return 'base'
  return hidden.measure(question, population, row) ? 'derived' : undefined
}

function notesOf(why: ReadonlySet<Why | undefined>, model: RiskModel): readonly string[] {
  const { base, derived } = reasons(model)
  return [
    ...(why.has('base') ? [`Figures are not shown where ${base}.`] : []),
    ...(why.has('quality')
      ? [
          `Figures are marked [x] and left out where ${base}, too few to conclude from, and the published responses tell as much.`,
        ]
      : []),
    ...(why.has('derived') ? [`Some figures are not shown: ${derived}.`] : []),
    ...(model.rounding > 1
      ? [`Counts are rounded to multiples of ${model.rounding}, and percentages are of rounded counts.`]
      : []),
  ]
}

/** Of a column that is not shown the number of people is not either. */
function withoutBase({ weightedBase: _, ...column }: TableColumn): TableColumn {
  return { ...column, base: null }
}
