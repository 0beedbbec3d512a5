import { html, type Markup, NONE } from '../../html/index.ts'
import { anchorOf } from './anchor.ts'
import type { PageSource, QuestionGroup } from './model.ts'
import { ratesAmong } from './responses-section.ts'

/** The way round the page: its parts, and every question. */
export function contents(
  { tables, findings, released, messages }: PageSource,
  groups: readonly QuestionGroup[],
): Markup {
  const explorable = tables.some(({ table }) => table.kind === 'breakdown') || released.refusals.length > 0
  const entry = (anchor: string, words: string) => html`<li><a href="#${anchor}">${words}</a></li>\n`
  return html`<nav class="contents" aria-labelledby="contents-title">
<h2 id="contents-title">${messages.contents}</h2>
<ol>
${entry('downloads', messages.downloads)}${findings.key.length === 0 ? NONE : entry('findings', messages.findings)}${ratesAmong(tables).length === 0 ? NONE : entry('responses', messages.whoResponded)}${
  groups.length === 0
    ? NONE
    : html`<li><a href="#questions">${messages.questions}</a>
<ol>
${groups.map(({ heading, parts: [first] }) => (first === undefined ? NONE : entry(anchorOf(first.main), heading)))}</ol></li>
`
}${explorable ? entry('explore', messages.explore) : NONE}${entry('about', messages.howDone)}${entry('changes', messages.changes)}${entry('reuse', messages.reuse)}</ol>
</nav>
`
}
