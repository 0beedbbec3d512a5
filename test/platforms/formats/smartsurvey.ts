import { answerColumns } from '../columns.ts'
import { csvFormat, type ExportColumn, ownColumns } from '../format.ts'
import { dayFirst, dayFirstDate } from '../notations.ts'

/** Three header rows, blanks continue; items of a matrix in the third; apostrophes escaped. */
export const smartsurvey = () => {
  const own = ownColumns(
    {
      UserID: ({ number }) => String(70_000_000 + number),
      UserNo: ({ number }) => String(number),
      Name: ({ name }) => name,
      Email: ({ email }) => email,
      'IP Address': ({ address }) => address,
      'Unique ID': ({ name }) => name,
      Started: ({ started }) => dayFirst(started),
      Ended: ({ submitted, stray }) => (stray === 'unfinished' ? '' : dayFirst(submitted)),
    },
    (name) => [name, '', ''],
  )
  const asked = answerColumns({
    spread: ['multiple', 'ranking'],
    otherWords: 'its option',
    date: dayFirstDate,
  }).map(({ question, number, part = '', place, cell }): ExportColumn => {
    const first = place === undefined || place === 1 ? `Q${number}. ${question.text}` : ''
    const isItem = question.kind === 'matrix'
    return {
      headings: [first, isItem ? '' : part, isItem ? part : ''].map(escaped),
      cell: (respondent) => escaped(cell(respondent)),
    }
  })
  return csvFormat('smartsurvey.csv', [...own, ...asked], { lineEnd: '\r\n', quoteAll: true }, ['unfinished'])
}

const escaped = (text: string): string => text.replaceAll("'", '@SQ@')
