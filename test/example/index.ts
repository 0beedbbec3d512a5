import { buildAuthorities } from './authorities.ts'
import { canariesOf } from './canaries.ts'
import { csvText } from './csv.ts'
import { expectedNumbers } from './expected.ts'
import { buildExportRows } from './export-rows.ts'
import { AUTHORITY_HEADINGS, authorityRows, INVITEE_HEADINGS, inviteeRows } from './frame-rows.ts'
import { buildFurtherRows, FURTHER_HEADINGS } from './further-rows.ts'
import { identifyingWords } from './identifying-words.ts'
import { buildInvitees } from './invitees.ts'
import { entriesOf, entryOfFile, manifestText } from './manifest.ts'
import type { RawRecord } from './model.ts'
import { withCell } from './model.ts'
import { codedAnswers, codingSheets } from './open-text/coders.ts'
import { quotableRecords } from './open-text/quotable.ts'
import { quotesSheet } from './open-text/quotes.ts'
import { peopleSource } from './people.ts'
import { placeNames } from './place-names.ts'
import { PLATFORM_HEADINGS } from './platform.ts'
import { PRINTED_HEADINGS, printedFigures } from './printed-figures.ts'
import { buildRespondents } from './respondents.ts'
import { windows1252 } from './windows-1252.ts'
import { workbook } from './workbook.ts'

/**
 * The raw files of the example consultation, by name: synthetic, the same bytes every time. What is
 * planted in them, and what a right run makes of it, is in `manifest.json`.
 */
export function exampleFiles(): Map<string, Uint8Array> {
  const person = peopleSource()
  const authorities = buildAuthorities()
  const invitees = buildInvitees(authorities, person)
  const words = identifyingWords(authorities, invitees, person)
  const rows = buildExportRows(invitees, buildRespondents(invitees), words.inExport, person)
  const further = buildFurtherRows(authorities, words.inFurther, person).map(withDateNote)
  const answers = [
    ...codedAnswers(
      rows.filter(({ counted }) => counted),
      'Response ID',
    ),
    ...codedAnswers(further, 'Reference'),
  ]
  const frame = authorityRows(authorities)
  const invited = inviteeRows(invitees)
  const figures = printedFigures().map((cells) => ({ cells }))
  const trouble = [
    entryOfFile('leading zeros', 'authorities.csv', 'Authority code'),
    ...entriesOf('authorities.csv', frame),
    entryOfFile('leading zeros', 'invitees.csv', 'Authority code'),
    ...entriesOf('invitees.csv', invited),
    entryOfFile('Windows-1252', 'responses.csv', null),
    entryOfFile('two time notations', 'responses.csv', 'Start time'),
    entryOfFile('two time notations', 'responses.csv', 'End time'),
    ...entriesOf('responses.csv', rows),
    entryOfFile('leading zeros', 'additional-responses.xlsx', 'Authorities covered'),
    ...entriesOf('additional-responses.xlsx', further),
  ]
  const canaries = canariesOf(
    [
      { records: frame, columns: ['Authority name'] },
      { records: invited, columns: ['Unique link', 'First name', 'Last name', 'Email'] },
      {
        records: rows,
        columns: ['Response ID', 'Unique link', 'IP address', 'Name', 'Email address', 'Your authority'],
      },
      { records: further, columns: ['Reference', 'Contact name', 'Contact email'] },
      { records: further.filter((record) => !mayBeNamed(record)), columns: ['Organisation'] },
    ],
    words.canaries,
    placeNames(),
  )
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
  return new Map([
    ['authorities.csv', utf8(csvText(AUTHORITY_HEADINGS, frame, '\n'))],
    ['invitees.csv', utf8(csvText(INVITEE_HEADINGS, invited, '\n'))],
    ['responses.csv', windows1252(csvText(PLATFORM_HEADINGS, rows, '\r\n'))],
    ['additional-responses.xlsx', workbook('Responses', FURTHER_HEADINGS, further, 'Received', isTextDate)],
    ...[...codingSheets(answers)].map(([name, text]) => [name, utf8(text)] as const),
    ['quotes.csv', utf8(quotesSheet(quotableRecords(rows, further, invitees)))],
    ['printed-figures.csv', utf8(csvText(PRINTED_HEADINGS, figures, '\n'))],
    [
      'manifest.json',
      utf8(manifestText(expectedNumbers(authorities, invitees, rows, further), trouble, canaries)),
    ],
  ])
}

/** Organisations that agreed to be named may be, beside their words. */
const mayBeNamed = ({ cells }: RawRecord): boolean =>
  cells['Respondent type'] === 'Organisation' && cells['Consent to be named'] === 'Yes'

const isTextDate = (index: number): boolean => index % 9 === 4

function withDateNote(record: RawRecord, index: number): RawRecord {
  return isTextDate(index)
    ? withCell(record, 'Received', record.cells['Received'] ?? '', 'dates and text')
    : record
}
