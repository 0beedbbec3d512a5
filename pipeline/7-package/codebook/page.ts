import { grouped } from '../../grouped.ts'
import { escaped } from '../../html/index.ts'
import type { DataPackage } from '../data-package/index.ts'
import { counted } from '../words.ts'
import type { Codebook, Value, Variable } from './model.ts'
import { STYLE } from './style.ts'

/**
 * `codebook.html`: what each column of the responses holds, as a page for people. One file without scripts,
 * fonts or pictures, so that it opens anywhere and from a disk.
 */
export function codebookPage(
  { title, version, languages, citation }: DataPackage,
  codebook: Codebook,
): string {
  const { rows, variables, unreleased } = codebook
  return `<!doctype html>
<html lang="${escaped(languages[0] ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`Codebook: ${title}`)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<p class="kind">Codebook</p>
<h1>${escaped(title)}</h1>
${about(version, codebook)}
</header>
<nav aria-label="${rows === undefined ? 'Questions' : 'Columns'}">
<ol class="contents">
${variables.map(({ name, label }) => `<li><a href="#${escaped(anchor(name))}"><code>${escaped(name)}</code> ${escaped(label)}</a></li>`).join('\n')}
</ol>
</nav>
<main>
${variables.map((one) => section(one, rows !== undefined)).join('\n')}
${unreleasedSection(unreleased, rows !== undefined)}</main>
<footer>
<p>${escaped(citation)}</p>
<p>The same for programs: <a href="datapackage.json">datapackage.json</a>, <a href="metadata/ddi-codebook.xml">metadata/ddi-codebook.xml</a>. <a href="README.md">README.md</a> says how to read the files.</p>
</footer>
</body>
</html>
`
}

/** What the page is of: the columns of the files, or what was asked where no responses are published. */
const about = (version: string, { rows, variables }: Codebook): string =>
  rows === undefined
    ? `<p>Version ${escaped(version)}. What was asked, and what could be answered. The responses themselves are not published, to protect people: figures stand in <a href="data/tables.csv">data/tables.csv</a>.</p>`
    : `<p>Version ${escaped(version)}. ${counted(rows, 'response', 'responses')}, ${counted(variables.length, 'column', 'columns')}: what each column of <a href="data/responses.csv">data/responses.csv</a> and <a href="data/responses.parquet">data/responses.parquet</a> holds.</p>
<p>Counts are of the responses in these files. Tables that were weighted or rounded may say it otherwise.</p>`

const anchor = (name: string): string => `column-${name}`

function section(
  { name, label, question, universe, kind, ordered, values, missing }: Variable,
  published: boolean,
): string {
  const facts = [
    ...(universe === undefined ? [] : [['Asked of', universe]]),
    ['Holds', `${HOLDS[kind]}${ordered ? ', in the order of a scale' : ''}`],
  ]
  const apart = question !== undefined && question !== label
  return `<section id="${escaped(anchor(name))}">
<h2><code>${escaped(name)}</code> ${escaped(label)}</h2>
${apart ? `<blockquote>${escaped(question)}</blockquote>\n` : ''}<dl>
${facts.map(([term = '', told = '']) => `<dt>${term}</dt><dd>${escaped(told)}</dd>`).join('\n')}
</dl>
${valueTable(name, values, missing, published)}</section>`
}

const HOLDS: Readonly<Record<Variable['kind'], string>> = {
  identifier: 'a number',
  category: 'one of these values',
  'yes or no': 'true or false',
  text: 'text',
}

function valueTable(
  name: string,
  values: readonly Value[],
  missing: Variable['missing'],
  published: boolean,
): string {
  if (values.length + missing.length === 0) return ''
  const counts = [...values, ...missing].flatMap(({ count }) => count ?? [])
  const most = Math.max(1, ...counts)
  const shown = counts.length > 0
  const row = ({ value, count }: Value, words: string, isMissing: boolean) =>
    `<tr${isMissing ? ' class="missing"' : ''}><th scope="row">${escaped(value)}${words === '' ? '' : `<small>${escaped(words)}</small>`}</th>${
      shown
        ? `<td class="count">${count === undefined ? 'none, or withheld' : grouped(count)}</td><td class="bar"><span style="width:${Math.round((100 * (count ?? 0)) / most)}%"></span></td>`
        : ''
    }</tr>`
  return `<table>
<caption>Values of ${escaped(name)}</caption>
<thead><tr><th scope="col">Value</th>${shown ? '<th scope="col" class="count">Responses</th><td></td>' : ''}</tr></thead>
<tbody>
${[...values.map((value) => row(value, value.note ?? '', false)), ...missing.map((mark) => row(mark, mark.meaning, true))].join('\n')}
</tbody>
</table>
${shown || !published ? '' : '<p>How often each was given is not shown, to protect people.</p>\n'}`
}

function unreleasedSection(unreleased: Codebook['unreleased'], published: boolean): string {
  if (unreleased.length === 0) return ''
  const words = published
    ? '<h2>Asked, but not among the responses</h2>\n<p>Answers in people’s own words, and numbers that could give somebody away, are not in this file.</p>'
    : '<h2>Asked too</h2>\n<p>These were answered in people’s own words, or with numbers.</p>'
  return `<section id="not-released">
${words}
<ul>
${unreleased.map(({ id, text }) => `<li><code>${escaped(id)}</code> ${escaped(text)}</li>`).join('\n')}
</ul>
</section>
`
}
