import { asksWho } from './asked-of-whom.ts'
import { type ColumnDraft, ownColumn, ownRoles, partOf, withHeadings } from './columns.ts'
import type { PlatformReader } from './reader.ts'
import { headerRow } from './records.ts'
import { sharedQuestion } from './shared-question.ts'

/**
 * SurveyJS: JSON made into a table (`jsonToCsv`): `question`, `question.row` of a matrix, `question-Comment`
 * for the text box of "other"; several answers and rankings joined by ";". Nothing but the comments is
 * peculiar to it, so a file without any is recognised by nobody, and its author says what it is.
 * Source: documentation of SurveyJS (storeOthersAsComment).
 */
export const surveyjs: PlatformReader = {
  platform: 'surveyjs',
  recognises: (records) => {
    const header = headerRow(records, 0)
    return header.some((heading) => commentOf(heading, header) !== undefined)
  },
  layout: (records) => {
    const header = headerRow(records, 0)
    return header.every((heading) => heading === '')
      ? undefined
      : {
          platform: 'surveyjs',
          headerRows: 1,
          columns: withHeadings(draftsOf(header)),
          separator: ';',
          unticked: ['false'],
          missing: [],
          dates: 'year first',
          setAside: [],
          escapes: [],
        }
  },
}

/** What those who keep the answers add to them. */
const own = ownRoles({
  identifier: ['id', 'InstanceId', 'responseId'],
  started: ['startedAt'],
  submitted: ['HappenedAt', 'HappendAt', 'submittedAt', 'completedAt', 'createdAt'],
  identifying: ['IP', 'ipAddress', 'email', 'name'],
  technical: ['pageNo', 'locale', 'userAgent'],
})

const COMMENT = '-Comment'

/** The question whose comment it is, where the file has the question too. */
function commentOf(heading: string, header: readonly string[]): string | undefined {
  const question = heading.endsWith(COMMENT) ? heading.slice(0, -COMMENT.length) : undefined
  const isThere = (one: string) => one === question || one.startsWith(`${question}.`)
  return question !== undefined && header.some(isThere) ? question : undefined
}

function draftsOf(header: readonly string[]): readonly ColumnDraft[] {
  const split = sharedQuestion(header, '.')
  return header.map((heading): ColumnDraft => {
    const role = own(heading)
    if (role !== undefined) return ownColumn(heading, role)
    const typed = commentOf(heading, header)
    if (typed !== undefined) return { question: typed, role: 'other text', heading: `${typed} - Comment` }
    const { question, part } = split(heading)
    return { question, ...partOf(part), role: asksWho(question, part) ? 'identifying' : 'answer' }
  })
}
