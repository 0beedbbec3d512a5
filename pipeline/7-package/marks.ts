import { NOTHING, type ReleasedFigure, type Status, type Table } from '../artefacts.ts'
import type { Reporting } from '../definition/index.ts'
import { CONFIDENTIAL } from './figure.ts'

type Reason = Exclude<Status, ''>

/** Why a figure may have no value, in a fixed order. */
export const STATUSES: readonly Reason[] = ['low', 'c', 'z']

/** Why a figure has no value, in words. */
export const STATUS_MEANINGS: Readonly<Record<Reason, string>> = {
  low: 'above zero, but rounds to zero',
  c: 'not shown, to protect people: too few in the group, or it would give away a figure of too few',
  z: 'not applicable: there is nobody, or too little, to say it from',
}

/** In the workbook: shorthand in square brackets, as the Analysis Function recommends. */
export const WORKBOOK_MARKS: Readonly<Record<Reason, string>> = { low: '[low]', c: CONFIDENTIAL, z: '[z]' }

/** In a table as printed. */
export const printedMark = (status: Reason, reporting: Reporting): string =>
  ({ low: reporting.low, c: CONFIDENTIAL, z: reporting.notApplicable })[status]

/** Why a cell of the responses holds no answer. */
export const NOTHING_MEANINGS: Readonly<Record<string, string>> = {
  [NOTHING.notAsked]: 'the question was not put to this respondent',
  [NOTHING.noReply]: 'asked, but not answered',
  [NOTHING.error]: 'an answer was received that the question does not allow',
  [NOTHING.notReleased]: 'withheld, because it could have helped to identify somebody',
}

/** The statuses that occur in these tables, in a fixed order. */
export const statusesIn = (tables: readonly Table<ReleasedFigure>[]): readonly Reason[] =>
  STATUSES.filter((status) =>
    tables.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell.status === status))),
  )
