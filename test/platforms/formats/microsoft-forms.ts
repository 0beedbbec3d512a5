import type { CellObject, WorkSheet } from 'xlsx'
import { utils, write } from 'xlsx'
import type { Respondent } from '../answers.ts'
import { type AnswerColumn, answerColumns } from '../columns.ts'
import type { Format } from '../format.ts'

/** A workbook: real dates, several answers and rankings as "A;B;", statements as "Question.Statement". */
export const microsoftForms = (): Format => ({
  file: 'microsoft-forms.xlsx',
  keeps: [],
  bytes: (respondents) => {
    const columns = [...OWN, ...asked()]
    const cells: WorkSheet = {
      '!ref': utils.encode_range({ r: 0, c: 0 }, { r: respondents.length, c: columns.length - 1 }),
    }
    for (const [column, { heading, cell }] of columns.entries()) {
      cells[utils.encode_cell({ r: 0, c: column })] = text(heading)
      for (const [row, respondent] of respondents.entries()) {
        const written = cell(respondent)
        if (written !== undefined) cells[utils.encode_cell({ r: row + 1, c: column })] = written
      }
    }
    const book = utils.book_new(cells, 'Sheet1')
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
  },
})

interface WorkbookColumn {
  readonly heading: string
  readonly cell: (respondent: Respondent) => CellObject | undefined
}

const text = (value: string): CellObject => ({ t: 's', v: value })
const number = (value: number): CellObject => ({ t: 'n', v: value })

/** Days since 30 December 1899, as a spreadsheet keeps them. */
const serial = (moment: number): number => (moment - Date.UTC(1899, 11, 30)) / 86_400_000
const moment = (value: number): CellObject => ({ t: 'n', v: serial(value), z: 'm/d/yy h:mm:ss' })

const OWN: readonly WorkbookColumn[] = [
  { heading: 'ID', cell: (one) => number(one.number) },
  { heading: 'Start time', cell: ({ started }) => moment(started) },
  { heading: 'Completion time', cell: ({ submitted }) => moment(submitted) },
  { heading: 'Email', cell: ({ email }) => text(email) },
  { heading: 'Name', cell: ({ name }) => text(name) },
]

const asked = (): readonly WorkbookColumn[] =>
  answerColumns({
    spread: [],
    otherWords: 'the cell',
    join: (labels) => labels.map((label) => `${label};`).join(''),
    date: (iso) => iso,
  }).map((column) => ({
    heading: column.part === undefined ? column.question.text : `${column.question.text}.${column.part}`,
    cell: (respondent) => typed(column, column.cell(respondent)),
  }))

function typed({ question: { kind } }: AnswerColumn, value: string): CellObject | undefined {
  if (value === '') return undefined
  if (kind === 'number') return number(Number(value))
  return kind === 'date' ? { t: 'n', v: serial(Date.parse(value)), z: 'm/d/yyyy' } : text(value)
}
