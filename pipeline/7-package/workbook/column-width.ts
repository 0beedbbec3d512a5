import { widthOf } from './measure.ts'
import type { WorkbookTable } from './model.ts'

/** Keeps right-aligned headers apart. */
const GAP = 2

/** Width of a table's column, in digits of the body font. */
export function columnWidth(table: WorkbookTable, index: number): number {
  return table.columns[index]?.kind === 'text' ? textWidth(table, index) : figureWidth(table, index)
}

/** Wide enough for its longest label, within reason: beyond that labels are wrapped. */
function textWidth(table: WorkbookTable, index: number): number {
  const labels = table.rows.map((row) => widestLine(String(row[index])))
  const longest = Math.max(...labels, widestWord(table.columns[index]?.header ?? ''))
  return clamp(Math.ceil(longest), index === 0 ? 24 : 14, index === 0 ? 64 : 48)
}

/** Wide enough for its longest figure and the longest word of its header. */
function figureWidth(table: WorkbookTable, index: number): number {
  const column = table.columns[index]
  const header = column?.header ?? ''
  const figures = table.rows.map((row) => widthOf(printed(row[index], column?.decimals ?? 0), 'mark'))
  const lines = header.split('\n').map((line) => Math.min(18, widthOf(line, 'numberHeader')))
  return clamp(Math.ceil(Math.max(...figures, ...lines, widestWord(header)) + GAP), 12, 30)
}

/** Labels may hold line ends of their own. */
function widestLine(label: string): number {
  return Math.max(...label.split('\n').map((line) => widthOf(line, 'text')))
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
