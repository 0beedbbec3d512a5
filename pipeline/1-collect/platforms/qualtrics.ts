import { asksWho } from './asked-of-whom.ts'
import { type ColumnDraft, codeOf, ownColumn, ownRoles, partOf, withHeadings } from './columns.ts'
import type { Layout } from './layout.ts'
import type { PlatformReader } from './reader.ts'
import { headerRow, nameKey, type Records } from './records.ts'
import { type SplitHeading, sharedQuestion } from './shared-question.ts'

/**
 * Qualtrics: names, question texts, and a row of `{"ImportId":…}`; the older format has no third row and
 * calls its own columns V1, V2… in the first. Several answers of one question are split into columns
 * "Question - Option" or "Question - Selected Choice - Option", or joined by commas.
 * Source: ropensci/qualtRics sample.csv; qualtrics.com, "Understanding your dataset".
 */
export const qualtrics: PlatformReader = {
  platform: 'qualtrics',
  recognises: (records) => headerRowsOf(records) !== undefined,
  layout: (records) => {
    const headerRows = headerRowsOf(records)
    return headerRows === undefined ? undefined : layout(records, headerRows)
  },
}

const own = ownRoles({
  identifier: ['ResponseId'],
  started: ['StartDate'],
  submitted: ['EndDate'],
  identifying: [
    ...['IPAddress', 'RecipientLastName', 'RecipientFirstName', 'RecipientEmail', 'ExternalReference'],
    ...['LocationLatitude', 'LocationLongitude', 'Name', 'ExternalDataReference', 'EmailAddress', 'Email'],
  ],
  technical: [
    ...['Status', 'Progress', 'Duration (in seconds)', 'Finished', 'RecordedDate', 'DistributionChannel'],
    ...['UserLanguage', 'ResponseSet', 'LocationAccuracy'],
  ],
})

/** Timers, display order, browser, scores and fraud checks. */
const TECHNICAL =
  /^(?:Q_|SC\d+$)|_(?:First Click|Last Click|Page Submit|Click Count|DO(?:_.+)?|Browser|Version|Operating System|Resolution)$/
const IMPORT_ID = /^\s*\{\s*["']ImportId["']\s*:\s*["']([^"']+)["']/

function headerRowsOf(records: Records): number | undefined {
  if (records[2]?.some((cell) => IMPORT_ID.test(cell))) return 3
  const [names = [], texts = []] = records
  // The second row says it in words: "Response ID", or "ResponseID" under V1.
  const column = names.findIndex((name) => nameKey(name) === 'responseid' || nameKey(name) === 'v1')
  return column >= 0 && nameKey(texts[column] ?? '') === 'responseid' ? 2 : undefined
}

function layout(records: Records, headerRows: number): Layout {
  const names = headerRow(records, 0, headerRows)
  const texts = headerRow(records, 1, headerRows)
  const ids = names.map((_, column) =>
    headerRows === 3 ? IMPORT_ID.exec(records[2]?.[column] ?? '')?.[1] : undefined,
  )
  const groups = names.map((name, column) => groupOf(name, ids[column]))
  const wordings = new Map<string, string[]>()
  for (const [column, group] of groups.entries()) {
    wordings.set(group, [...(wordings.get(group) ?? []), texts[column] ?? ''])
  }
  const splits = new Map([...wordings].map(([group, list]) => [group, splitOf(list)]))
  const drafts = names.map((name, column): ColumnDraft => {
    const text = texts[column] || name
    const called = /^V\d+$/.test(name) ? text : name
    const role = own(called) ?? (TECHNICAL.test(name) ? 'technical' : undefined)
    if (role !== undefined) return { ...ownColumn(called, role), ...codeOf(name) }
    const split = splits.get(groups[column] ?? '') ?? ((question) => ({ question }))
    return { ...asked(text, name, split), code: name }
  })
  const columns = withHeadings(drafts)
  const named = (name: string) =>
    columns.find(({ code, heading }) => code === name || heading === name)?.heading
  const status = named('Status')
  const finished = named('Finished')
  return {
    platform: 'qualtrics',
    headerRows,
    columns,
    separator: ',',
    unticked: ['0', '-99'],
    // The number that "seen but unanswered" is written as unless somebody chose another.
    missing: ['-99'],
    dates: 'year first',
    setAside: status === undefined ? [] : SET_ASIDE.map((rule) => ({ ...rule, column: status })),
    ...(finished === undefined ? {} : { unfinished: { column: finished, equals: ['False', 'FALSE', '0'] } }),
    escapes: [],
  }
}

/** Words and numbers of `Status`; 9 is a preview that looked like spam, 17 one that was offline. */
const SET_ASIDE = [
  {
    reason: 'preview',
    equals: ['Survey Preview', 'Survey Preview Spam', 'Offline Survey Preview', '1', '9', '17'],
  },
  { reason: 'test', equals: ['Survey Test', '2'] },
] as const

/** Columns of one question have the same id but for what follows it. */
const groupOf = (name: string, id: string | undefined): string =>
  id === undefined ? name.replace(/(?:_\d+)*(?:_TEXT)?$/i, '') : (/^(?:\d+_)?QID\d+/.exec(id)?.[0] ?? id)

const CHOSEN = ' - Selected Choice'
const TYPED = ' - Text'

/** Splits the wordings of one question's columns. */
function splitOf(group: readonly string[]): (text: string) => SplitHeading {
  const question = group.find((text) => text.includes(CHOSEN))?.split(CHOSEN)[0]
  if (question === undefined) return sharedQuestion(group, ' - ')
  const joint = `${question} - `
  return (text) =>
    text.startsWith(joint) ? { question, part: text.slice(joint.length) } : { question: text }
}

function asked(text: string, name: string, split: (text: string) => SplitHeading): ColumnDraft {
  const isTyped = /_TEXT$/i.test(name) && text.endsWith(TYPED)
  const whole = isTyped ? text.slice(0, -TYPED.length) : text
  const { question, part } = split(whole.replace(CHOSEN, ''))
  if (isTyped) return { question, ...partOf(part), role: 'other text', heading: text.replace(CHOSEN, '') }
  return { question, ...partOf(part), role: asksWho(question, part) ? 'identifying' : 'answer' }
}
