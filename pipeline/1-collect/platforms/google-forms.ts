import { asksWho } from './asked-of-whom.ts'
import { type ColumnDraft, ownColumn, ownRoles, partOf, withHeadings } from './columns.ts'
import type { Layout } from './layout.ts'
import type { PlatformReader } from './reader.ts'
import { headerRow, nameKey, type Records } from './records.ts'
import { sharedQuestion } from './shared-question.ts'

/**
 * Google Forms: one row, `Timestamp` first; a grid has a column a row, "Question [Row]"; several answers
 * are joined by ", ". The timestamp is written as the country of the sheet has it.
 * Source: responses of mySociety's 2018 study, as published.
 */
export const googleForms: PlatformReader = {
  platform: 'google forms',
  recognises: (records) => isFirst(records) && TIMESTAMP.test(records[1]?.[0]?.trim() ?? ''),
  layout: (records) =>
    isFirst(records)
      ? {
          platform: 'google forms',
          headerRows: 1,
          columns: withHeadings(draftsOf(headerRow(records, 0))),
          separator: ', ',
          unticked: [],
          missing: [],
          dates: datesOf(records.slice(1).map(([cell = '']) => cell)),
          setAside: [],
          escapes: [],
        }
      : undefined,
}

/** How many columns at the start may be its own; a later "Score" was asked. */
const OWN = 3
const own = ownRoles({
  submitted: ['Timestamp'],
  identifying: ['Email Address', 'Username'],
  technical: ['Score', 'Total score'],
})

/** With slashes and seconds: other programs write `Timestamp` columns with hyphens. */
const TIMESTAMP =
  /^(?:\d{1,2}\/\d{1,2}\/\d{4},? \d{1,2}:\d{2}:\d{2}|\d{4}\/\d{1,2}\/\d{1,2} \d{1,2}:\d{2}:\d{2}(?: [AP]M GMT.*)?)/

const isFirst = (records: Records): boolean => nameKey(records[0]?.[0] ?? '') === 'timestamp'

/** American where the first timestamps do not tell. */
function datesOf(timestamps: readonly string[]): Layout['dates'] {
  if (timestamps.some((timestamp) => /^\s*\d{4}/.test(timestamp))) return 'year first'
  return timestamps.some((timestamp) => Number.parseInt(timestamp, 10) > 12) ? 'day first' : 'month first'
}

function draftsOf(header: readonly string[]): readonly ColumnDraft[] {
  const grids = header.map((heading) => /^(.+?) ?\[(.+)\]$/.exec(heading))
  // One question alone may end in brackets of its own.
  const split = sharedQuestion(
    grids.map((grid) => (grid === null ? '' : `${grid[1]} [${grid[2]}`)),
    ' [',
  )
  return header.map((heading, column): ColumnDraft => {
    const role = column < OWN ? own(heading) : undefined
    if (role !== undefined) return ownColumn(heading, role)
    const grid = grids[column]
    const { question, part } = grid ? split(`${grid[1]} [${grid[2]}`) : { question: heading }
    if (part === undefined) return { question: heading, role: asksWho(heading) ? 'identifying' : 'answer' }
    return { question, ...partOf(part), role: 'answer' }
  })
}
