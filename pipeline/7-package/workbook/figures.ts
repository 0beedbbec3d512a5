import { widthOf } from './measure.ts'
import type { Shorthand, Workbook, WorkbookColumn, WorkbookTable } from './model.ts'
import type { TableNames } from './names.ts'
import { type Cell, linkTo, type Sheet } from './sheet.ts'
import { tableSheet } from './table-sheet.ts'

/** The worksheet of one table of figures: title, what it contains, its shorthand, its lines, the table. */
export function figuresSheet(workbook: Workbook, table: WorkbookTable, names: TableNames): Sheet {
  const above: Cell[] = [
    { value: titleOf(table, names), style: 'title' },
    { value: statement(table), style: 'text' },
    ...shorthandLine(table, workbook.shorthand),
    ...table.lines.map((line): Cell => ({ value: line, style: 'text' })),
    { value: 'Back to contents', style: 'link', link: linkTo('Contents') },
  ]
  return tableSheet({
    name: names.sheet,
    orientation: 'landscape',
    tableName: names.table,
    above,
    columns: table.columns.map((column, index) => ({
      header: column.header,
      style: column.kind === 'text' ? 'header' : 'numberHeader',
      width: column.kind === 'text' ? textWidth(table, index) : figureWidth(table, index),
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

/** Wide enough for its labels on up to three lines; the first column also carries title and lines. */
function textWidth(table: WorkbookTable, index: number): number {
  const labels = table.rows.map((row) => widthOf(String(row[index]), 'text'))
  const longest = Math.max(...labels, widestWord(table.columns[index]?.header ?? ''))
  return clamp(Math.ceil(longest), index === 0 ? 48 : 14, index === 0 ? 64 : 48)
}

/** Wide enough for its longest figure and the longest word of its header. */
function figureWidth(table: WorkbookTable, index: number): number {
  const column = table.columns[index]
  const header = column?.header ?? ''
  const figures = table.rows.map((row) => widthOf(printed(row[index], column?.decimals ?? 0), 'mark'))
  const lines = header.split('\n').map((line) => Math.min(18, widthOf(line, 'numberHeader')))
  return clamp(Math.ceil(Math.max(...figures, ...lines, widestWord(header))), 12, 30)
}

function widestWord(header: string): number {
  return Math.max(...header.split(/\s/).map((word) => widthOf(word, 'header')))
}

/** The figure with room for its thousands separators. */
function printed(value: string | number | null | undefined, decimals: number): string {
  if (typeof value !== 'number') return String(value)
  const digits = value.toFixed(decimals)
  return digits + ','.repeat(Math.floor(digits.length / 3))
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
