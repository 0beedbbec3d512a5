import { grouped } from '../../grouped.ts'
import { html, type Markup, type Messages, NONE } from '../../html/index.ts'
import { licenceOf } from '../../licences.ts'
import { PATHS } from '../paths.ts'
import { paragraphsOf, webAddress } from '../words.ts'
import type { PageSource } from './model.ts'
import { size } from './size.ts'

/** Title, who asked whom and when, how many answered, and the files: all that somebody must see at once. */
export function header(source: PageSource): Markup {
  const { definition, messages } = source
  const { title, description } = definition
  return html`<header class="masthead">
<div class="wrap">
<p class="kind">${messages.kindOfRelease}</p>
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
  const { rows } = released.responses.responses
  const { rounding } = released.plan.rules
  const count = rounding > 1 ? rounding * Math.round(rows / rounding) : rows
  const answered = messages.responses(grouped(count), count === 1)
  const day = (date: string) => inWords(date, messages)
  return [
    [messages.by, linked(publisher.name, publisher.url)],
    [messages.asked, html`${messages.asOf(day(fieldwork.start), day(fieldwork.end))}`],
    [messages.answered, html`${rounding > 1 ? messages.about(answered) : answered}`],
    ...(published === undefined ? [] : [[messages.published, html`${day(published.slice(0, 10))}`] as const]),
    [messages.version, html`${version}`],
    [messages.licence, html`<a href="${url}" rel="license">${title}</a>`],
  ]
}

/** "20 January 2015" for "2015-01-20". */
export function inWords(date: string, { months }: Messages): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = months[Number(month) - 1]
  return name === undefined ? date : `${Number(day)} ${name} ${year}`
}

const linked = (text: string, url: string | undefined): Markup =>
  webAddress(url) === undefined ? html`${text}` : html`<a href="${webAddress(url) ?? ''}">${text}</a>`

/** The files that people take away, with their formats and sizes; the archive lies beside the folder. */
export function downloads({ definition, files, messages }: PageSource): Markup {
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
    return file === undefined
      ? []
      : [html`<li><a href="${path}" download>${title}</a> <span>${format}, ${size(file.bytes)}</span></li>\n`]
  })
  return html`<section id="downloads" aria-labelledby="downloads-title">
<h2 id="downloads-title">${messages.downloads}</h2>
<ul class="downloads">
${items}<li class="archive"><a href="../${definition.version}.zip">${messages.archive}</a> <span>ZIP</span></li>
</ul>
</section>
`
}
