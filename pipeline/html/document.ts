import { createHash } from 'node:crypto'
import { html, type Markup, NONE, trusted } from './markup.ts'
import { STYLE } from './style.ts'

/** A page before it is put into its shell. */
export interface Page {
  /** As a language tag: that of what was asked. */
  readonly language: string
  readonly title: string
  /** For search engines and link previews; absent where there is nothing to say. */
  readonly description?: string
  /** Style rules beside those that every page has. */
  readonly style?: string
  /** A program of ours, run when the page stands; the page must be readable without it. */
  readonly script?: string
  /** Structured data for search engines. */
  readonly jsonLd?: object
  /** Feeds and other renderings of the page: path and media type. */
  readonly alternates?: readonly { readonly path: string; readonly type: string; readonly title: string }[]
  readonly body: Markup
}

/**
 * A page as one file. It asks nothing of anybody: its policy lets it load nothing, send nothing, and run no
 * script but its own, which is named by its hash (Content Security Policy Level 3, source lists).
 */
export function renderPage(page: Page): string {
  const { language, title, description, script, jsonLd, alternates = [], body } = page
  return `${html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${GENERATOR}">
<title>${title}</title>
${description === undefined ? NONE : html`<meta name="description" content="${description}">\n`}${alternates.map(
  (one) => html`<link rel="alternate" type="${one.type}" title="${one.title}" href="${one.path}">\n`,
)}${jsonLd === undefined ? NONE : trusted(`<script type="application/ld+json">${inScript(jsonLd)}</script>\n`)}<style>
${trusted(STYLE + (page.style === undefined ? '' : `\n${page.style}`))}
</style>
</head>
<body>
${body}
${script === undefined ? NONE : trusted(`<script>${script}</script>\n`)}</body>
</html>
`}`
}

/** Who made a page: how ours are told from others that stand in the same place. */
const GENERATOR = 'Stocktake'

/** Whether a page is one of ours. */
export const isOurPage = (text: string): boolean =>
  text.includes(`<meta name="generator" content="${GENERATOR}">`)

/** JSON within a script: no text ends it early, since `<` is written as JSON may write it. */
export const inScript = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const policy = (script: string | undefined): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src ${script === undefined ? "'none'" : `'sha256-${createHash('sha256').update(script).digest('base64')}'`}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Languages that are written from right to left, by their tag's first part. */
const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
