import { answerColumns, type Convention } from '../columns.ts'
import { csvFormat, type ExportColumn, ownColumns } from '../format.ts'
import { monthFirstDate, monthFirstHalfDays } from '../notations.ts'

/** A column an option for every closed question but drop-down lists. */
export const surveymonkey = () => twoRows('surveymonkey.csv', ['single', 'scale', 'multiple', 'ranking'])

/** One column for questions with one answer. */
export const surveymonkeyCondensed = () => twoRows('surveymonkey-condensed.csv', ['multiple', 'ranking'])

/** Two header rows: a question over the first of its columns; beneath it options, items, or `Response`. */
function twoRows(file: string, spread: Convention['spread']) {
  const own = ownColumns(
    {
      'Respondent ID': ({ number }) => String(11_800_000_000 + number),
      'Collector ID': () => '442211001',
      'Start Date': ({ started }) => monthFirstHalfDays(started),
      'End Date': ({ submitted }) => monthFirstHalfDays(submitted),
      'IP Address': ({ address }) => address,
      'Email Address': ({ email }) => email,
      'First Name': ({ name }) => name,
      'Last Name': ({ name }) => name,
      'Custom Data 1': ({ name }) => name,
    },
    (name) => [name, ''],
  )
  const asked = answerColumns({ spread, otherWords: 'its option', date: monthFirstDate }).map(
    ({ question, part, place, cell }): ExportColumn => {
      const isFirst = place === undefined || place === 1
      const hasOptions = question.answers.length > 0
      return {
        headings: [isFirst ? question.text : '', part ?? (hasOptions ? 'Response' : 'Open-Ended Response')],
        cell,
      }
    },
  )
  return csvFormat(file, [...own, ...asked], { lineEnd: '\r\n' })
}
