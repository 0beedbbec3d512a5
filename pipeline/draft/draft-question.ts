import { labelKey, oneLine } from '../definition/index.ts'
import { dateBands, numberBands } from './bands.ts'
import type { ClosedList } from './closed.ts'
import type { DraftQuestion } from './draft.ts'
import type { JudgedQuestion } from './judge.ts'
import { isOther } from './labels/residual.ts'
import type { ColumnProfile } from './profile.ts'

/** A question with its text box of "other", before identifier and routing. */
export type QuestionBody = Omit<DraftQuestion, 'id' | 'askedIf'>

/** Writes a judged question out; `typed` is the column with the words typed beside "other". */
export function draftQuestion(
  question: JudgedQuestion,
  typed: ColumnProfile | undefined,
  fileSeparator: string,
): QuestionBody {
  const { kind, text, doubts, columns, list, separator } = question
  const [column] = columns
  const body = {
    text,
    kind,
    doubts,
    ...(question.identifying === true ? { identifying: true as const } : {}),
  }
  switch (kind) {
    case 'open':
      return body
    case 'number':
      return column === undefined ? body : numbers(body, column)
    case 'date':
      return column === undefined ? body : dates(body, column, question)
    case 'matrix': {
      const items = columns.map(({ part = '' }) => oneLine(part))
      const named = columns.filter((one) => one.heading !== `${text} - ${oneLine(one.part ?? '')}`)
      const headings = named.map((one) => [oneLine(one.part ?? ''), one.heading] as const)
      return {
        ...body,
        answers: list?.labels ?? [],
        items,
        ...(headings.length === 0 ? {} : { columns: headings }),
      }
    }
    default: {
      const inCell = separator === undefined || separator.trim() === fileSeparator.trim() ? {} : { separator }
      const answers = list === undefined ? optionAnswers(question) : { answers: list.labels }
      const all = [
        ...doubts,
        ...rareDoubts(list),
        ...joinedDoubts(list, separator),
        ...(kind === 'ranking' ? [] : numberedDoubts(answers.answers ?? [])),
      ]
      const written = { ...body, ...answers, ...inCell, doubts: all }
      return kind === 'ranking' ? written : withOther(written, list, typed)
    }
  }
}

/** Labels that one row alone has, in a list that is no scale. */
export const rareDoubts = (list: ClosedList | undefined): readonly string[] =>
  list === undefined || list.rare.length === 0 || list.ordered || list.ofPlaces
    ? []
    : [`Offered, or typed? One row alone has ${list.rare.map((label) => `"${label}"`).join(', ')}.`]

/** Answers that hold what stands between answers: that they are one is seen in the cells, not known. */
function joinedDoubts(list: ClosedList | undefined, separator: string | undefined): readonly string[] {
  if (list === undefined || separator === undefined) return []
  const joined = list.labels.filter((label) => label.includes(separator.trim()))
  if (joined.length === 0) return []
  const quoted = joined.map((label) => `"${label}"`).join(', ')
  return [
    `${joined.length === 1 ? 'One answer' : 'One answer each'}, or several? In every cell the parts stand together: ${quoted}.`,
  ]
}

/** Numbers may be ratings, or stand for answers that the file does not tell. */
export const numberedDoubts = (labels: readonly string[]): readonly string[] =>
  labels.length > 0 && labels.every((label) => /^\d+$/.test(label))
    ? [
        'Are these ratings? If they stand for answers, list those in this order, and write answers_as: numbers under responses.',
      ]
    : []

/** Answers that have a column each. */
function optionAnswers({ text, columns, unticked = [] }: JudgedQuestion): Partial<QuestionBody> {
  const options = columns.map((column) => [oneLine(column.part ?? ''), column.heading] as const)
  const unusual = unticked.filter((mark) => !USUAL.has(labelKey(mark)))
  const isNamed = unusual.length > 0 || options.some(([option, heading]) => heading !== `${text} - ${option}`)
  return {
    answers: options.map(([option]) => option),
    ...(isNamed ? { columns: options } : {}),
    ...(unusual.length === 0 ? {} : { unticked }),
  }
}

/** What means "not ticked" without saying so. */
const USUAL = new Set(['0', 'no', 'false', 'not selected'])

/** Adds the answer that stands for what was typed, beside the question or instead of an answer. */
function withOther(
  body: QuestionBody,
  list: ClosedList | undefined,
  typed: ColumnProfile | undefined,
): QuestionBody {
  const { answers = [], columns } = body
  const listed = answers.find((answer) => isOther(labelKey(answer)))
  const cells = list?.typed.cells ?? 0
  if (typed === undefined && cells === 0) return body
  const label = listed ?? otherLabel(typed)
  const all = listed === undefined ? [...answers, label] : answers
  const doubts = [
    ...body.doubts,
    ...(cells === 0
      ? []
      : [
          `${cells === 1 ? '1 cell holds' : `${cells} cells hold`} what no other row does: typed, and counted as "${label}"?`,
        ]),
  ]
  if (columns !== undefined && typed !== undefined && listed === undefined) {
    // Each answer has a column that is named; here it is the one of the words typed.
    return { ...body, answers: all, columns: [...columns, [label, typed.heading]], doubts }
  }
  return {
    ...body,
    answers: all,
    other: label,
    ...(typed === undefined ? {} : { otherText: typed.heading }),
    doubts,
  }
}

const otherLabel = (typed: ColumnProfile | undefined): string =>
  typed?.part !== undefined && isOther(labelKey(typed.part))
    ? oneLine(typed.part).replace(/ - Text$/, '')
    : 'Other'

function numbers(body: QuestionBody, column: ColumnProfile): QuestionBody {
  const bands = numberBands(column)
  const others = column.filled - column.numbers
  return {
    ...body,
    ...(bands.length === 0 ? {} : { bands }),
    doubts: [
      ...body.doubts,
      ...(bands.length === 0
        ? [
            'Without bands these numbers stay private: there are too few of them to be told apart in bands. Right?',
          ]
        : ['Are these the bands to publish?']),
      ...(others === 0
        ? []
        : [
            `${others === 1 ? '1 cell is no number' : `${others} cells are no numbers`}: kept apart as errors. Right?`,
          ]),
    ],
  }
}

function dates(
  body: QuestionBody,
  column: ColumnProfile,
  { notation = 'year first' }: JudgedQuestion,
): QuestionBody {
  const { first, last, cells } = column.dates[notation]
  const bands = dateBands(cells, first, last)
  const doubt =
    bands.length === 0 ? 'Without bands these dates stay private. Right?' : 'Are these the bands to publish?'
  return { ...body, ...(bands.length === 0 ? {} : { bands }), doubts: [...body.doubts, doubt] }
}
