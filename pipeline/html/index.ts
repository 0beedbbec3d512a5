/**
 * Pages for people. In: what a page says. Out: one file of HTML that loads nothing, runs nothing but its own
 * script, and escapes every word that is not ours. Does not belong here: what is said.
 */
export { dayInWords } from './day-in-words.ts'
export { directionOf, inScript, isOurPage, type Page, renderPage } from './document.ts'
export { escaped } from './escaped.ts'
export { fileSize } from './file-size.ts'
export { type Content, html, Markup, NONE, trusted } from './markup.ts'
export { type ChartKind, type Messages, messagesOf } from './messages/index.ts'
