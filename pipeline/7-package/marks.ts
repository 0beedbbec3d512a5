import { NOTHING, type ReleasedFigure, type Status, type Table } from '../artefacts.ts'
import type { Reporting } from '../definition/index.ts'
import { CONFIDENTIAL, LEFT_OUT, UNRELIABLE } from './figure.ts'

type Reason = Exclude<Status, ''>

/** Why a figure may have no value, or one to be read with care, in a fixed order. */
export const STATUSES: readonly Reason[] = ['low', 'c', 'z', 'x', 'u']

/** The same in words. */
export const STATUS_MEANINGS: Readonly<Record<Reason, string>> = {
  low: 'above zero, but rounds to zero',
  c: 'not shown, to protect people: it, or what would follow from it, says what few people answered',
  z: 'not applicable: there is nobody, or too little, to say it from',
  x: 'not available: left out because too little stands behind it, not to protect people',
  u: 'low reliability: the figure is shown, but few people answered',
}

/** Marks that are the same wherever they stand; `u` stands in the heading of a column, the others in cells. */
const MARKS = { c: CONFIDENTIAL, x: LEFT_OUT, u: UNRELIABLE } as const

/** In the workbook: shorthand in square brackets, as the Analysis Function recommends. */
export const WORKBOOK_MARKS: Readonly<Record<Reason, string>> = { ...MARKS, low: '[low]', z: '[z]' }

/** In a table as printed. */
export const printedMark = (status: Reason, reporting: Reporting): string =>
  ({ ...MARKS, low: reporting.low, z: reporting.notApplicable })[status]

/** Why a cell of the responses holds no answer. */
export const NOTHING_MEANINGS: Readonly<Record<string, string>> = {
  [NOTHING.notAsked]: 'the question was not put to this respondent',
  [NOTHING.noReply]: 'asked, but not answered',
  [NOTHING.error]: 'an answer was received that the question does not allow',
  [NOTHING.notReleased]: 'withheld, because it could have told who somebody is, or what somebody answered',
}

/** The statuses that occur in these tables, in a fixed order. */
export const statusesIn = (tables: readonly Table<ReleasedFigure>[]): readonly Reason[] =>
  STATUSES.filter((status) =>
    tables.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell.status === status))),
  )
