import type { ClosedQuestion, Reporting } from '../../definition/index.ts'
import { type Chart, divergingChart, type Series, type Strip, stackedChart } from '../chart/index.ts'
import { UNRELIABLE } from '../figure.ts'
import { isUnreliable, markedTitle } from '../headings.ts'
import { chartCell, columnsOf } from './marks-of.ts'
import type { QuestionPart, ReleasedTable } from './model.ts'
import { answerSeries, hasTwoSides, LONGEST_SCALE, scaleSeries, takesNoSide } from './swatches.ts'

/** Parts of one bar that can be told apart by their colours and named in a legend. */
const MOST_ANSWERS = 5
const FEWEST_OF_A_SCALE = 3

/**
 * Bars of which each part is an answer: for questions of which everybody gave one answer, and of which every
 * figure is shown, since a bar with a part missing would show other shares than there are. Undefined where that
 * is not so.
 */
export function shareChart(parts: readonly QuestionPart[], reporting: Reporting): Chart | undefined {
  const [first] = parts
  if (first?.question.kind !== 'single') return undefined
  const question = first.question
  const same = parts.every(
    (part) =>
      part.question.kind === 'single' && part.question.answers.join('\n') === question.answers.join('\n'),
  )
  const tables = parts.map(({ main }) => main.table)
  if (!same || !tables.every((table) => isWhole(table, question))) return undefined
  const answers = inOrder(question)
  const series = seriesOf(question, answers)
  if (series === undefined) return undefined
  const strips = parts.flatMap((part) => stripsOf(part, answers, reporting))
  const scale = answers.filter((one) => !takesNoSide(one))
  return question.ordered && hasTwoSides(scale)
    ? divergingChart(strips, series, scale.length, '%')
    : stackedChart(strips, series, '%')
}

/** Whether all shares of all populations are there, without intervals that a bar could not show. */
function isWhole(table: ReleasedTable, { answers }: ClosedQuestion): boolean {
  const columns = columnsOf(table, 'percent')
  const rows = table.rows.filter(({ label }) => answers.includes(label))
  return (
    columns.length > 0 &&
    columns.length <= 4 &&
    columnsOf(table, 'percent_low').length === 0 &&
    rows.length === answers.length &&
    rows.every(({ cells }) =>
      columns.every(({ index }) => ['', 'low', 'u'].includes(cells[index]?.status ?? 'c')),
    )
  )
}

/** Answers that take no side stand after the scale. */
const inOrder = ({ ordered, answers }: ClosedQuestion): readonly string[] =>
  ordered ? [...answers.filter((one) => !takesNoSide(one)), ...answers.filter(takesNoSide)] : answers

function seriesOf({ ordered }: ClosedQuestion, answers: readonly string[]): readonly Series[] | undefined {
  if (!ordered) return answers.length <= MOST_ANSWERS ? answerSeries(answers) : undefined
  const scale = answers.filter((one) => !takesNoSide(one))
  if (scale.length > LONGEST_SCALE || scale.length < FEWEST_OF_A_SCALE) return undefined
  return [...scaleSeries(scale, hasTwoSides(scale)), ...answerSeries(answers.filter(takesNoSide))]
}

function stripsOf(
  { item, main: { table } }: QuestionPart,
  answers: readonly string[],
  reporting: Reporting,
): readonly Strip[] {
  const columns = columnsOf(table, 'percent')
  const rows = answers.map((answer) => table.rows.findIndex(({ label }) => label === answer))
  return columns.map(({ index }) => ({
    label: labelOf(markedTitle(table, index), columns.length, item, isUnreliable(table, index)),
    cells: rows.map((row) => chartCell(table, row, index, reporting)),
  }))
}

/** What stands beside a bar: whom it shows, the row of a grid, or both; marked where it is of low reliability. */
function labelOf(title: string, bars: number, item: string | undefined, marked: boolean): string {
  if (item === undefined) return title
  return bars === 1 ? `${item}${marked ? ` ${UNRELIABLE}` : ''}` : `${item}: ${title}`
}
