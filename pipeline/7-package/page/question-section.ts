import { fileSize, html, type Markup, NONE } from '../../html/index.ts'
import { baseLine } from '../headings.ts'
import { anchorOf } from './anchor.ts'
import { questionChart } from './charts.ts'
import { chartMarkup } from './figure.ts'
import { findingsOf } from './findings-section.ts'
import type { PageSource, QuestionGroup, QuestionPart, ReleasedTable } from './model.ts'
import { answersOf } from './question-groups.ts'
import { quotesOf } from './quotes.ts'
import { shorthand } from './shorthand.ts'
import { tableMarkup } from './table.ts'

/** A question, or a grid of them: what its answers say, a chart, the figures, and where to take them. */
export function questionArticle(source: PageSource, group: QuestionGroup): Markup {
  const { definition, messages } = source
  const [first] = group.parts
  if (first === undefined) return NONE
  const chart = questionChart(group.parts, definition.reporting)
  const isOpen = first.question.kind === 'open'
  return html`<article class="question" id="${anchorOf(first.main)}" aria-labelledby="${anchorOf(first.main)}-title">
<p class="number"><a href="#${anchorOf(first.main)}" aria-label="${messages.linkTo(label(group, messages))}">${label(group, messages)}</a></p>
<h3 id="${anchorOf(first.main)}-title">${group.heading}</h3>
${findingsOf(source, first.main.table.id, group.parts.length > 1 ? 'of several tables' : 'all')}<figure>
${chart === undefined ? NONE : chartMarkup(chart, group.heading, messages.figures, messages)}
<figcaption>${baseOf(group)}</figcaption>
${shorthand(tablesOf(group), definition.reporting, messages)}</figure>
${group.parts.map((part) => figures(source, group, part))}
${isOpen ? html`${meanings(source, first)}${quotesOf(source, first.question.id)}` : NONE}</article>
`
}

/** "Table 5", or what a table without a number shows. */
function label({ parts }: QuestionGroup, messages: PageSource['messages']): string {
  const numbers = parts.flatMap(({ main: { table } }) => /^\d+(?=$|_)/.exec(table.id)?.[0] ?? [])
  const isOpen = parts[0]?.question.kind === 'open'
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined) return isOpen ? messages.themesOf : messages.table
  return first === last || last === undefined
    ? messages.tableNumber(first)
    : messages.tableNumbers(first, last)
}

/** Every table of a group, in order. */
const tablesOf = ({ parts }: QuestionGroup): readonly ReleasedTable[] =>
  parts.flatMap(({ main, further }) => [main, ...further].map(({ table }) => table))

const baseOf = ({ parts }: QuestionGroup): string => {
  const lines = new Set(parts.map(({ main: { table } }) => baseLine(table, false) ?? ''))
  // Items of a grid were answered by different numbers of people: each table says by how many.
  return lines.size === 1 ? ([...lines][0] ?? '') : ''
}

/** The tables of a question, closed until somebody opens them, with their files. */
function figures(
  source: PageSource,
  { parts }: QuestionGroup,
  { item, main, further }: QuestionPart,
): Markup {
  const { definition, messages, files } = source
  const several = parts.length > 1
  // The article has the address of the first table itself.
  const first = parts[0]?.main
  return html`${[main, ...further].map((named) => {
    const base = baseLine(named.table)
    const isMain = named === main
    const bytes = files.find(({ path }) => path === named.path)?.bytes ?? 0
    const words = isMain ? (several ? (item ?? named.title) : messages.figures) : named.title
    return html`<details class="figures"${named === first ? NONE : html` id="${anchorOf(named)}"`}>
<summary>${words}</summary>
${named === first && !several ? NONE : findingsOf(source, named.table.id, several ? 'of this table' : 'all')}${tableMarkup(named.table, named.title, definition.reporting)}
${base === undefined ? NONE : html`<p class="quiet">${base}</p>\n`}${named.table.notes.map((note) => html`<p class="quiet">${note}</p>\n`)}<p><a href="${named.path}" download>${messages.downloadTable}</a> <span class="quiet">CSV, ${fileSize(bytes)}</span></p>
</details>
`
  })}`
}

function meanings({ messages }: PageSource, { question }: QuestionPart): Markup {
  const themes = question.kind === 'open' ? (question.themes ?? []) : []
  if (themes.length === 0 || answersOf(question).length === 0) return NONE
  return html`<details class="figures">
<summary>${messages.meaning}</summary>
<dl class="meanings">
${themes.map(({ label: title, meaning }) => html`<div><dt>${title}</dt><dd>${meaning}</dd></div>\n`)}</dl>
</details>
`
}
