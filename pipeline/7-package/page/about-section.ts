import { dayInWords, html, type Markup, NONE } from '../../html/index.ts'
import { licenceOf } from '../../licences.ts'
import { citationOf } from '../citing.ts'
import { methodStatements } from '../methods.ts'
import { PATHS } from '../paths.ts'
import { protectionParagraphs } from '../protection.ts'
import { qualityStatements, refusalStatements } from '../statements.ts'
import { webAddress } from '../words.ts'
import type { PageSource } from './model.ts'

/** How it was done, how people are protected, what changed, and how to cite. */
export function aboutSection(source: PageSource): Markup {
  const { definition, released, notTested, messages } = source
  const { methodology, notes, sources } = definition
  const methods = Object.entries({
    [messages.universe]: methodology.universe,
    [messages.sampling]: methodology.sampling,
    [messages.mode]: methodology.mode,
    [messages.instrument]: methodology.instrument,
  }).flatMap(([term, told]) =>
    told === undefined ? [] : [html`<div><dt>${term}</dt><dd>${told}</dd></div>\n`],
  )
  const how = [...methodStatements(definition), ...qualityStatements(released)]
  const refused = refusalStatements(released)
  return html`<section id="about" aria-labelledby="about-title">
<h2 id="about-title">${messages.howDone}</h2>
${methods.length === 0 ? NONE : html`<dl class="meanings">\n${methods}</dl>\n`}${english(how)}${list(messages.notes, notes)}<h3>${messages.protection}</h3>
${protectionParagraphs(definition, released, notTested).map((text) => html`<p lang="en">${text}</p>\n`)}${refused.length === 0 ? NONE : html`<h3>${messages.notReleased}</h3>\n${english(refused)}`}${
  sources.length === 0
    ? NONE
    : html`<h3>${messages.sources}</h3>
<ul>
${sources.map(({ title, url }) => html`<li>${webAddress(url) === undefined ? title : html`<a href="${webAddress(url) ?? ''}">${title}</a>`}</li>\n`)}</ul>
`
}</section>
${changes(source)}${reuse(source)}`
}

/** Sentences that are made in English whatever the language of the page. */
const english = (sentences: readonly string[]): Markup =>
  sentences.length === 0
    ? NONE
    : html`<ul lang="en">\n${sentences.map((text) => html`<li>${text}</li>\n`)}</ul>\n`

const list = (heading: string, items: readonly string[]): Markup =>
  items.length === 0
    ? NONE
    : html`<h3>${heading}</h3>\n<ul>\n${items.map((text) => html`<li>${text}</li>\n`)}</ul>\n`

function changes({ changes: all, messages }: PageSource): Markup {
  return html`<section id="changes" aria-labelledby="changes-title">
<h2 id="changes-title">${messages.changes}</h2>
<ol class="changes">
${all.map(
  ({
    version,
    kind,
    date,
    note,
    differences,
    withdrawn,
  }) => html`<li><p><b>${version}</b> ${messages.changeKinds[kind] ?? kind}${date === undefined ? '' : `, ${dayInWords(date, messages)}`}</p>
${withdrawn === undefined ? NONE : html`<p>${messages.withdrawn(dayInWords(withdrawn.date, messages), withdrawn.reason)}</p>\n`}${note === undefined ? NONE : html`<p>${note}</p>\n`}${english(differences)}</li>
`,
)}</ol>
</section>
`
}

function reuse({ definition, files, messages }: PageSource): Markup {
  const { title, url, summary } = licenceOf(definition)
  const has = (path: string) => files.some((file) => file.path === path)
  const other = [
    [PATHS.codebook, `${messages.codebook}: ${messages.codebookAbout}`],
    [PATHS.readme, 'README'],
    [PATHS.descriptor, 'Data Package'],
    [PATHS.dcatTurtle, 'DCAT-AP'],
    [PATHS.ddi, 'DDI-Codebook'],
    [PATHS.croissant, 'Croissant'],
    [PATHS.citation, 'CITATION.cff'],
    [PATHS.changelog, 'CHANGELOG'],
  ].filter(([path = '']) => has(path))
  const { email } = definition.publisher
  return html`<section id="reuse" aria-labelledby="reuse-title">
<h2 id="reuse-title">${messages.reuse}</h2>
<blockquote class="citation"><p>${citationOf(definition)}</p></blockquote>
<p lang="en">${messages.licence}: <a href="${url}" rel="license">${title}</a> (${definition.licence}). ${summary}</p>
${email === undefined ? NONE : html`<p><a href="mailto:${email}">${email}</a></p>\n`}<p>${messages.forPrograms}:</p>
<ul class="plain">
${other.map(([path = '', words = '']) => html`<li><a href="${path}">${words}</a></li>\n`)}</ul>
</section>
`
}
