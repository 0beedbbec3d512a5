import { type AnswerColumn, answerColumns } from '../columns.ts'
import { csvFormat, type ExportColumn, ownColumns } from '../format.ts'
import { isoMoment } from '../notations.ts'

/** Labels with groups before them, semicolons, every cell quoted; a joined cell beside columns of 0 and 1. */
export const kobotoolbox = () => {
  const own = ownColumns({
    start: ({ started }) => `${isoMoment(started)}.123+00:00`,
    end: ({ submitted }) => `${isoMoment(submitted)}.123+00:00`,
    username: ({ name }) => name,
    deviceid: ({ email }) => email,
    phonenumber: ({ email }) => email,
  })
  const columns = answerColumns({
    spread: ['multiple'],
    otherWords: 'own column',
    ticked: () => '1',
    unticked: '0',
    join: (labels) => labels.join(' '),
    date: (iso) => iso,
  })
  const asked = columns.flatMap((column): readonly ExportColumn[] => {
    const { question, place, cell } = column
    const written = { headings: [headingOf(column)], cell }
    if (question.kind !== 'multiple' || place !== 1) return [written]
    const joined: ExportColumn = {
      headings: [question.text],
      cell: ({ answers }) => {
        const answer = answers[question.id]
        return Array.isArray(answer) ? answer.join(' ') : ''
      },
    }
    return [joined, written]
  })
  const server = ownColumns({
    _id: ({ number }) => String(230_000_000 + number),
    _uuid: ({ number }) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    _submission_time: ({ submitted }) => isoMoment(submitted),
    _validation_status: () => '',
    _notes: () => '',
    _status: () => 'submitted_via_web',
    _submitted_by: ({ name }) => name,
    __version__: () => 'vKobo1',
    _tags: () => '',
    _index: ({ number }) => String(number),
  })
  return csvFormat('kobotoolbox.csv', [...own, ...asked, ...server], { delimiter: ';', quoteAll: true })
}

function headingOf({ question, part, isTyped }: AnswerColumn): string {
  const group = question.use === 'variable' || question.kind === 'number' ? 'About you/' : ''
  if (isTyped) return `${question.text}_other`
  return part === undefined ? `${group}${question.text}` : `${question.text}/${part}`
}
