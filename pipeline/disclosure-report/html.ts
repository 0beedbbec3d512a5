import { escaped } from '../html/index.ts'

/** A section with its heading; `body` is HTML already. */
export const section = (id: string, heading: string, body: string): string =>
  `<section aria-labelledby="${id}">
<h2 id="${id}">${escaped(heading)}</h2>
${body}
</section>`

export const list = (items: readonly string[]): string =>
  `<ul>\n${items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`

/**
 * A table of texts and numbers, the first cell of each row its heading. Columns of which every cell begins with a
 * digit or is a dash stand to the right. `chosen` are rows to be set off.
 */
export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  chosen: ReadonlySet<number> = new Set(),
): string {
  const isNumber = headings.map(
    (_, column) => column > 0 && rows.every((row) => /^(at least )?[\d\u2013]/.test(row[column] ?? '')),
  )
  const mark = (column: number) => (isNumber[column] ? ' class="number"' : '')
  const cells = (row: readonly string[]) =>
    row.map((text, column) =>
      column === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td${mark(column)}>${escaped(text)}</td>`,
    )
  return `<div class="wide" role="region" aria-label="${escaped(caption)}" tabindex="0">
<table>
<caption>${escaped(caption)}</caption>
<thead><tr>${headings.map((text, column) => `<th scope="col"${mark(column)}>${escaped(text)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row, index) => `<tr${chosen.has(index) ? ' class="chosen"' : ''}>${cells(row).join('')}</tr>`).join('\n')}
</tbody>
</table>
</div>`
}
