import { html, type Markup, NONE } from '../../html/index.ts'
import type { Finding } from '../findings/index.ts'
import type { NamedTable } from '../names.ts'
import { anchorOf } from './anchor.ts'
import { figureAt } from './marks-of.ts'
import type { PageSource } from './model.ts'

/** What is most worth knowing, each sentence with a way to where its figures stand. */
export function keyFindings(source: PageSource): Markup {
  const { findings, tables, messages } = source
  if (findings.key.length === 0) return NONE
  return html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">${messages.findings}</h2>
<ol class="key">
${findings.key.map((finding) => {
  const named = tables.find(({ table }) => table.id === finding.table)
  const title = named?.title ?? ''
  return html`<li>${sentence(source, finding)}${
    named === undefined
      ? NONE
      : html` <a href="#${anchorOf(named)}" title="${title}">${/^Table \d+/.exec(title)?.[0] ?? title}</a>`
  }</li>\n`
})}</ol>
<p class="quiet">${messages.findingsMade}</p>
</section>
`
}

/** What there is to say of a table: all of it, or only what is said of it alone, or of it and others of its grid. */
export const findingsOf = (
  source: PageSource,
  table: string,
  which: 'all' | 'of this table' | 'of several tables' = 'all',
): Markup =>
  html`${(source.findings.byTable.get(table) ?? [])
    .filter(
      ({ figures }) =>
        which === 'all' || figures.every((one) => one.table === table) === (which === 'of this table'),
    )
    .map((finding) => html`${sentence(source, finding)}\n`)}`

/** The figures that a sentence prints are named by their places, as those of charts are. */
const sentence = ({ tables }: PageSource, { text, figures }: Finding): Markup =>
  html`<p class="finding" data-figures="${figures.map((figure) => placeOf(tables, figure)).join(', ')}">${text}</p>`

/** As charts name it, "5 0 1"; of a base "5 base 1", by the first column that it is the base of. */
function placeOf(tables: readonly NamedTable[], figure: Finding['figures'][number]): string {
  const table = tables.find((one) => one.table.id === figure.table)?.table
  const isBase = figure.statistic === 'base'
  const row = table?.rows.findIndex(({ label }) => label === figure.row) ?? -1
  const column =
    table?.columns.findIndex(
      ({ population, statistic }) =>
        population === figure.population && (isBase || statistic === figure.statistic),
    ) ?? -1
  if (table === undefined || column < 0 || row < 0)
    throw new Error('a finding tells a figure that no table has')
  return isBase ? `${table.id} base ${column}` : figureAt(table, row, column)
}
