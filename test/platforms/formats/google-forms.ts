import { answerColumns } from '../columns.ts'
import { csvFormat, type ExportColumn, ownColumns } from '../format.ts'
import { shortMonthFirst, shortMonthFirstDate } from '../notations.ts'

/** Timestamp first; several answers joined by ", ", though an option may hold a comma; grids "Question [Row]". */
export const googleForms = () => {
  const own = ownColumns({
    Timestamp: ({ submitted }) => shortMonthFirst(submitted),
    'Email Address': ({ email }) => email,
  })
  const asked = answerColumns({
    spread: ['ranking'],
    otherWords: 'the cell',
    join: (labels) => labels.join(', '),
    date: shortMonthFirstDate,
  }).map(
    ({ question, part, cell }): ExportColumn => ({
      headings: [part === undefined ? question.text : `${question.text} [${part}]`],
      cell,
    }),
  )
  return csvFormat('google-forms.csv', [...own, ...asked])
}
