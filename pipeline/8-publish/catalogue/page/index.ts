import { grouped } from '../../../grouped.ts'
import { html, type Markup, type Messages, messagesOf, NONE, renderPage } from '../../../html/index.ts'
import type { CatalogueEntry } from '../model.ts'
import { languageOf, textOf } from './about.ts'
import { consultation } from './consultation.ts'
import { SEARCH_SCRIPT } from './search.ts'
import { CATALOGUE_STYLE } from './style.ts'

/** What a catalogue says of itself; where nothing is said, it speaks for itself. */
export interface Front {
  readonly title?: string
  readonly description?: string
  /** Language tag; else that of the consultations, where they share one. */
  readonly language?: string
  /** Path of its feed; absent where it has none. */
  readonly feed?: string
}

/**
 * `index.html` beside the consultations' folders: every consultation and version, what was published last first. The
 * whole list is in the page; where scripts run, it can be searched. The same entries give the same bytes.
 */
export function cataloguePage(entries: readonly CatalogueEntry[], front: Front): string {
  const language = front.language ?? sharedLanguage(entries)
  const messages = messagesOf(language)
  const title = front.title ?? messages.catalogue
  const description = front.description ?? messages.catalogueAbout
  const { feed } = front
  return renderPage({
    language,
    title,
    description,
    style: CATALOGUE_STYLE,
    ...(entries.length === 0 ? {} : { script: SEARCH_SCRIPT }),
    ...(feed === undefined
      ? {}
      : { alternates: [{ path: feed, type: 'application/atom+xml', title: messages.feed }] }),
    body: html`<a class="skip" href="#consultations">${messages.skip}</a>
<header class="masthead">
<div class="wrap">
<p class="kind">${messages.kindOfCatalogue}</p>
<h1>${title}</h1>
<p>${description}</p>
${feed === undefined ? NONE : html`<p><a href="${feed}">${messages.feed}</a></p>\n`}</div>
</header>
<main class="wrap" id="consultations" tabindex="-1">
${entries.length === 0 ? html`<p>${messages.nothingPublished}</p>\n` : list(entries, messages, language)}</main>
`,
  })
}

function list(entries: readonly CatalogueEntry[], messages: Messages, language: string): Markup {
  const count = (many: number) => messages.found(grouped(many), many === 1)
  return html`<search id="search" hidden>
<label for="words">${messages.search}</label>
<input id="words" type="search" autocomplete="off" spellcheck="false" aria-describedby="how">
<span id="how" class="quiet">${messages.searchHow}</span>
</search>
<p id="found" class="quiet" role="status" data-one="${messages.found('1', true)}" data-many="${messages.found('#', false)}" data-none="${messages.nothingFound}">${count(entries.length)}</p>
<ul class="consultations" role="list">
${entries.toSorted(newestFirst).map((entry) => consultation(entry, messages, language))}</ul>
`
}

/** By the day of the newest version, those without a day last; on one day by folder. */
const newestFirst = (a: CatalogueEntry, b: CatalogueEntry): number =>
  -order(dayOf(a), dayOf(b)) || order(a.id, b.id)

const dayOf = ({ versions }: CatalogueEntry): string => textOf(versions[0].date) ?? ''

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function sharedLanguage(entries: readonly CatalogueEntry[]): string {
  const [language, ...others] = new Set(entries.map(({ descriptor }) => languageOf(descriptor)))
  return others.length === 0 && language !== undefined ? language : 'en'
}
