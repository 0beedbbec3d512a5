import { fileSize, html, type Markup, NONE } from '../../html/index.ts'
import { baseLine } from '../headings.ts'
import type { NamedTable } from '../names.ts'
import { refusalStatements } from '../statements.ts'
import { anchorOf } from './anchor.ts'
import { findingsOf } from './findings-section.ts'
import type { PageSource } from './model.ts'
import { shorthand } from './shorthand.ts'
import { tableMarkup } from './table.ts'

/**
 * Breakdowns by group. All that were released stand in the page, each closed; a script puts two lists to choose
 * from before them. Nothing else is in the page, so nothing else can be asked of it.
 */
export function explorerSection(source: PageSource): Markup {
  const { released, tables, messages } = source
  const breakdowns = tables.filter(({ table }) => table.kind === 'breakdown')
  if (breakdowns.length === 0 && released.refusals.length === 0) return NONE
  return html`<section id="explore" aria-labelledby="explore-title">
<h2 id="explore-title">${messages.explore}</h2>
${
  breakdowns.length === 0
    ? html`<p>${messages.exploreNothing}</p>
<ul lang="en">
${refusalStatements(released).map((text) => html`<li>${text}</li>\n`)}</ul>
`
    : html`<p>${messages.exploreHow}</p>
<form class="chooser screen-only" hidden>
<label>${messages.chooseQuestion} <select name="question"></select></label>
<label>${messages.chooseBreakdown} <select name="breakdown"></select></label>
</form>
<div class="breakdowns" aria-live="polite">
${breakdowns.map((named) => breakdown(source, named))}</div>
`
}</section>
`
}

function breakdown(source: PageSource, named: NamedTable): Markup {
  const { definition, messages, files } = source
  const { table, title, path } = named
  const [question, by] = splitTitle(title)
  const base = baseLine(table)
  const bytes = files.find((file) => file.path === path)?.bytes ?? 0
  return html`<details class="breakdown" id="${anchorOf(named)}" data-question="${question}" data-by="${by}">
<summary>${title}</summary>
${findingsOf(source, table.id)}${tableMarkup(table, title, definition.reporting, { bars: true })}
${base === undefined ? NONE : html`<p class="quiet">${base}</p>\n`}${table.notes.map((note) => html`<p class="quiet">${note}</p>\n`)}${shorthand([table], definition.reporting, messages)}<p><a href="${path}" download>${messages.downloadTable}</a> <span class="quiet">CSV, ${fileSize(bytes)}</span></p>
</details>
`
}

/** "Table 5: Should …? (by age)" in two: what was asked, and by what it is broken down. */
function splitTitle(title: string): readonly [string, string] {
  const [, question = title, by = title] = /^(.*) \((by .*)\)$/.exec(title) ?? []
  return [question, by]
}
