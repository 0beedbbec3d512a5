import type { Reporting } from '../../definition/index.ts'
import { html, type Markup, type Messages, NONE } from '../../html/index.ts'
import { printedMark, statusesIn } from '../marks.ts'
import type { ReleasedTable } from './model.ts'

/** What the marks in tables mean; nothing where there are none. */
export function shorthand(
  tables: readonly ReleasedTable[],
  reporting: Reporting,
  messages: Messages,
): Markup {
  const meanings = {
    low: messages.low,
    c: messages.confidential,
    z: messages.notApplicable,
    x: messages.notAvailable,
    u: messages.lowReliability,
  }
  const marks = statusesIn(tables)
  if (marks.length === 0) return NONE
  return html`<p class="quiet">${messages.shorthand}: ${marks.map(
    (status, index) =>
      html`${index === 0 ? '' : '; '}<b>${printedMark(status, reporting)}</b> ${meanings[status]}`,
  )}.</p>
`
}
