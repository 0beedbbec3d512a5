import { grouped } from '../../../grouped.ts'
import {
  dayInWords,
  directionOf,
  fileSize,
  html,
  type Markup,
  type Messages,
  NONE,
} from '../../../html/index.ts'
import type { CatalogueEntry, CatalogueVersion, Contents } from '../model.ts'
import { about, textOf } from './about.ts'

/** A consultation in the list. Its own words are marked with their language where the page speaks another. */
export function consultation(entry: CatalogueEntry, messages: Messages, pageLanguage: string): Markup {
  const { id, title, latest, versions, descriptor, contents } = entry
  const { language, description, publisher, start, end, licence } = about(descriptor)
  const newest = versions.find(({ version }) => version === latest) ?? versions[0]
  const day = (date: string) => dayInWords(date, messages)
  const published = textOf(newest.date)
  const asked = start === undefined || end === undefined ? [] : [messages.asOf(day(start), day(end))]
  const own = language === undefined || language === pageLanguage ? NONE : inLanguage(language)
  const facts = [
    ...(publisher === undefined ? [] : [[messages.by, publisher]]),
    ...asked.map((when) => [messages.asked, when]),
    ...(published === undefined ? [] : [[messages.published, day(published)]]),
    [messages.version, newest.version],
    ...(licence === undefined ? [] : [[messages.licence, licence]]),
  ]
  return html`<li class="consultation" id="${id}">
<h2${own}>${linked(newest, title)}</h2>
${description === undefined || description.trim() === title ? NONE : html`<p class="description"${own}>${description}</p>\n`}${mark(newest, messages)}<dl class="facts">
${facts.map(([term = '', told = '']) => html`<div><dt>${term}</dt><dd>${told}</dd></div>\n`)}</dl>
${archive(newest, messages.archive)}${contents === undefined ? NONE : contained(contents, messages, own)}${versions.length === 1 ? NONE : versionList(entry, messages)}</li>
`
}

const inLanguage = (language: string): Markup => html` lang="${language}" dir="${directionOf(language)}"`

const linked = ({ page }: CatalogueVersion, text: string): Markup =>
  page === undefined ? html`${text}` : html`<a href="${hrefOf(page)}">${text}</a>`

/** Paths are of folders that people named. */
const hrefOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** Withdrawn, with the reason; or corrected, with what was wrong. A first release needs no word. */
function mark({ withdrawn, kind, note }: CatalogueVersion, messages: Messages): Markup {
  if (withdrawn !== undefined)
    return html`<p class="mark withdrawn">${messages.withdrawn(dayInWords(withdrawn.date, messages), withdrawn.reason)}</p>\n`
  const named = messages.changeKinds[kind] ?? kind
  return kind === 'first release' || note === undefined
    ? NONE
    : html`<p class="mark"><strong>${named}:</strong> ${note}</p>\n`
}

const archive = ({ archive: path, archiveBytes }: CatalogueVersion, text: string): Markup =>
  path === undefined
    ? NONE
    : html`<p class="archive"><a href="${hrefOf(path)}" download>${text}</a> <span class="quiet">ZIP${archiveBytes === undefined ? '' : `, ${fileSize(archiveBytes)}`}</span></p>\n`

function contained({ tables, themes }: Contents, messages: Messages, own: Markup): Markup {
  const summary = messages.contains(
    grouped(tables.length),
    tables.length === 1,
    grouped(themes.length),
    themes.length === 1,
  )
  const part = (heading: string, lines: readonly string[]) =>
    lines.length === 0
      ? NONE
      : html`<div><h3>${heading}</h3>
<ul${own}>
${lines.map((line) => html`<li>${line}</li>\n`)}</ul></div>
`
  return html`<details class="contents">
<summary>${summary}</summary>
${part(messages.tables, tables)}${part(messages.themes, themes)}</details>
`
}

function versionList({ versions, latest }: CatalogueEntry, messages: Messages): Markup {
  const line = (one: CatalogueVersion) => {
    const { version, kind, date, note, withdrawn } = one
    const when = textOf(date) === undefined ? '' : `, ${dayInWords(date ?? '', messages)}`
    const told =
      withdrawn === undefined
        ? (note ?? '')
        : messages.withdrawn(dayInWords(withdrawn.date, messages), withdrawn.reason)
    return html`<li>${linked(one, `${messages.version} ${version}`)}${version === latest ? ` (${messages.latest})` : ''}: ${messages.changeKinds[kind] ?? kind}${when}${told === '' ? NONE : html`<p class="${withdrawn === undefined ? 'quiet' : 'withdrawn'}">${told}</p>`}${archive(one, `${version}.zip`)}</li>\n`
  }
  return html`<details>
<summary>${messages.versions(grouped(versions.length))}</summary>
<ul class="versions">
${versions.map(line)}</ul>
</details>
`
}
