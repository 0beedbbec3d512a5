import { type AnswerColumn, answerColumns } from '../columns.ts'
import { csvFormat, ownColumns } from '../format.ts'
import { yearFirst } from '../notations.ts'

/** Code and text in one row, full answers: Yes and No for options. */
export const limesurvey = () => {
  const own = ownColumns(
    {
      id: ({ number }) => String(number),
      submitdate: ({ submitted, stray }) => (stray === 'unfinished' ? '' : yearFirst(submitted)),
      lastpage: ({ stray }) => (stray === 'unfinished' ? '1' : '3'),
      startlanguage: () => 'en',
      seed: ({ number }) => String(1_000_000 + number),
      token: ({ name }) => name,
      startdate: ({ started }) => yearFirst(started),
      datestamp: ({ submitted }) => yearFirst(submitted),
      ipaddr: ({ address }) => address,
      refurl: () => '',
    },
    (name) => [`${name}. ${IN_WORDS[name]}`],
  )
  const asked = answerColumns({
    spread: ['multiple', 'ranking'],
    otherWords: 'its option',
    ticked: () => 'Yes',
    unticked: 'No',
    date: (iso) => `${iso} 00:00:00`,
  })
  const columns = asked.map((column) => ({ headings: [headingOf(column)], cell: cellOf(column) }))
  const times = ownColumns({
    'interviewtime. Total time': ({ started, submitted }) => String((submitted - started) / 1000),
    'groupTime1. Group time: About the library': () => '61.5',
  })
  return csvFormat('limesurvey.csv', [...own, ...columns, ...times], { quoteAll: true }, ['unfinished'])
}

const IN_WORDS: Readonly<Record<string, string>> = {
  id: 'Response ID',
  submitdate: 'Date submitted',
  lastpage: 'Last page',
  startlanguage: 'Start language',
  seed: 'Seed',
  token: 'Access code',
  startdate: 'Date started',
  datestamp: 'Date last action',
  ipaddr: 'IP address',
  refurl: 'Referrer URL',
}

/** "Other" goes by LimeSurvey's own word, whatever it was called on the page. */
function headingOf({ question, number, part, place }: AnswerColumn): string {
  const code = `G01Q${String(number).padStart(2, '0')}`
  if (part === undefined) return `${code}. ${question.text}`
  if (part === question.other) return `${code}[other]. ${question.text} [Other]`
  return `${code}[SQ${String(place).padStart(3, '0')}]. ${question.text} [${part}]`
}

/** The text box of "other" is blank where it was not used. */
const cellOf = ({ question, part, cell }: AnswerColumn): AnswerColumn['cell'] =>
  part !== undefined && part === question.other ? (respondent) => cell(respondent).replace(/^No$/, '') : cell
