import { counted } from '../7-package/index.ts'
import type { QuotesReport } from '../artefacts.ts'

/** What became of the quotes that were chosen: how many are published, and why others are not. */
export const quoteLines = ({ chosen, published, withheld, void: lost }: QuotesReport): readonly string[] => [
  `${published} of ${counted(chosen, 'quote', 'quotes')} chosen are published`,
  ...withheld.map(
    ({ reason, rows }) => `${counted(rows.length, 'quote', 'quotes')}: ${reason} (${rowsInWords(rows)})`,
  ),
  ...(lost === 0
    ? []
    : [`${counted(lost, 'decision', 'decisions')} of an earlier review: what was decided has changed`]),
]

/** "row 3", "rows 3, 4 and 5 more". */
function rowsInWords(rows: readonly number[]): string {
  const shown = rows.slice(0, 5).join(', ')
  const more = rows.length > 5 ? ` and ${rows.length - 5} more` : ''
  return `${rows.length === 1 ? 'row' : 'rows'} ${shown}${more}`
}
