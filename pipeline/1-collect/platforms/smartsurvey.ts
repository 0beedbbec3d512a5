import { asksWho, isOtherBox } from './asked-of-whom.ts'
import { type ColumnDraft, codeOf, ownColumn, ownRoles, partOf, withHeadings } from './columns.ts'
import { fillForward } from './fill-forward.ts'
import type { Layout } from './layout.ts'
import { numbered } from './numbered.ts'
import type { PlatformReader } from './reader.ts'
import { headerRow, nameKey, type Records } from './records.ts'

/**
 * SmartSurvey: headings over three rows, `UserID` first; question, then option or item, then what the
 * item is asked about; a blank one continues the one before it. Another export has one row of
 * `Q_<number>_<text>`. Apostrophes are written `@SQ@`.
 * Source: best-practice-and-impact/CARS, which loads such files.
 */
export const smartsurvey: PlatformReader = {
  platform: 'smartsurvey',
  recognises: (records) => isThreeRows(records) || isOneRow(records),
  layout: (records) => {
    if (isThreeRows(records)) return layout(records, 3, threeRows(records))
    return isOneRow(records) ? layout(records, 1, headerRow(records, 0).map(oneRow)) : undefined
  },
}

const own = ownRoles({
  identifier: ['UserID'],
  started: ['Started'],
  submitted: ['Ended'],
  identifying: [
    'Name',
    'Email',
    'Email Address',
    'IP Address',
    'Unique ID',
    'Tracking Link',
    'First Name',
    'Last Name',
  ],
  technical: ['UserNo', 'Language', 'Completed', 'Status', 'Device', 'Browser', 'Time Taken', 'Page'],
})

const ESCAPES = [['@SQ@', "'"]] as const
const CODED = /^Q_(\d+)_(.+)$/

function isThreeRows(records: Records): boolean {
  const [header, second, third] = records
  if (second === undefined || third === undefined) return false
  return nameKey(header?.[0] ?? '') === 'userid' && [second, third].every(([cell = '']) => cell.trim() === '')
}

const isOneRow = (records: Records): boolean =>
  headerRow(records, 0).filter((heading) => CODED.test(heading)).length > 1

const unescaped = (text: string): string =>
  ESCAPES.reduce((whole, [written, meant]) => whole.replaceAll(written, meant), text)

function threeRows(records: Records): readonly ColumnDraft[] {
  const [first = [], second = [], third = []] = [0, 1, 2].map((row) =>
    headerRow(records, row, 3).map(unescaped),
  )
  const questions = fillForward(first)
  let item = ''
  return first.map((cell, column) => {
    const [below = '', last = ''] = [second[column], third[column]]
    if (cell !== '' || below !== '') item = below
    if (cell === '' && below === '' && last === '') return { question: '', role: 'technical' }
    const role = own(cell)
    if (role !== undefined && below === '' && last === '') return ownColumn(cell, role)
    const part = [below === '' && last !== '' ? item : below, last]
      .filter((words) => words !== '')
      .join(' - ')
    return asked(questions[column] ?? '', part)
  })
}

function oneRow(heading: string): ColumnDraft {
  const role = own(heading)
  if (role !== undefined) return ownColumn(heading, role)
  const [, number, text] = CODED.exec(unescaped(heading)) ?? []
  if (number === undefined || text === undefined) return asked(unescaped(heading), '')
  return { ...asked(text, ''), code: `Q${number}` }
}

function asked(heading: string, words: string): ColumnDraft {
  const { text: question, code } = numbered(heading)
  const isTyped = isOtherBox(words)
  const part = isTyped ? words.replace(/:$/, '') : words
  const role = isTyped ? 'other text' : asksWho(question, part) ? 'identifying' : 'answer'
  return { question, ...partOf(part), role, ...codeOf(code) }
}

function layout(records: Records, headerRows: number, drafts: readonly ColumnDraft[]): Layout {
  const columns = withHeadings(drafts)
  const ended = columns.find(({ role }) => role === 'submitted')?.heading
  return {
    platform: 'smartsurvey',
    headerRows: Math.min(headerRows, records.length),
    columns,
    separator: ';',
    unticked: ['.', 'NA', '-'],
    missing: ['.', 'NA', '-'],
    dates: 'day first',
    setAside: [],
    ...(ended === undefined ? {} : { unfinished: { column: ended, equals: [''] } }),
    escapes: ESCAPES,
  }
}
