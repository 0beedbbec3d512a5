import { answerColumns } from '../columns.ts'
import { csvFormat, type ExportColumn, ownColumns } from '../format.ts'
import { dayFirst, dayFirstDate } from '../notations.ts'

/** One row of "Question - component", who answered among the questions, a byte-order mark. */
export const citizenSpace = () => {
  const own = ownColumns({
    'Response ID': ({ number }) => `ANON-ABCD-${String(number).padStart(4, '0')}-Z`,
    'Date submitted': ({ submitted }) => dayFirst(submitted),
    'What is your name? - Name': ({ name }) => name,
    'What is your email address? - Email': ({ email }) => email,
    'What is your organisation? - Organisation': ({ name }) => name,
  })
  const asked = answerColumns({
    spread: ['multiple', 'ranking'],
    otherWords: 'its option',
    date: dayFirstDate,
  }).map(
    ({ question, part, cell }): ExportColumn => ({
      headings: [part === undefined ? question.text : `${question.text} - ${part}`],
      cell,
    }),
  )
  return csvFormat('citizen-space.csv', [...own, ...asked], { lineEnd: '\r\n', mark: true })
}
