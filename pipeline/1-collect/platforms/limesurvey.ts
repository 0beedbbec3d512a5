import { asksWho } from './asked-of-whom.ts'
import { type ColumnDraft, ownColumn, ownRoles, partOf, withHeadings } from './columns.ts'
import type { Layout } from './layout.ts'
import type { PlatformReader } from './reader.ts'
import { headerRow, nameKey } from './records.ts'
import { sharedQuestion } from './shared-question.ts'

/**
 * LimeSurvey: one row in the form that was chosen: `code`, `code. text [part]`, or `text [part]`;
 * sub-questions are `code[SQ001]`, the text box of "other" is `code[other]` and is called [Other].
 * Options hold Y or Yes, and blank or No. A response without a date of submission was never sent in;
 * anonymous surveys write one of 1980.
 * Source: documentation of limer and limonaid; LimeSurvey, common_helper.php (createFieldMap).
 */
export const limesurvey: PlatformReader = {
  platform: 'limesurvey',
  recognises: (records) => {
    const names = headerRow(records, 0).map((heading) => nameOf(heading))
    const codes = names.filter(({ code }) => code !== undefined).map(({ name }) => name)
    const words = names.filter(({ code }) => code === undefined).map(({ name }) => nameKey(name))
    const signs = (list: readonly string[], among: readonly string[]) =>
      list.filter((sign) => among.includes(sign)).length > 1
    return signs(['submitdate', 'lastpage', 'startlanguage'], [...codes, ...words]) || signs(IN_WORDS, words)
  },
  layout: (records) => {
    const header = headerRow(records, 0)
    const isOwn = header.some((heading) =>
      ['id', 'responseid', 'submitdate'].includes(nameKey(nameOf(heading).name)),
    )
    return isOwn ? layout(header) : undefined
  },
}

const IN_WORDS = ['lastpage', 'startlanguage', 'datelastaction']

const own = ownRoles({
  identifier: ['id', 'Response ID'],
  started: ['startdate', 'Date started'],
  submitted: ['submitdate', 'Date submitted'],
  identifying: [
    'ipaddr',
    'IP address',
    'token',
    'Access code',
    'firstname',
    'First name',
    'lastname',
    'Last name',
    'email',
    'Email address',
  ],
  technical: [
    ...['lastpage', 'Last page', 'startlanguage', 'Start language', 'seed', 'datestamp', 'Date last action'],
    ...['refurl', 'Referrer URL', 'interviewtime', 'Total time'],
  ],
})

const TIMER = /^(?:groupTime\d+|\w+Time)$|^(?:Group|Question) time: /
const CODED = /^([A-Za-z]\w*(?:\[[^\]]*\])*)\. ?(.*)$/

/** What a heading calls its column: the code of "code. text", else all of it. */
function nameOf(heading: string): { readonly name: string; readonly code?: string; readonly text: string } {
  const [, code, text = ''] = CODED.exec(heading) ?? []
  return code === undefined ? { name: heading, text: heading } : { name: code, code, text }
}

function layout(header: readonly string[]): Layout {
  const split = sharedQuestion(header, ' [')
  const columns = withHeadings(header.map((heading) => draftOf(heading, split)))
  const submitted = columns.find(({ role }) => role === 'submitted')?.heading
  return {
    platform: 'limesurvey',
    headerRows: 1,
    columns,
    separator: ';',
    unticked: ['No', 'N', 'Not selected'],
    missing: [],
    dates: 'year first',
    setAside: [],
    ...(submitted === undefined ? {} : { unfinished: { column: submitted, equals: [''] } }),
    escapes: [],
  }
}

function draftOf(heading: string, split: ReturnType<typeof sharedQuestion>): ColumnDraft {
  const { name, code, text } = nameOf(heading)
  const role = own(name) ?? (TIMER.test(name) ? 'technical' : undefined)
  if (role !== undefined) return ownColumn(name, role)
  const bare = /^([A-Za-z]\w*)\[([^\]]*)\](?:\[([^\]]*)\])?$/.exec(heading)
  if (bare !== null) return asked(bare[1] ?? '', [bare[2], bare[3]], heading, bare[2] === 'other')
  if (code === undefined) {
    const { question, part } = /\]$/.test(text) ? split(text) : { question: text }
    return asked(question, [part?.replace(/\]$/, '')], undefined, part === 'Other]')
  }
  if (!code.includes('[')) return asked(text || code, [], code, false)
  const [, question = text, labels = ''] = /^(.*?) ?((?:\[[^[\]]*\])+)$/.exec(text) ?? []
  return asked(question, labels.slice(1, -1).split(']['), code, code.endsWith('[other]'))
}

function asked(
  question: string,
  parts: readonly (string | undefined)[],
  code: string | undefined,
  isTyped: boolean,
): ColumnDraft {
  const part = parts.filter((one) => one !== undefined && one !== '').join(' - ')
  const role = isTyped ? 'other text' : asksWho(question, part) ? 'identifying' : 'answer'
  return { question, ...partOf(part), role, ...(code === undefined ? {} : { code }) }
}
