import { asksWho, isOtherBox } from './asked-of-whom.ts'
import { type ColumnDraft, codeOf, ownColumn, ownRoles, partOf, withHeadings } from './columns.ts'
import { numbered } from './numbered.ts'
import type { PlatformReader } from './reader.ts'
import { headerRow, type Records } from './records.ts'
import { sharedQuestion } from './shared-question.ts'

/**
 * Snap: one row of "Q1. text" or of names; case data is `ID.…`. It knows three kinds of nothing: "No Reply"
 * and "Not Asked", which are no answers, and "Error", which is left to be found outside the code list.
 * Source: snapsurveys.com, technical specification of the professional edition.
 */
export const snap: PlatformReader = {
  platform: 'snap',
  recognises: (records) => {
    const header = headerRow(records, 0)
    return header.filter(isCaseData).length > 1 || (header.some(isNumbered) && saysNothing(records))
  },
  layout: (records) => {
    const header = headerRow(records, 0)
    return header.some((heading) => isCaseData(heading) || isNumbered(heading)) || saysNothing(records)
      ? {
          platform: 'snap',
          headerRows: 1,
          columns: withHeadings(draftsOf(header)),
          separator: ';',
          unticked: ['0'],
          missing: MISSING,
          dates: 'day first',
          setAside: [],
          escapes: [],
        }
      : undefined
  },
}

const MISSING = ['No Reply', 'Not Asked']

/** Case data that says nothing of a person; the rest may. */
const own = ownRoles({
  identifier: ['ID.id', 'ID.case', 'ID.respondent', 'ID.response'],
  started: ['ID.start', 'ID.started'],
  submitted: ['ID.end', 'ID.finish', 'ID.date', 'ID.submitted'],
  technical: [
    'ID.time',
    'ID.duration',
    'ID.version',
    'ID.language',
    'ID.completed',
    'ID.status',
    'ID.source',
  ],
})

const isCaseData = (heading: string): boolean => /^ID\.\w/.test(heading)
const isNumbered = (heading: string): boolean => /^Q\d+\w?\b/.test(heading)
const saysNothing = (records: Records): boolean =>
  records.slice(1).some((record) => record.some((cell) => MISSING.includes(cell.trim())))

function draftsOf(header: readonly string[]): readonly ColumnDraft[] {
  const wordings = header.map(numbered)
  const split = sharedQuestion(
    wordings.map(({ text }) => text),
    ' - ',
  )
  return header.map((heading, column): ColumnDraft => {
    if (isCaseData(heading)) return ownColumn(heading, own(heading) ?? 'identifying')
    const { text = heading, code } = wordings[column] ?? {}
    if (isOtherBox(text) && code !== undefined) {
      // "Q4a. Other (please specify)" belongs to Q4.
      const asked = wordings.find(
        (one) => one.code !== undefined && one.code === code.replace(/[._]?[a-z]$/i, ''),
      )
      if (asked !== undefined) return { question: asked.text, part: text, role: 'other text', code }
    }
    const { question, part } = split(text)
    return {
      question,
      ...partOf(part),
      role: asksWho(question, part) ? 'identifying' : 'answer',
      ...codeOf(code),
    }
  })
}
