/**
 * The page of a release. In: released tables, findings, quotes, the files and what describes them. Out:
 * `index.html`, one file that needs nothing else and no script. Does not belong here: what may be seen
 * (6-protect), how charts are drawn (chart), what pages have in common (html).
 */
import { html, type Markup, messagesOf, NONE, renderPage } from '../../html/index.ts'
import { pageJsonLd } from '../metadata/index.ts'
import { PATHS } from '../paths.ts'
import { aboutSection } from './about-section.ts'
import { contents } from './contents.ts'
import { explorerSection } from './explorer-section.ts'
import { keyFindings } from './findings-section.ts'
import { downloads, header } from './header.ts'
import type { PageSource, QuestionGroup } from './model.ts'
import { questionGroups } from './question-groups.ts'
import { questionArticle } from './question-section.ts'
import { responsesSection } from './responses-section.ts'
import { SCRIPT } from './script.ts'
import { PAGE_STYLE } from './style.ts'

/** From so many questions on, a browser lays out only those near to what is read. */
const MANY = 40

/** Writes the page. Throws where a finding tells a figure that no table has, which would be our own fault. */
export function releasePage(given: Omit<PageSource, 'messages'>): string {
  const { definition, descriptor } = given
  const messages = messagesOf(definition.language)
  const source = { ...given, messages }
  const groups = questionGroups(definition, source.tables)
  return renderPage({
    language: definition.language,
    title: definition.title,
    description: definition.description,
    style: PAGE_STYLE,
    script: SCRIPT,
    jsonLd: pageJsonLd(descriptor),
    alternates: [
      { path: PATHS.descriptor, type: 'application/json', title: 'Data Package' },
      { path: PATHS.dcatTurtle, type: 'text/turtle', title: 'DCAT-AP' },
      { path: PATHS.croissant, type: 'application/ld+json', title: 'Croissant' },
    ],
    body: html`<a class="skip" href="#main">${messages.skip}</a>
${header(source)}<div class="wrap sides">
${contents(source, groups)}<main id="main"${groups.length > MANY ? html` class="long"` : NONE}>
${downloads(source)}${source.tables.length === 0 ? html`<p>${messages.noFigures}</p>\n` : NONE}${keyFindings(source)}${responsesSection(source)}${questions(source, groups)}${explorerSection(source)}${aboutSection(source)}</main>
</div>
`,
  })
}

function questions(source: PageSource, groups: readonly QuestionGroup[]): Markup {
  if (groups.length === 0) return NONE
  return html`<section id="questions" aria-labelledby="questions-title">
<h2 id="questions-title">${source.messages.questions}</h2>
${groups.map((group) => questionArticle(source, group))}</section>
`
}
