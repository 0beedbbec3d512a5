import type { Quote } from '../../artefacts.ts'
import { html, type Markup, NONE } from '../../html/index.ts'
import type { PageSource } from './model.ts'

/** Shown before the reader asks for all. */
const FIRST = 3

/** What people wrote to a question, by theme, in the order of the release, which says nothing. */
export function quotesOf({ definition, released, messages }: PageSource, question: string): Markup {
  const quotes = (released.responses.responses.quotes ?? []).filter((quote) => quote.question === question)
  if (quotes.length === 0) return NONE
  const themes = definition.questions.flatMap((one) =>
    one.id === question && one.kind === 'open' ? (one.themes ?? []) : [],
  )
  const titleOf = ({ theme }: Quote) => themes.find(({ code }) => code === theme)?.label
  const quoted = (quote: Quote) => html`<figure class="quote">
<blockquote><p>${quote.text}</p></blockquote>
<figcaption>${quote.attribution}${titleOf(quote) === undefined ? NONE : html`<span class="theme">${titleOf(quote) ?? ''}</span>`}</figcaption>
</figure>
`
  const [shown, rest] = [quotes.slice(0, FIRST), quotes.slice(FIRST)]
  return html`<section class="quotes">
<h4>${messages.quotes}</h4>
<div class="columns">
${shown.map(quoted)}</div>
${
  rest.length === 0
    ? NONE
    : html`<details>
<summary>${messages.allQuotes(String(quotes.length))}</summary>
<div class="columns">
${rest.map(quoted)}</div>
</details>
`
}</section>
`
}
