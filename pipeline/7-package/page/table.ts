import type { Reporting } from '../../definition/index.ts'
import { html, type Markup, NONE } from '../../html/index.ts'
import { printedFigure } from '../figure.ts'
import { columnHeadings, rowHeading } from '../headings.ts'
import { cellAt } from '../tables.ts'
import type { ReleasedTable } from './model.ts'

/** A word that no column is wide enough for. Only those are broken: others stay whole, however narrow a table gets. */
const LONG_WORD = /\S{25}/

/**
 * A table for people and for programs that read it aloud: its caption, headings of rows and columns, and
 * figures as printed. Columns wider than the page scroll by themselves. With `bars`, a percentage has a bar
 * behind it.
 */
export function tableMarkup(
  table: ReleasedTable,
  caption: string,
  reporting: Reporting,
  { bars = false }: { readonly bars?: boolean } = {},
): Markup {
  const headings = columnHeadings(table, ' ', true)
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table data-table="${table.id}">
<caption>${caption}</caption>
<thead><tr><th scope="col">${rowHeading(table)}</th>${headings.map(
    (heading) =>
      html`<th scope="col" class="${LONG_WORD.test(heading) ? 'number long' : 'number'}">${heading}</th>`,
  )}</tr></thead>
<tbody>
${table.rows.map(
  ({ label, cells }) =>
    html`<tr${label === 'Total' ? html` class="total"` : NONE}><th scope="row">${label}</th>${table.columns.map(
      (column, index) => {
        const cell = cellAt(table, cells, index)
        const bar = bars && column.statistic === 'percent' && cell.value !== null && label !== 'Total'
        return html`<td class="number"${bar ? html` style="--v:${Math.round(cell.value ?? 0)}"` : NONE}>${printedFigure(cell, column.decimals, reporting)}</td>`
      },
    )}</tr>\n`,
)}</tbody>
</table>
</div>`
}
