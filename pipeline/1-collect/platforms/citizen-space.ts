import { asksWho, isOtherBox } from './asked-of-whom.ts'
import { type ColumnDraft, codeOf, ownColumn, ownRoles, partOf, withHeadings } from './columns.ts'
import { numbered } from './numbered.ts'
import type { PlatformReader } from './reader.ts'
import { headerRow, nameKey, type Records } from './records.ts'
import { sharedQuestion } from './shared-question.ts'

/**
 * Citizen Space: one row of "Question - component", with a column a component. Name, e-mail address and
 * organisation are questions like others, and so is consent to publication, which the author must decide
 * about.
 * Source: help.delib.net 1055.
 */
export const citizenSpace: PlatformReader = {
  platform: 'citizen space',
  recognises: (records) => {
    const header = headerRow(records, 0)
    return isFirst(records) && header.some((heading) => ABOUT_YOU.test(heading))
  },
  layout: (records) =>
    isFirst(records)
      ? {
          platform: 'citizen space',
          headerRows: 1,
          columns: withHeadings(draftsOf(headerRow(records, 0))),
          separator: ',',
          unticked: ['No', 'Not Answered'],
          missing: ['Not Answered'],
          dates: 'day first',
          setAside: [],
          escapes: [],
        }
      : undefined,
}

const own = ownRoles({
  identifier: ['Response ID'],
  started: ['Started', 'Date started'],
  submitted: ['Submitted', 'Date submitted', 'Submitted date', 'Submission date'],
  identifying: ['User ID', 'Username', 'IP address'],
  technical: ['Status', 'Response status', 'Source', 'Attachments'],
})

/** Components of the questions that every consultation opens with. */
const ABOUT_YOU = /^what is your .+ - (?:name|e-?mail|organi[sz]ation)$/i

const isFirst = (records: Records): boolean => nameKey(headerRow(records, 0)[0] ?? '') === 'responseid'

function draftsOf(header: readonly string[]): readonly ColumnDraft[] {
  const wordings = header.map(numbered)
  const split = sharedQuestion(
    wordings.map(({ text }) => text),
    ' - ',
  )
  return header.map((heading, column): ColumnDraft => {
    const role = own(heading)
    if (role !== undefined) return ownColumn(heading, role)
    const { text = heading, code } = wordings[column] ?? {}
    const { question, part } = ABOUT_YOU.test(text) ? alone(text) : split(text)
    if (part !== undefined && isOtherBox(part)) return { question, part, role: 'other text', ...codeOf(code) }
    const kind = asksWho(question, part) ? 'identifying' : 'answer'
    return { question, ...partOf(part), role: kind, ...codeOf(code) }
  })
}

/** A question with one component only. */
function alone(text: string): { readonly question: string; readonly part: string } {
  const at = text.lastIndexOf(' - ')
  return { question: text.slice(0, at), part: text.slice(at + ' - '.length) }
}
