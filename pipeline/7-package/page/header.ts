import { grouped } from '../../grouped.ts'
import { dayInWords, fileSize, html, type Markup, NONE } from '../../html/index.ts'
import { licenceOf } from '../../licences.ts'
import { PATHS } from '../paths.ts'
import { responsesShown } from '../statements.ts'
import { paragraphsOf, webAddress } from '../words.ts'
import type { PageSource } from './model.ts'

/** Title, who asked whom and when, how many answered, and the files: all that somebody must see at once. */
export function header(source: PageSource): Markup {
  const { definition, messages } = source
  const { title, description } = definition
  return html`<header class="masthead">
<div class="wrap">
<p class="kind">${messages.kindOfRelease}<span class="archive"> \u00b7 <a href="../../index.html">${messages.catalogue}</a></span></p>
<h1>${title}</h1>
${description.trim() === title ? NONE : paragraphsOf(description).map((text) => html`<p>${text}</p>\n`)}<dl class="facts">
${facts(source).map(([term, told]) => html`<div><dt>${term}</dt><dd>${told}</dd></div>\n`)}</dl>
</div>
</header>
`
}

function facts({ definition, released, messages }: PageSource): readonly (readonly [string, Markup])[] {
  const { publisher, fieldwork, published, version } = definition
  const { title, url } = licenceOf(definition)
  const { rounding } = released.plan.rules
  const count = responsesShown(released)
  const answered = messages.responses(grouped(count), count === 1)
  const day = (date: string) => dayInWords(date, messages)
  return [
    [messages.by, linked(publisher.name, publisher.url)],
    [messages.asked, html`${messages.asOf(day(fieldwork.start), day(fieldwork.end))}`],
    [messages.answered, html`${rounding > 1 ? messages.about(answered) : answered}`],
    ...(published === undefined ? [] : [[messages.published, html`${day(published.slice(0, 10))}`] as const]),
    [messages.version, html`${version}`],
    [messages.licence, html`<a href="${url}" rel="license">${title}</a>`],
  ]
}

const linked = (text: string, url: string | undefined): Markup =>
  webAddress(url) === undefined ? html`${text}` : html`<a href="${webAddress(url) ?? ''}">${text}</a>`

/** The files that people take away, with their formats and sizes; the archive lies beside the folder. */
export function downloads({ definition, released, files, messages }: PageSource): Markup {
  const { quotes = [] } = released.responses.responses
  const offered = [
    [PATHS.workbook, messages.workbook, 'XLSX'],
    [PATHS.tables, messages.everyFigure, 'CSV'],
    [PATHS.responses, messages.responsesCsv, 'CSV'],
    [PATHS.responsesParquet, messages.responsesParquet, 'Parquet'],
    [PATHS.themes, messages.themesCsv, 'CSV'],
    [PATHS.quotes, messages.quotesCsv, 'CSV'],
  ] as const
  const items = offered.flatMap(([path, title, format]) => {
    const file = files.find((one) => one.path === path)
    // A list of quotes without a quote is only a heading.
    return file === undefined || (path === PATHS.quotes && quotes.length === 0)
      ? []
      : [
          html`<li><a href="${path}" download>${title}</a> <span>${format}, ${fileSize(file.bytes)}</span></li>\n`,
        ]
  })
  return html`<section id="downloads" aria-labelledby="downloads-title">
<h2 id="downloads-title">${messages.downloads}</h2>
<ul class="downloads">
${items}<li class="archive"><a href="../${definition.version}.zip">${messages.archive}</a> <span>ZIP</span></li>
</ul>
</section>
`
}
