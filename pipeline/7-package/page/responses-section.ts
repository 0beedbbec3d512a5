import { fileSize, html, type Markup, NONE } from '../../html/index.ts'
import type { NamedTable } from '../names.ts'
import { responseStatements } from '../statements.ts'
import { anchorOf } from './anchor.ts'
import { rateCharts } from './charts.ts'
import { chartMarkup } from './figure.ts'
import { findingsOf } from './findings-section.ts'
import type { PageSource } from './model.ts'
import { shorthand } from './shorthand.ts'
import { tableMarkup } from './table.ts'

/** Who responded, of whom: by role, type and region, as far as that was released. */
export function responsesSection(source: PageSource): Markup {
  const { definition, released, tables, findings, messages } = source
  const rates = ratesAmong(tables)
  if (rates.length === 0) return NONE
  // Where there are findings they say the same, each at its table.
  const told = rates.some(({ table }) => findings.byTable.has(table.id))
  const said = told ? [] : responseStatements(definition, released)
  return html`<section id="responses" aria-labelledby="responses-title">
<h2 id="responses-title">${messages.whoResponded}</h2>
${said.length === 0 ? NONE : html`<ul lang="en">\n${said.map((text) => html`<li>${text}</li>\n`)}</ul>\n`}${rates.map((named) => rate(source, named))}</section>
`
}

export const ratesAmong = (tables: readonly NamedTable[]): readonly NamedTable[] =>
  tables.filter(({ table }) => table.kind === 'response rate')

function rate(source: PageSource, named: NamedTable): Markup {
  const { definition, messages, files } = source
  const { table, title, path } = named
  const bytes = files.find((file) => file.path === path)?.bytes ?? 0
  return html`<article class="question" id="${anchorOf(named)}" aria-labelledby="${anchorOf(named)}-title">
<h3 id="${anchorOf(named)}-title"><a class="self" href="#${anchorOf(named)}">${title}</a></h3>
${findingsOf(source, table.id)}<div class="pair">
${rateCharts(table, definition.reporting).map((chart) => chartMarkup(chart, title, messages.figures, messages))}
</div>
<details class="figures">
<summary>${messages.figures}</summary>
${tableMarkup(table, title, definition.reporting)}
${shorthand([table], definition.reporting, messages)}${table.notes.map((note) => html`<p class="quiet">${note}</p>\n`)}<p><a href="${path}" download>${messages.downloadTable}</a> <span class="quiet">CSV, ${fileSize(bytes)}</span></p>
</details>
</article>
`
}
