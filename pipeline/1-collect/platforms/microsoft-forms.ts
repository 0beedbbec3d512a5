import { asksWho } from './asked-of-whom.ts'
import { type ColumnDraft, ownColumn, ownRoles, partOf, withHeadings } from './columns.ts'
import type { PlatformReader } from './reader.ts'
import { headerRow, nameKey, type Records } from './records.ts'
import { sharedQuestion } from './shared-question.ts'

/**
 * Microsoft Forms: one row, `ID`, `Start time`, `Completion time` first, then mostly `Email` and `Name`.
 * Several answers and rankings are one cell, "A;B;". A statement of a Likert question is "Question.Statement".
 * A wording that is already there gets 2, 3 and so on behind it. Dates are American.
 * Source: readers of such files on GitHub.
 */
export const microsoftForms: PlatformReader = {
  platform: 'microsoft forms',
  recognises: (records) => startsAsForms(records),
  layout: (records) =>
    startsAsForms(records)
      ? {
          platform: 'microsoft forms',
          headerRows: 1,
          columns: withHeadings(draftsOf(headerRow(records, 0))),
          separator: ';',
          unticked: [],
          missing: [],
          dates: 'month first',
          setAside: [],
          escapes: [],
        }
      : undefined,
}

const own = ownRoles({
  identifier: ['ID'],
  started: ['Start time'],
  submitted: ['Completion time'],
  identifying: ['Email', 'Name'],
  technical: ['Last modified time', 'Language', 'Total points', 'Quiz feedback', 'Grade posted time'],
})

const QUIZ = /^(?:Points|Feedback) - /

const startsAsForms = (records: Records): boolean =>
  ['id', 'starttime', 'completiontime'].every((name, column) => nameKey(records[0]?.[column] ?? '') === name)

function draftsOf(header: readonly string[]): readonly ColumnDraft[] {
  const there = new Set(header)
  const split = sharedQuestion(header, '.')
  // Its own columns are the first; a later "Name" was asked.
  const asked = header.findIndex((heading) => own(heading) === undefined)
  return header.map((heading, column): ColumnDraft => {
    const role = column < asked || asked < 0 ? own(heading) : undefined
    if (role !== undefined) return ownColumn(heading, role)
    if (QUIZ.test(heading) && there.has(heading.replace(QUIZ, ''))) return ownColumn(heading, 'technical')
    const repeated = withoutCount(heading, there)
    if (repeated !== undefined) {
      return { question: repeated, role: asksWho(repeated) ? 'identifying' : 'answer', heading }
    }
    const { question, part } = split(heading)
    return { question, ...partOf(part), role: asksWho(question) ? 'identifying' : 'answer' }
  })
}

/** The wording without the count behind it, where the wordings before it are there too. */
function withoutCount(heading: string, there: ReadonlySet<string>): string | undefined {
  const [, wording = '', count = ''] = /^(.*\D)([2-9]|[1-9]\d)$/.exec(heading) ?? []
  const number = Number(count)
  const before = number === 2 ? wording : `${wording}${number - 1}`
  return wording !== '' && there.has(wording) && there.has(before) ? wording : undefined
}
