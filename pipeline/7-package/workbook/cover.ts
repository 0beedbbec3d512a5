import { widened } from './measure.ts'
import type { Workbook } from './model.ts'
import { type Cell, rowOf, type Sheet } from './sheet.ts'

/** A comfortable line, and what an A4 page holds at full size. */
const WIDTH = 72

/** The first worksheet: title and subtitle, then each section under its heading, all in column A. */
export function coverSheet({ title, subtitle, cover }: Workbook): Sheet {
  const cells: Cell[] = [{ value: title, style: 'title' }]
  if (subtitle !== undefined) cells.push({ value: subtitle, style: 'text' })
  for (const { heading, paragraphs } of cover) {
    cells.push({ value: heading, style: 'heading' })
    for (const paragraph of paragraphs) {
      if (typeof paragraph === 'string') cells.push({ value: paragraph, style: 'text' })
      else cells.push({ value: paragraph.text, style: 'link', link: paragraph.href })
    }
  }
  const texts = cells.map(({ value }) => String(value))
  const widths = [widened(WIDTH, texts)]
  const rows = cells.map((cell) => withSpaceAbove(rowOf(widths, [cell]), cell))
  return { name: 'Cover', orientation: 'portrait', widths, rows }
}

/** Sections are set apart by taller heading rows: blank rows would be read out as the end of the sheet. */
function withSpaceAbove(row: Sheet['rows'][number], cell: Cell): Sheet['rows'][number] {
  return cell.style === 'heading' ? { ...row, height: row.height + 14 } : row
}
