import { type AnswerColumn, answerColumns } from '../columns.ts'
import { csvFormat, ownColumns } from '../format.ts'
import { dayFirst, dayFirstDate } from '../notations.ts'

/** Numbers of answers (1 is the first of the list), and words for the kinds of nothing. */
export const snap = () => {
  const own = ownColumns({
    'ID.respondent': ({ number }) => String(number),
    'ID.start': ({ started }) => dayFirst(started),
    'ID.date': ({ submitted }) => dayFirst(submitted),
    'ID.name': ({ name }) => name,
    'ID.email': ({ email }) => email,
    'ID.address': ({ address }) => address,
  })
  const asked = answerColumns({
    spread: ['ranking'],
    otherWords: 'own column',
    label: (label, { answers }) => String(answers.indexOf(label) + 1),
    join: (numbers) => numbers.join(';'),
    date: dayFirstDate,
    noReply: 'No Reply',
    notAsked: 'Not Asked',
  })
  const columns = asked.map((column) => ({ headings: [headingOf(column)], cell: column.cell }))
  return csvFormat('snap.csv', [...own, ...columns], { lineEnd: '\r\n' })
}

function headingOf({ question, number, part, place = 0, isTyped }: AnswerColumn): string {
  if (part === undefined) return `Q${number}. ${question.text}`
  if (isTyped) return `Q${number}a. ${part}`
  return `Q${number}.${String.fromCharCode(96 + place)}. ${question.text} - ${part}`
}
