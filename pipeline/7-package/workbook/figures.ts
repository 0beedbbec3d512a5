import { columnWidth } from './column-width.ts'
import type { Shorthand, Workbook, WorkbookColumn, WorkbookTable } from './model.ts'
import type { TableNames } from './names.ts'
import { type Cell, linkTo, type Sheet } from './sheet.ts'
import { tableSheet } from './table-sheet.ts'

/** The worksheet of one table of figures: title, what it contains, its shorthand, its lines, the table. */
export function figuresSheet(workbook: Workbook, table: WorkbookTable, names: TableNames): Sheet {
  const lines: Cell[] = [
    { value: statement(table), style: 'text' },
    ...shorthandLine(table, workbook.shorthand),
    ...table.lines.map((line): Cell => ({ value: line, style: 'text' })),
    { value: 'Back to contents', style: 'link', link: linkTo('Contents') },
  ]
  return tableSheet({
    name: names.sheet,
    orientation: 'landscape',
    tableName: names.table,
    title: titleOf(table, names),
    lines,
    columns: table.columns.map((column, index) => ({
      header: column.header,
      style: column.kind === 'text' ? 'header' : 'numberHeader',
      width: columnWidth(table, index),
    })),
    rows: table.rows.map((row) => row.map((value, index) => cellOf(value, table.columns[index]))),
  })
}

/** "Table 4: Current and future challenges"; a worksheet that has a name of its own keeps the bare title. */
export function titleOf(table: WorkbookTable, names: TableNames): string {
  const numbered = /^Table /.test(names.sheet) && !table.title.startsWith(names.sheet)
  return numbered ? `${names.sheet}: ${table.title}` : table.title
}

function statement(table: WorkbookTable): string {
  const notes = textsOf(table).some((text) => /\[note \d+\]/.test(text))
  return `This worksheet contains one table.${notes ? ' The notes it refers to are in the Notes worksheet.' : ''}`
}

function shorthandLine(table: WorkbookTable, shorthand: readonly Shorthand[]): Cell[] {
  const texts = textsOf(table)
  const used = shorthand.filter(({ mark }) => texts.some((text) => text.includes(mark)))
  if (used.length === 0) return []
  const meanings = used.map(({ mark, meaning }) => `${mark} means ${meaning.replace(/\.$/, '')}`)
  return [{ value: `This table uses shorthand: ${meanings.join('; ')}.`, style: 'text' }]
}

function textsOf({ title, lines, columns, rows }: WorkbookTable): string[] {
  const cells = rows.flat().filter((value) => typeof value === 'string')
  return [title, ...lines, ...columns.map(({ header }) => header), ...cells]
}

function cellOf(value: string | number | null, column: WorkbookColumn | undefined): Cell {
  if (typeof value === 'string') return { value, style: column?.kind === 'text' ? 'text' : 'mark' }
  const decimals = column?.decimals ?? 0
  return { value: rounded(value ?? 0, decimals), style: { decimals } }
}

/** As printed: without the dust of binary fractions, and never minus zero. */
function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0
}
