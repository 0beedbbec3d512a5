import { oneLine } from '../label-key.ts'
import type { NumberQuestion } from '../model.ts'
import { given } from './given.ts'
import type { WrittenQuestion } from './written.ts'

export type Bands = NumberQuestion['bands']

/** The bands of a number or date, dates as days. */
export const bandsOf = ({ bands = [] }: WrittenQuestion): Bands =>
  bands.map(({ label, below }) => ({ label: oneLine(label), ...given({ below: limitOf(below) }) }))

/** A limit as a number: a date counts days since 1970-01-01. One that is no date of the calendar is NaN. */
export const limitOf = (limit: number | string | undefined): number | undefined =>
  typeof limit === 'string' ? dayOf(limit) : limit

function dayOf(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`)
  const exists = Number.isFinite(time) && new Date(time).toISOString().startsWith(date)
  return exists ? time / 86_400_000 : Number.NaN
}
