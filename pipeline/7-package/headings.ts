import type { ReleasedFigure, Table, TableColumn } from '../artefacts.ts'
import { grouped } from '../grouped.ts'
import { UNRELIABLE } from './figure.ts'
import { counted } from './words.ts'

type ReleasedTable = Table<ReleasedFigure>

/** Units of the statistics whose columns are titled by who was asked. */
const UNITS: Readonly<Record<string, string>> = {
  count: '(number)',
  percent: '(per cent)',
  percent_standard_error: '(standard error of the percentage)',
  percent_low: '(percentage, lower limit)',
  percent_high: '(percentage, upper limit)',
  percent_design_effect: '(design effect of the percentage)',
  respondents: '(number who ranked it)',
  total: '(number in the population)',
  total_standard_error: '(standard error of the number)',
  total_low: '(number, lower limit)',
  total_high: '(number, upper limit)',
  total_design_effect: '(design effect of the number)',
  estimate: '(estimate)',
  standard_error: '(standard error)',
  interval_low: '(lower limit)',
  interval_high: '(upper limit)',
  design_effect: '(design effect)',
  difference: '(difference)',
  difference_standard_error: '(standard error of the difference)',
  p_value: '(p-value)',
  change: '(percentage points)',
}

/** What a value is, in words; undefined for the columns of response rates, whose titles say it. */
export const statisticMeaning = (statistic: string): string | undefined =>
  UNITS[statistic]?.replace(/^\(|\)$/g, '')

/** What the rows of a table are. */
export const rowHeading = ({ kind, rowHeading: own }: ReleasedTable): string =>
  own ?? (kind === 'response rate' ? 'Group' : 'Answer')

/** Whether a column has figures of low reliability, all or, where rows have bases of their own, some. */
export const isUnreliable = ({ rows }: ReleasedTable, column: number): boolean =>
  rows.some(({ cells }) => cells[column]?.status === 'u')

/** The title of a column, marked where its figures are of low reliability: for charts, which have no headings. */
export const markedTitle = (table: ReleasedTable, column: number): string =>
  `${table.columns[column]?.title ?? ''}${isUnreliable(table, column) ? ` ${UNRELIABLE}` : ''}`

/**
 * A heading for each column, no two the same whatever their case, and none that of the rows. `between`
 * stands before the unit; with `lettered`, headings carry the letter of their base. Figures of low reliability are
 * numbers and stay numbers, so it is their heading that has the mark.
 */
export function columnHeadings(
  table: ReleasedTable,
  between: ' ' | '\n',
  lettered: boolean,
): readonly string[] {
  const letters = lettered ? baseLetters(table) : new Map<string, string>()
  const headings = table.columns.map((column, index) => {
    const letter = letters.get(column.population)
    const unit = table.kind === 'response rate' ? undefined : UNITS[column.statistic]
    const parts = [...(unit === undefined ? [] : [unit]), ...(isUnreliable(table, index) ? [UNRELIABLE] : [])]
    return `${letter === undefined ? '' : `${letter}) `}${column.title}${parts.length === 0 ? '' : `${between}${parts.join(' ')}`}`
  })
  const all = [rowHeading(table), ...headings].map((heading) => heading.toLowerCase())
  return headings.map((heading, index) => {
    const others = all.filter((other, position) => position !== index + 1 && other === heading.toLowerCase())
    const column = table.columns[index]
    return others.length === 0 || column === undefined
      ? heading
      : `${heading}${between}(${column.population}, ${column.statistic})`
  })
}

/**
 * "Base: a) all leaders (153 respondents); b) all responses (194 respondents)"; nothing without a base. Letters are
 * those of the headings; where no heading is beside it, `lettered` is false. A base whose figures are of low reliability
 * has the mark too.
 */
export function baseLine(table: ReleasedTable, lettered = true): string | undefined {
  const letters = lettered ? baseLetters(table) : new Map<string, string>()
  const bases = basesOf(table).map((column) => {
    const letter = letters.get(column.population)
    return `${letter === undefined ? '' : `${letter}) `}${column.baseDescription}${size(table, column)}${markOf(table, column)}`
  })
  return bases.length === 0 ? undefined : `Base: ${bases.join('; ')}`
}

/** Letters tell bases apart, so a single one has none. */
function baseLetters(table: ReleasedTable): ReadonlyMap<string, string> {
  const bases = basesOf(table)
  return new Map(bases.length < 2 ? [] : bases.map(({ population }, index) => [population, letterOf(index)]))
}

/** The first column of each population that has a base. */
const basesOf = ({ columns }: ReleasedTable): readonly TableColumn[] =>
  columns.filter(
    ({ population, baseDescription }, index) =>
      baseDescription !== '' && columns.findIndex((other) => other.population === population) === index,
  )

/** a to z, then aa, ab. */
const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26))

function size(
  { kind }: ReleasedTable,
  { base, population, weightedBase = '', ownBases }: TableColumn,
): string {
  if (base === null || ownBases === true) return ''
  return kind === 'response rate'
    ? ` (${grouped(base)} ${population})`
    : ` (${counted(base, 'respondent', 'respondents')}${weightedBase})`
}

function markOf(table: ReleasedTable, { population }: TableColumn): string {
  const isMarked = table.columns.some(
    (column, index) => column.population === population && isUnreliable(table, index),
  )
  return isMarked ? ` ${UNRELIABLE}` : ''
}
