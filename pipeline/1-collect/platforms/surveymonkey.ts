import { asksWho, isOtherBox } from './asked-of-whom.ts'
import { type ColumnDraft, codeOf, ownColumn, ownRoles, partOf, withHeadings } from './columns.ts'
import { fillForward } from './fill-forward.ts'
import type { Layout } from './layout.ts'
import { numbered } from './numbered.ts'
import type { PlatformReader } from './reader.ts'
import { headerRow, nameKey, type Records } from './records.ts'

/**
 * SurveyMonkey: the question stands over the first of its columns, and below it `Response`, an option or
 * item, or the name of a text box. The expanded form spreads a single choice too over a column an
 * option. A one-row form has a column a question.
 * Source: untouched exports of FiveThirtyEight and others.
 */
export const surveymonkey: PlatformReader = {
  platform: 'surveymonkey',
  recognises: (records) =>
    isFirst(records) && (hasParts(records) || nameKey(records[0]?.[1] ?? '') === 'collectorid'),
  layout: (records) => (isFirst(records) ? layout(records, hasParts(records) ? 2 : 1) : undefined),
}

const own = ownRoles({
  identifier: ['Respondent ID'],
  started: ['Start Date'],
  submitted: ['End Date'],
  identifying: [
    ...['IP Address', 'Email Address', 'First Name', 'Last Name', 'Custom Data', 'Custom Value'],
    ...Array.from({ length: 9 }, (_, index) => `Custom Data ${index + 1}`),
  ],
  technical: ['Collector ID', 'Response Status', 'Collector', 'Date Created', 'Date Modified'],
})

const isFirst = (records: Records): boolean => nameKey(records[0]?.[0] ?? '') === 'respondentid'

/** Whether the second row is one of headings: nothing under the first, and `Response` or a continued question. */
function hasParts(records: Records): boolean {
  const [header = [], second = []] = [headerRow(records, 0, 2), headerRow(records, 1, 2)]
  if (second[0] !== '') return false
  return second.some((cell, column) => NO_PART.test(cell) || (cell !== '' && header[column] === ''))
}

const NO_PART = /^(?:open-ended )?response$/i

function layout(records: Records, headerRows: number): Layout {
  const header = headerRow(records, 0, headerRows)
  const parts = headerRows === 2 ? headerRow(records, 1, 2) : header.map(() => '')
  const blocks = fillForward(header)
  const drafts = header.map((cell, column): ColumnDraft => {
    const below = parts[column] ?? ''
    if (cell === '' && below === '') return { question: '', role: 'technical' }
    const role = own(cell)
    if (role !== undefined && below === '') return ownColumn(cell, role)
    const { text: question, code } = numbered(blocks[column] ?? '')
    const part = NO_PART.test(below) ? undefined : below
    const isTyped = part !== undefined && isOtherBox(part)
    const kind = isTyped ? 'other text' : asksWho(question, part) ? 'identifying' : 'answer'
    return { question, ...partOf(part), role: kind, ...codeOf(code) }
  })
  const columns = withHeadings(drafts)
  const status = columns.find(({ heading }) => nameKey(heading) === 'responsestatus')?.heading
  return {
    platform: 'surveymonkey',
    headerRows,
    columns,
    separator: ', ',
    unticked: [],
    missing: [],
    dates: 'month first',
    setAside: [],
    ...(status === undefined ? {} : { unfinished: { column: status, equals: ['Partial', 'partial'] } }),
    escapes: [],
  }
}
